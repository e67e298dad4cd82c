import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { UpdateOffer } from '../../library/updates/update-view.ts'
import desk from '../publishing/publishing.module.css'

interface WaitingOffersProps {
  readonly offers: readonly UpdateOffer[]
  readonly onSee: (offer: UpdateOffer) => void
}

/** Updates that were looked at and left for later. */
export function WaitingOffers({ offers, onSee }: WaitingOffersProps) {
  const { t } = useTranslation('updates')
  const waiting = offers.filter(({ state }) => state === 'available')
  if (waiting.length === 0) return null
  return (
    <ul className={desk.rows}>
      {waiting.map((offer) => (
        <li key={offer.channel} className={desk.row}>
          <span className={desk.rowText}>{t('offer.waiting', { title: offer.title, version: offer.version })}</span>
          <Button size="small" aria-label={t('offer.againOf', { title: offer.title })} onClick={() => onSee(offer)}>
            {t('offer.again')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
