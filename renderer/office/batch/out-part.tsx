import { Button, Input } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormData } from '../../../library/templates/template-schema.ts'
import type { TemplateView } from '../../../library/templates/template-view.ts'
import { useAbout } from '../../settings/use-about.ts'
import { fileNameExample, unknownNames } from './batch-fields.ts'
import styles from './batch-page.module.css'

interface OutPartProps {
  readonly template: TemplateView
  readonly pattern: string
  readonly onPattern: (pattern: string) => void
  /** The first document's data, for an example. */
  readonly first: FormData
  readonly today: string
  readonly directory: string
  readonly onDirectory: (directory: string) => void
}

/** What the files are called, and where they go: a folder in the desktop app, an archive elsewhere. */
export function OutPart({ template, pattern, onPattern, first, today, directory, onDirectory }: OutPartProps) {
  const { t } = useTranslation('office')
  const about = useAbout()
  const id = useId()
  const { xinhuo } = window
  const unknown = unknownNames(pattern, template.schema)
  const chooseFolder = async () => {
    const folder = await xinhuo?.chooseFolder()
    if (folder) onDirectory(folder)
  }
  return (
    <section className={styles.part} aria-labelledby={`${id}-out`}>
      <h2 id={`${id}-out`} className={styles.heading}>
        {t('batch.outTitle')}
      </h2>
      <div className={styles.field}>
        <label htmlFor={`${id}-name`}>{t('batch.fileName')}</label>
        <Input
          id={`${id}-name`}
          value={pattern}
          maxLength={200}
          spellCheck={false}
          autoComplete="off"
          placeholder={t('batch.fileNameHint')}
          aria-describedby={`${id}-example`}
          onChange={(event) => onPattern(event.target.value)}
        />
        <p id={`${id}-example`} className={unknown.length > 0 ? styles.problem : styles.muted} role="status">
          {unknown.length > 0
            ? t('batch.unknownName', { names: unknown.join(t('comma')) })
            : t('batch.example', {
                name: fileNameExample(pattern, template.schema, first) || `${template.title} ${today}`,
              })}
        </p>
      </div>
      {xinhuo ? (
        <div className={styles.field}>
          <span>{t('batch.folder')}</span>
          <div className={styles.actions}>
            <Button onClick={() => void chooseFolder()}>{t('batch.chooseFolder')}</Button>
            <span className={styles.folder}>{directory}</span>
          </div>
        </div>
      ) : (
        <p className={styles.muted}>{t(about.data?.shell === 'serve' ? 'batch.zipOffice' : 'batch.zip')}</p>
      )}
    </section>
  )
}
