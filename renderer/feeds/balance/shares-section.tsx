import { lazy, Suspense, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { MixDimension } from '../../../library/feeds/feed.schema.ts'
import type { BalanceShare, BalanceView } from '../../../library/feeds/feed-view.ts'
import styles from './balance.module.css'
import { MissingList } from './missing-list.tsx'

const BarChart = lazy(() => import('./bar-chart.tsx').then((chart) => ({ default: chart.BarChart })))

/** From so many rows on they scroll in a frame of their own, picture and table together. */
const LONG = 30

interface SharesSectionProps {
  readonly dimension: MixDimension
  readonly shares: readonly BalanceShare[]
  readonly missing: BalanceView['missing']
}

/** One dimension as a picture with its numbers beside, in the vocabulary's order. */
export function SharesSection({ dimension, shares, missing }: SharesSectionProps) {
  const { t } = useTranslation('feeds')
  const bars = useMemo(
    () => shares.map(({ value, share, target }) => ({ name: value, value: Math.round(share), target })),
    [shares],
  )
  const title = t(`dimension.${dimension}`)
  const aimed = shares.some(({ target }) => target !== undefined)
  return (
    <section className={styles.section} aria-labelledby={`balance-${dimension}`}>
      <h2 id={`balance-${dimension}`} className={styles.heading}>
        {t('balance.by', { dimension: title })}
      </h2>
      {shares.length === 0 ? (
        <p className={styles.muted}>{t('balance.nothing')}</p>
      ) : (
        // A frame that scrolls must be reachable by keyboard.
        <div className={styles.beside} {...(shares.length > LONG && { 'data-long': '', tabIndex: 0 })}>
          <Suspense fallback={<div className={styles.chart} />}>
            <BarChart
              bars={bars}
              type="lying"
              unit="%"
              label={t(aimed ? 'balance.pictureWithTargets' : 'balance.picture', { dimension: title })}
            />
          </Suspense>
          <div className={styles.scroll}>
            <table className={styles.table}>
              <caption className="visually-hidden">{t('balance.by', { dimension: title })}</caption>
              <thead>
                <tr>
                  <th scope="col">{title}</th>
                  <th scope="col">{t('balance.stories')}</th>
                  <th scope="col">{t('balance.share')}</th>
                  {aimed && <th scope="col">{t('balance.target')}</th>}
                </tr>
              </thead>
              <tbody>
                {shares.map(({ value, stories, share, target }) => (
                  <tr key={value}>
                    <th scope="row">{value}</th>
                    <td>{stories}</td>
                    <td>{Math.round(share)}%</td>
                    {aimed && <td>{target === undefined ? '' : `${target}%`}</td>}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
      )}
      <MissingList missing={missing} />
    </section>
  )
}
