import { Link, useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icon.tsx'
import styles from './unit-offer.module.css'
import { isEmptyProfile } from './unit-profile.ts'
import { useUnit } from './use-unit.ts'

const CLOSED = 'xinhuo.unit-offer-closed'

/** One line that leads to the unit's profile while nothing is in it; closed once, it stays closed. */
export function UnitOffer() {
  const { t } = useTranslation('office')
  const unit = useUnit()
  const atUnit = useLocation({ select: (place) => place.pathname === '/office/unit' })
  const [closed, setClosed] = useState(() => localStorage.getItem(CLOSED) !== null)
  if (closed || atUnit || !unit.data || !isEmptyProfile(unit.data)) return null
  return (
    <p className={styles.offer}>
      <span>
        {t('offer.what')} <Link to="/office/unit">{t('offer.go')}</Link>
      </span>
      <button
        type="button"
        className={styles.close}
        aria-label={t('offer.close')}
        title={t('offer.close')}
        onClick={() => {
          localStorage.setItem(CLOSED, '1')
          setClosed(true)
        }}
      >
        <Icon name="close" />
      </button>
    </p>
  )
}
