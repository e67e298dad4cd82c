import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { TemplateView } from '../../../library/templates/template-view.ts'
import { FileDrop } from '../sheets/file-drop.tsx'
import { writeSheet } from '../sheets/write-sheet.ts'
import { askedFields, requiredFields } from './batch-fields.ts'
import styles from './batch-page.module.css'

interface BatchBeginProps {
  readonly template: TemplateView
  readonly busy: boolean
  readonly onFile: (file: File) => void
}

/** Before there is a spreadsheet: where to drop one, and an empty one with this template's headings. */
export function BatchBegin({ template, busy, onFile }: BatchBeginProps) {
  const { t } = useTranslation('office')
  const { schema, title } = template
  const headings = askedFields(schema).map(([name, field]) => field.title ?? name)
  const required = requiredFields(schema).map((name) => schema.properties[name]?.title ?? name)
  return (
    <>
      <p className={styles.text}>{t('batch.lead')}</p>
      <FileDrop
        title={t('batch.drop')}
        hint={busy ? t('sheet.reading') : t('batch.dropHint')}
        choose={t('sheet.choose')}
        icon="template"
        accept=".xlsx,.csv"
        busy={busy}
        onFiles={([file]) => file && onFile(file)}
      >
        <Button onClick={() => void writeSheet(headings, [], `${t('batch.emptyFile', { title })}.xlsx`)}>
          {t('batch.empty')}
        </Button>
      </FileDrop>
      {required.length > 0 && (
        <p className={styles.muted}>{t('batch.required', { fields: required.join(t('comma')) })}</p>
      )}
    </>
  )
}
