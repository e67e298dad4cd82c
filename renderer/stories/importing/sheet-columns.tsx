import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProposalSheet, StoryProposals } from '../../../library/stories/proposing/proposal-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { ColumnMatches } from '../../office/sheets/column-matches.tsx'
import { request } from '../../service/client.ts'
import styles from './importing.module.css'

/** What a column of a sheet with one story a row can be taken for. */
const fields = [
  'title',
  'summary',
  'problem',
  'done',
  'cost',
  'cost/people',
  'cost/money',
  'cost/time',
  'cost/powers',
  'failed',
  'result',
  'evidence',
  'caution',
  'lesson',
  'places',
  'days',
  'themes',
  'topics',
  'posts',
  'groups',
  'audience',
  'heroes',
  'people',
  'told',
  'author',
  'office',
  'reportedOn',
  'policies',
  'quotes',
  'captions',
] as const

interface SheetColumnsProps {
  readonly upload: string
  readonly sheets: readonly ProposalSheet[]
  readonly onRead: (answer: StoryProposals) => void
}

/** What the columns of each sheet were taken for; changing one reads the sheet again. */
export function SheetColumns({ upload, sheets, onRead }: SheetColumnsProps) {
  const { t } = useTranslation('storyTelling')
  const [error, setError] = useState<unknown>(null)
  const change = async (sheet: ProposalSheet, match: ProposalSheet['columns']) => {
    setError(null)
    try {
      onRead(
        await request<StoryProposals>('POST', `/api/story-proposals/${encodeURIComponent(upload)}/columns`, {
          body: { file: sheet.file, sheet: sheet.sheet, match },
        }),
      )
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <>
      {sheets.map((sheet) => (
        <details key={`${sheet.file}${sheet.sheet}`} className={styles.skipped}>
          <summary>{t('import.columns', { file: sheet.file, sheet: sheet.sheet })}</summary>
          <p className={styles.muted}>{t('import.columnsLead')}</p>
          {sheet.notes.map((note) => (
            <p key={note} className={styles.muted}>
              {note}
            </p>
          ))}
          <ColumnMatches
            sheet={{
              name: sheet.sheet,
              columns: sheet.columns.map(({ column }) => column),
              rows: 0,
              sample: [],
              notes: [],
            }}
            matches={sheet.columns}
            choices={fields.map((value) => ({ value, label: t(`import.field.${value}`) }))}
            unused={t('import.unused')}
            onChange={(match) => void change(sheet, match)}
          />
        </details>
      ))}
      {error !== null && <ErrorNotice error={error} />}
    </>
  )
}
