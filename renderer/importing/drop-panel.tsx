import { Button } from 'antd'
import { type ChangeEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../design/icon.tsx'
import { useArrivalFocus } from '../design/use-arrival-focus.ts'
import { useImportDesk } from './import-desk-context.tsx'
import styles from './import-panels.module.css'
import { selectionFromFiles } from './selection.ts'

/** Where an import begins: drop, or choose files or a folder. */
export function DropPanel() {
  const { t } = useTranslation('importing')
  const desk = useImportDesk()
  const heading = useArrivalFocus<HTMLHeadingElement>()
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const { xinhuo } = window

  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const { files: chosen } = event.target
    if (chosen && chosen.length > 0) void desk.choose(selectionFromFiles(chosen))
    event.target.value = ''
  }
  const chooseFiles = async () => {
    if (!xinhuo) return files.current?.click()
    const paths = await xinhuo.chooseFiles()
    if (paths.length > 0) await desk.choose({ kind: 'paths', paths })
  }
  const chooseFolder = async () => {
    if (!xinhuo) return folder.current?.click()
    const path = await xinhuo.chooseFolder()
    if (path !== null) await desk.choose({ kind: 'paths', paths: [path] })
  }

  return (
    <div className={styles.drop}>
      <span className={styles.dropIcon}>
        <Icon name="import" size="2.75rem" />
      </span>
      <h2 ref={heading} tabIndex={-1} className={styles.dropTitle}>
        {t('drop')}
      </h2>
      <p className={styles.muted}>{t('dropAnywhere')}</p>
      <div className={styles.actions}>
        <Button type="primary" onClick={() => void chooseFiles()}>
          {t('chooseFiles')}
        </Button>
        <Button onClick={() => void chooseFolder()}>{t('chooseFolder')}</Button>
      </div>
      <p className={styles.reads}>{t('reads')}</p>
      <input ref={files} type="file" multiple hidden onChange={take} />
      <input ref={folder} type="file" multiple hidden onChange={take} {...{ webkitdirectory: '' }} />
    </div>
  )
}
