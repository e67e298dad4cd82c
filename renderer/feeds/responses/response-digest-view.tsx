import { useTranslation } from 'react-i18next'
import type { ResponseDigest } from '../../../library/stories/responses/response-view.ts'
import styles from './responses.module.css'

const judgements = ['yes', 'partly', 'no'] as const

/** Counts and words over time. Counts are of answers, never of people. */
export function ResponseDigestView({ digest }: { readonly digest: ResponseDigest }) {
  const { t } = useTranslation('feeds')
  const { useful, byMonth, words } = digest
  return (
    <div className={styles.digest}>
      <dl className={styles.counts}>
        {judgements.map((name) => (
          <div key={name}>
            <dt>{t(`responses.useful.${name}`)}</dt>
            <dd>{useful[name]}</dd>
          </div>
        ))}
      </dl>
      {byMonth.length > 1 && (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <caption>{t('responses.byMonth')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('responses.month')}</th>
                {judgements.map((name) => (
                  <th key={name} scope="col">
                    {t(`responses.useful.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {byMonth.map((month) => (
                <tr key={month.month}>
                  <th scope="row">{month.month}</th>
                  {judgements.map((name) => (
                    <td key={name}>{month[name]}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {words.length > 0 && (
        <div>
          <p className={styles.hint}>{t('responses.words')}</p>
          <ul className={styles.words}>
            {words.slice(0, 24).map(({ word, count, months }) => (
              <li key={word} title={monthsText(months)}>
                {word}
                <span className={styles.hint}>
                  {t('responses.wordCount', { n: count, months: monthsText(months) })}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}

/** 2026-09, or 2026-09 – 2026-11. */
function monthsText(months: readonly string[]): string {
  const [first, last] = [months[0] ?? '', months.at(-1) ?? '']
  return first === last ? first : `${first} – ${last}`
}
