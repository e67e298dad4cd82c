import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ColumnMatch, ReceivedSheet, SheetView } from '../../../library/templates/known/known-view.ts'
import type { FormData, FormRow } from '../../../library/templates/template-schema.ts'
import type { TemplateView } from '../../../library/templates/template-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { LoadingNotice } from '../../design/loading-notice.tsx'
import { ColumnMatches } from '../sheets/column-matches.tsx'
import { rowByField, withoutColumn } from '../sheets/matched-columns.ts'
import { SheetChoice } from '../sheets/sheet-choice.tsx'
import { sheetMatchQuery } from '../sheets/sheet-queries.ts'
import { AroundFields } from './around-fields.tsx'
import { columnFields, requiredFields, rowData, tablesOf, unknownNames } from './batch-fields.ts'
import styles from './batch-page.module.css'
import { OutPart } from './out-part.tsx'
import { RowPreview } from './row-preview.tsx'
import { RowsInto } from './rows-into.tsx'

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
  const id = useId()
  const { schema, itemId } = template
  const [table, setTable] = useState<string>()
  const [around, setAround] = useState<FormRow>({})
  const [corrected, setCorrected] = useState<readonly ColumnMatch[]>()
  const [pattern, setPattern] = useState(schema['x-file-name'] ?? '')
  const [directory, setDirectory] = useState('')
  const [starting, setStarting] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const proposed = useQuery(sheetMatchQuery(received.upload, sheet.name, itemId, table))
  const matches = corrected ?? proposed.data
  const today = localToday()
  const fields = columnFields(schema, table)
  const titleOf = (path: string) => fields.find(([name]) => name === path)?.[1].title ?? path.split('/').at(-1) ?? path
  const rows = sheet.sample.map((cells) => rowData(fields, rowByField(sheet.columns, cells, matches ?? []), today))
  const documents: readonly FormData[] = table === undefined ? rows : [{ ...around, [table]: rows }]
  const missing = withoutColumn(matches ?? [], requiredFields(schema, table)).map(titleOf)
  const used = matches?.filter(({ field }) => field !== undefined).length ?? 0

  const start = async () => {
    setStarting(true)
    setError(null)
    const fileName = pattern.trim()
    const body = {
      templateId: itemId,
      upload: received.upload,
      sheet: sheet.name,
      match: matches,
      mode: table === undefined ? 'each' : { table, data: around },
      ...(directory !== '' && { directory }),
      ...(fileName !== '' && { fileName }),
    }
    await onStart(body).catch(setError)
    setStarting(false)
  }
  return (
    <div className={styles.stack}>
      <SheetChoice received={received} sheet={sheet} onChange={onSheet} onOther={onOther} />
      <RowsInto
        tables={tablesOf(schema)}
        table={table}
        onChange={(chosen) => {
          setTable(chosen)
          setCorrected(undefined)
        }}
      />
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
                choices={fields.map(([value]) => ({ value, label: titleOf(value) }))}
                unused={t('match.unused')}
                onChange={setCorrected}
              />
              {missing.length > 0 && (
                <p className={styles.warn}>{t('batch.missing', { fields: missing.join(t('comma')) })}</p>
              )}
            </section>
            {table !== undefined && <AroundFields schema={schema} values={around} today={today} onChange={setAround} />}
            <OutPart
              template={template}
              pattern={pattern}
              onPattern={setPattern}
              first={documents[0] ?? {}}
              today={today}
              directory={directory}
              onDirectory={setDirectory}
            />
            {error !== null && <ErrorNotice error={error} />}
            <div className={styles.actions}>
              <Button
                type="primary"
                size="large"
                loading={starting}
                disabled={
                  used === 0 ||
                  unknownNames(pattern, schema).length > 0 ||
                  (window.xinhuo !== undefined && directory === '')
                }
                onClick={() => void start()}
              >
                {table === undefined
                  ? t('batch.start', { n: sheet.rows })
                  : t('batch.startTable', { n: sheet.rows, table: schema.properties[table]?.title ?? table })}
              </Button>
              <span className={styles.muted}>{t('batch.startHint')}</span>
            </div>
          </div>
          <RowPreview template={template} rows={documents} />
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
