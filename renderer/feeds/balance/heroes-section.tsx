import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { BalanceView } from '../../../library/feeds/feed-view.ts'
import { useShownDate } from '../../reading/shown-date.ts'
import styles from './balance.module.css'

/** Who was told about more than once lately. */
export function HeroesSection({ balance }: { readonly balance: BalanceView }) {
  const { t } = useTranslation('feeds')
  const shown = useShownDate()
  if (balance.repeatedHeroes.length === 0) return null
  return (
    <section className={styles.section} aria-labelledby="balance-heroes">
      <h2 id="balance-heroes" className={styles.heading}>
        {t('balance.heroes')}
      </h2>
      <p className={styles.muted}>{t('balance.heroesHint')}</p>
      <ul className={styles.rows}>
        {balance.repeatedHeroes.map(({ name, stories }) => (
          <li key={name} className={styles.row}>
            <span className={styles.says}>{name}</span>
            <span className={styles.ways}>
              {stories.map(({ id, title, publishedOn }) => (
                <span key={id}>
                  <Link to="/item/$itemId" params={{ itemId: id }} search={{}}>
                    {title}
                  </Link>{' '}
                  <span className={styles.muted}>{shown(publishedOn)}</span>
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
