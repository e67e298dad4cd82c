import { Button } from 'antd'
import { type ChangeEvent, type DragEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReceivedFile } from '../../library/feedback/report-view.ts'
import { ErrorNotice } from '../design/error-notice.tsx'
import { Icon } from '../design/icon.tsx'
import { errorsEn } from '../language/errors.en.ts'
import styles from './take-in-panel.module.css'
import { useTakeIn } from './use-received.ts'

/** Where letters are dropped or chosen; each file says what became of it. */
export function TakeInPanel() {
  const { t } = useTranslation('feedback')
  const chooser = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const takeIn = useTakeIn()
  const take = (files: FileList | null) => {
    if (files && files.length > 0) takeIn.mutate([...files])
  }
  const onChange = (event: ChangeEvent<HTMLInputElement>) => {
    take(event.target.files)
    event.target.value = ''
  }
  const onDragOver = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return (
    <div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is the pointer's way; the button is everybody's */}
      <div
        className={styles.drop}
        data-takes-files
        data-over={over ? '' : undefined}
        onDragOver={onDragOver}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <p className={styles.words}>
          <Icon name="import" size="1.5rem" /> {t('received.drop')}
        </p>
        <Button disabled={takeIn.isPending} onClick={() => chooser.current?.click()}>
          {t('received.choose')}
        </Button>
        <p className={styles.hint}>{t('received.dropHint')}</p>
        <input ref={chooser} type="file" accept=".json,application/json" multiple hidden onChange={onChange} />
      </div>
      {takeIn.isError && <ErrorNotice error={takeIn.error} />}
      <div role="status">
        {takeIn.isPending && t('received.taking')}
        {takeIn.data && (
          <ul className={styles.results} aria-label={t('received.results')}>
            {takeIn.data.map((file, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name
              <TakenFile key={at} file={file} />
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}

function TakenFile({ file: { file, senderName, taken, known, refused } }: { readonly file: ReceivedFile }) {
  const { t, i18n } = useTranslation('feedback')
  if (!refused) {
    const facts = { file, sender: senderName ?? '', taken, known }
    return (
      <li className={styles.result}>
        <Icon name="check" /> {t(senderName ? 'received.tookFrom' : 'received.took', facts)}
      </li>
    )
  }
  const english = i18n.language === 'en' ? errorsEn[refused.code] : undefined
  const told = english ? `${english.what} ${english.todo}` : `${refused.what}${refused.why ?? ''}${refused.todo ?? ''}`
  return (
    <li className={`${styles.result} ${styles.refused}`}>
      <Icon name="warning" />
      <span>
        {file}
        <span className={styles.why}>{told}</span>
      </span>
    </li>
  )
}
