import { useTranslation } from 'react-i18next'
import type { MaterialResponse, ResponseSheet, ResponsesView } from '../../library/meetings/responses/response-view.ts'
import panel from '../design/panels.module.css'
import table from '../stories/work/responses-panel.module.css'
import styles from './cards.module.css'
import { useCardWords } from './use-card-words.ts'

interface CountTablesProps {
  readonly type: MaterialResponse['type']
  readonly sheet: ResponseSheet
  readonly cards: ResponsesView['cards']
}

/** How often each choice was ticked: a plain table, in the card's order, and no mark of any kind. */
export function CountTables({ type, sheet, cards }: CountTablesProps) {
  const { t } = useTranslation('cards')
  const { askText, choiceText } = useCardWords()
  const counts = sheet.counts.filter((count) => count.type === type)
  if (counts.length === 0) return null
  return (
    <div className={styles.counts}>
      {counts.map(({ question: id, answers }) => {
        const question = cards[type].find((one) => one.id === id)
        if (!question) return null
        return (
          <table key={id} className={table.table}>
            <caption className={panel.muted}>{askText(question)}</caption>
            <thead className="visually-hidden">
              <tr>
                <th scope="col">{t('choiceColumn')}</th>
                <th scope="col">{t('countColumn')}</th>
              </tr>
            </thead>
            <tbody>
              {answers.map(({ value, count }) => (
                <tr key={value}>
                  <th scope="row">{choiceText(question, value)}</th>
                  <td>{count}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )
      })}
    </div>
  )
}
