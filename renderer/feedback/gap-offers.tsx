import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Report } from '../../library/feedback/report-view.ts'
import { useSearchGaps } from '../search/saved/use-kept-searches.ts'
import styles from './feedback.module.css'
import { useWriteReport } from './use-reports.ts'

/** Searches noted as missing, each to be put among what is sent, if the person wants. None left, nothing shown. */
export function GapOffers({ reports }: { readonly reports: readonly Report[] }) {
  const { t } = useTranslation('feedback')
  const gaps = useSearchGaps()
  const write = useWriteReport()
  const included = new Set(reports.map((report) => report.gapId))
  const offered = gaps.data?.filter((gap) => !included.has(gap.id)) ?? []
  if (offered.length === 0) return null
  return (
    <section aria-labelledby="gap-offers-title">
      <h2 id="gap-offers-title" className={styles.title}>
        {t('gaps.title')}
      </h2>
      <p className={styles.lead}>{t('gaps.lead')}</p>
      <ul>
        {offered.map(({ id, query, note }) => (
          <li key={id} className={styles.row}>
            <span className={styles.words}>
              {query} <span className={styles.aside}>{note}</span>
            </span>
            <Button
              size="small"
              aria-label={t('gaps.addOf', { words: query })}
              disabled={write.isPending}
              onClick={() => write.mutate({ kind: 'gap', text: note === '' ? query : `${query}\n${note}`, gapId: id })}
            >
              {t('gaps.add')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
