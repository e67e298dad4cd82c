import { Checkbox, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ProposedBlank } from '../../../library/templates/template-view.ts'
import styles from './own-template.module.css'
import type { TakenBlanks } from './taken-blanks.ts'

interface BlankListProps {
  readonly blanks: readonly ProposedBlank[]
  readonly taken: TakenBlanks
  readonly onChange: (taken: TakenBlanks) => void
}

/** Places that look like blanks; each that is ticked becomes a placeholder when the template is kept. */
export function BlankList({ blanks, taken, onChange }: BlankListProps) {
  const { t } = useTranslation('templates')
  if (blanks.length === 0) return null
  const without = (id: string) => Object.fromEntries(Object.entries(taken).filter(([other]) => other !== id))
  return (
    <details className={styles.blanks} open={Object.keys(taken).length === 0 || undefined}>
      <summary>{t('own.blanks', { n: blanks.length })}</summary>
      <p className={styles.hint}>{t('own.blanksHint')}</p>
      <ul>
        {blanks.map((blank) => (
          <li key={blank.id}>
            <Checkbox
              checked={taken[blank.id] !== undefined}
              onChange={(event) =>
                onChange(event.target.checked ? { ...taken, [blank.id]: blank.name } : without(blank.id))
              }
            >
              {blank.quote}
            </Checkbox>
            {taken[blank.id] !== undefined && (
              <Input
                value={taken[blank.id] ?? ''}
                maxLength={40}
                aria-label={t('own.blankName', { quote: blank.quote })}
                onChange={(event) => onChange({ ...taken, [blank.id]: event.target.value })}
              />
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
