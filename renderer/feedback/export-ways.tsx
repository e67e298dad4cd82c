import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAbout } from '../settings/use-about.ts'
import styles from './export-dialog.module.css'

interface ExportWaysProps {
  readonly disabled: boolean
  /** @param directory absent for a download */
  readonly onExport: (directory: string | undefined) => void
}

/** The desktop shell asks for the folder; a browser window takes its path, or downloads. */
export function ExportWays({ disabled, onExport }: ExportWaysProps) {
  const { t } = useTranslation('feedback')
  const fieldId = useId()
  const about = useAbout()
  const [directory, setDirectory] = useState('')
  const { xinhuo } = window
  const choose = async () => {
    const folder = await xinhuo?.chooseFolder()
    if (folder) onExport(folder)
  }
  const download = (
    <Button disabled={disabled} onClick={() => onExport(undefined)}>
      {t('export.download')}
    </Button>
  )
  if (xinhuo) {
    return (
      <div className={styles.actions}>
        {download}
        <Button type="primary" disabled={disabled} onClick={() => void choose()}>
          {t('export.chooseFolder')}
        </Button>
      </div>
    )
  }
  const toFolder = () => onExport(directory.trim())
  const unready = disabled || directory.trim() === ''
  return (
    <div className={styles.ways}>
      {/* The folders of a server are no place for its visitors' files. */}
      {about.data && about.data.shell !== 'serve' && (
        <div className={styles.folder}>
          <label htmlFor={fieldId}>{t('export.folder')}</label>
          <Input
            id={fieldId}
            value={directory}
            placeholder={t('export.folderHint')}
            onChange={(event) => setDirectory(event.target.value)}
            onPressEnter={() => !unready && toFolder()}
          />
          <Button type="primary" disabled={unready} onClick={toFolder}>
            {t('export.toFolder')}
          </Button>
        </div>
      )}
      {download}
    </div>
  )
}
