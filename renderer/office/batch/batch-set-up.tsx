import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ColumnMatch, ReceivedSheet, SheetView } from '../../../library/templates/known/known-view.ts'
import type { TemplateView } from '../../../library/templates/template-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { LoadingNotice } from '../../design/loading-notice.tsx'
import { useAbout } from '../../settings/use-about.ts'
import { ColumnMatches } from '../sheets/column-matches.tsx'
import { rowByField, withoutColumn } from '../sheets/matched-columns.ts'
import { SheetChoice } from '../sheets/sheet-choice.tsx'
import { sheetMatchQuery } from '../sheets/sheet-queries.ts'
import { columnFields, fileNameExample, requiredFields, rowData, unknownNames } from './batch-fields.ts'
import styles from './batch-page.module.css'
import { RowPreview } from './row-preview.tsx'

interface BatchSetUpProps {
  readonly template: TemplateView
  readonly received: ReceivedSheet
  readonly sheet: SheetView
  readonly onSheet: (name: string) => void
  readonly onOther: () => void
  readonly onStart: (body: object) => Promise<void>
}

/** Which column fills which field, how the first rows will look, what the files are called and where they go. */
export function BatchSetUp({ template, received, sheet, onSheet, onOther, onStart }: BatchSetUpProps) {
  const { t } = useTranslation('office')
  const about = useAbout()
  const id = useId()
  const { schema, itemId } = template
  const [corrected, setCorrected] = useState<readonly ColumnMatch[]>()
  const [pattern, setPattern] = useState(schema['x-file-name'] ?? '')
  const [directory, setDirectory] = useState('')
  const [starting, setStarting] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const proposed = useQuery(sheetMatchQuery(received.upload, sheet.name, itemId))
  const matches = corrected ?? proposed.data
  const { xinhuo } = window
  const today = localToday()
  const rows = sheet.sample.map((cells) => rowData(schema, rowByField(sheet.columns, cells, matches ?? []), today))
  const titleOf = (name: string) => schema.properties[name]?.title ?? name
  const missing = withoutColumn(matches ?? [], requiredFields(schema)).map(titleOf)
  const unknown = unknownNames(pattern, schema)
  const used = matches?.filter(({ field }) => field !== undefined).length ?? 0

  const start = async (folder: string | undefined) => {
    setStarting(true)
    setError(null)
    const fileName = pattern.trim()
    const body = {
      templateId: itemId,
      upload: received.upload,
      sheet: sheet.name,
      match: matches,
      mode: 'each',
      ...(folder !== undefined && folder !== '' && { directory: folder }),
      ...(fileName !== '' && { fileName }),
    }
    await onStart(body).catch(setError)
    setStarting(false)
  }
  const chooseFolder = async () => {
    const folder = await xinhuo?.chooseFolder()
    if (folder) setDirectory(folder)
  }
  return (
    <div className={styles.stack}>
      <SheetChoice received={received} sheet={sheet} onChange={onSheet} onOther={onOther} />
      {proposed.isPending && <LoadingNotice />}
      {proposed.isError && <ErrorNotice error={proposed.error} onRetry={() => void proposed.refetch()} />}
      {matches && (
        <div className={styles.desk}>
          <div className={styles.stack}>
            <section className={styles.part} aria-labelledby={`${id}-match`}>
              <h2 id={`${id}-match`} className={styles.heading}>
                {t('batch.matchTitle', { used, all: matches.length })}
              </h2>
              <ColumnMatches
                sheet={sheet}
                matches={matches}
                choices={columnFields(schema).map(([value, field]) => ({ value, label: field.title ?? value }))}
                unused={t('match.unused')}
                onChange={setCorrected}
              />
              {missing.length > 0 && (
                <p className={styles.warn}>{t('batch.missing', { fields: missing.join(t('comma')) })}</p>
              )}
            </section>
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
                  onChange={(event) => setPattern(event.target.value)}
                />
                <p id={`${id}-example`} className={unknown.length > 0 ? styles.problem : styles.muted} role="status">
                  {unknown.length > 0
                    ? t('batch.unknownName', { names: unknown.join(t('comma')) })
                    : t('batch.example', {
                        name: fileNameExample(pattern, schema, rows[0] ?? {}) || `${template.title} ${today}`,
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
            {error !== null && <ErrorNotice error={error} />}
            <div className={styles.actions}>
              <Button
                type="primary"
                size="large"
                loading={starting}
                disabled={used === 0 || unknown.length > 0 || (xinhuo !== undefined && directory === '')}
                onClick={() => void start(directory || undefined)}
              >
                {t('batch.start', { n: sheet.rows })}
              </Button>
              <span className={styles.muted}>{t('batch.startHint')}</span>
            </div>
          </div>
          <RowPreview template={template} rows={rows} />
        </div>
      )}
    </div>
  )
}

/** `YYYY-MM-DD` where the person is. */
function localToday(): string {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}
