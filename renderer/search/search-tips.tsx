import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Page } from '../design/page.tsx'
import { KeptSearches } from './saved/kept-searches.tsx'
import styles from './search-tips.module.css'

const tips = ['plain', 'and', 'phrase', 'number', 'initials'] as const

/** The search desk before anything was typed. */
export function SearchTips() {
  const { t } = useTranslation('search')
  return (
    <Page title={t('start')} lead={t('startLead')}>
      <dl className={styles.tips}>
        {tips.map((tip) => (
          <div key={tip} className={styles.tip}>
            <dt>{t(`tips.${tip}`)}</dt>
            <dd>
              <Link to="/search" search={{ q: t(`tips.${tip}Example`) }}>
                {t(`tips.${tip}Example`)}
              </Link>
            </dd>
          </div>
        ))}
      </dl>
      <KeptSearches />
    </Page>
  )
}
