import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ColumnMatch, SheetView } from '../../../library/templates/known/known-view.ts'
import { rematched } from './matched-columns.ts'
import styles from './sheet-parts.module.css'

export interface MatchChoice {
  readonly value: string
  readonly label: string
}

interface ColumnMatchesProps {
  readonly sheet: SheetView
  readonly matches: readonly ColumnMatch[]
  readonly choices: readonly MatchChoice[]
  /** What stands for a column that is not used. */
  readonly unused: string
  readonly onChange: (matches: readonly ColumnMatch[]) => void
}

/** The columns of a sheet, what each is taken for and why; each can be corrected. */
export function ColumnMatches({ sheet, matches, choices, unused, onChange }: ColumnMatchesProps) {
  const { t } = useTranslation('office')
  const options = [{ value: '', label: unused }, ...choices]
  const taken = new Set(matches.map(({ field }) => field))
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t('match.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('match.column')}</th>
            <th scope="col">{t('match.field')}</th>
            <th scope="col">{t('match.why')}</th>
          </tr>
        </thead>
        <tbody>
          {matches.map(({ column, field, by }) => (
            <tr key={column} data-unused={field === undefined ? '' : undefined}>
              <th scope="row">
                {column}
                <p className={styles.sample}>{samplesOf(sheet, column)}</p>
              </th>
              <td className={styles.fieldCell}>
                <Select
                  className={styles.select ?? ''}
                  aria-label={t('match.fieldOf', { column })}
                  value={field ?? ''}
                  showSearch={{ optionFilterProp: 'label' }}
                  options={options.map((option) =>
                    option.value !== '' && option.value !== field && taken.has(option.value)
                      ? { ...option, label: t('match.taken', { name: option.label }) }
                      : option,
                  )}
                  onChange={(chosen: string) => onChange(rematched(matches, column, chosen || undefined))}
                />
              </td>
              <td className={styles.why}>{by ? t(`match.by.${by}`) : field === undefined ? t('match.none') : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The column's first values that are not empty. */
function samplesOf(sheet: SheetView, column: string): string {
  const at = sheet.columns.indexOf(column)
  const values = sheet.sample.map((row) => row[at]?.trim() ?? '').filter((value) => value !== '')
  return [...new Set(values)].slice(0, 3).join('、')
}
