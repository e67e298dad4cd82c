import { lazy, Suspense, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { BalanceView } from '../../../library/feeds/feed-view.ts'
import styles from './balance.module.css'

const BarChart = lazy(() => import('./bar-chart.tsx').then((chart) => ({ default: chart.BarChart })))

/** How many stories were published in which month. */
export function MonthsSection({ months }: { readonly months: BalanceView['months'] }) {
  const { t } = useTranslation('feeds')
  const bars = useMemo(() => months.map(({ month, stories }) => ({ name: month, value: stories })), [months])
  if (months.length === 0) return null
  return (
    <section className={styles.section} aria-labelledby="balance-months">
      <h2 id="balance-months" className={styles.heading}>
        {t('balance.months')}
      </h2>
      <div className={styles.beside}>
        <Suspense fallback={<div className={styles.chart} />}>
          <BarChart bars={bars} type="standing" unit="" label={t('balance.monthsPicture')} />
        </Suspense>
        <div className={styles.scroll}>
          <table className={styles.table}>
            <caption className="visually-hidden">{t('balance.months')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('balance.month')}</th>
                <th scope="col">{t('balance.stories')}</th>
              </tr>
            </thead>
            <tbody>
              {months.map(({ month, stories }) => (
                <tr key={month}>
                  <th scope="row">{month}</th>
                  <td>{stories}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </section>
  )
}
