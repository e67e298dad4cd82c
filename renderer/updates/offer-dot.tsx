import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import styles from './offer-dot.module.css'
import { offersQuery } from './use-channels.ts'

/** A dot where a checked update waits; it counts nothing and asks for nothing. */
export function OfferDot() {
  const { t } = useTranslation('updates')
  const { data } = useQuery(offersQuery)
  if (!data?.some(({ state }) => state === 'available')) return null
  return (
    <span className={styles.dot}>
      <span className="visually-hidden">{t('offer.waits')}</span>
    </span>
  )
}
