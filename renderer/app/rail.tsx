import { Link, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Icon } from '../design/icon.tsx'
import { OfferDot } from '../updates/offer-dot.tsx'
import styles from './rail.module.css'
import { Seal } from './seal.tsx'

const places = [
  { to: '/', name: 'home', icon: 'home' },
  { to: '/search', name: 'search', icon: 'search' },
  { to: '/library', name: 'library', icon: 'library' },
  { to: '/templates', name: 'templates', icon: 'template' },
  { to: '/stories', name: 'stories', icon: 'story' },
  { to: '/feeds', name: 'feeds', icon: 'feed' },
  { to: '/meetings', name: 'meetings', icon: 'meeting' },
  { to: '/favourites', name: 'favourites', icon: 'favourite' },
  { to: '/import', name: 'import', icon: 'import' },
  { to: '/updates', name: 'updates', icon: 'updates' },
  { to: '/settings', name: 'settings', icon: 'settings' },
] as const

/** Desks that lie within another's place. */
const homes = [
  { to: '/templates', below: /^\/(office|forms)\// },
  { to: '/meetings', below: /^\/(drills|guides|learning)(\/|$)/ },
] as const

/** The desks, always in the same place. */
export function Rail() {
  const { t } = useTranslation()
  const within = useLocation({ select: ({ pathname }) => homes.find(({ below }) => below.test(pathname))?.to })
  return (
    <nav className={styles.rail} aria-label={t('nav.label')}>
      <Link to="/" className={styles.brand} aria-label={t('name')} tabIndex={-1}>
        <Seal />
        <span className={styles.brandName}>{t('name')}</span>
      </Link>
      <ul className={styles.links}>
        {places.map((place) => (
          <li key={place.to}>
            <Link
              to={place.to}
              className={styles.link}
              activeOptions={{ exact: place.to === '/', includeSearch: false, includeHash: false }}
              {...(within === place.to && { 'aria-current': 'page' })}
            >
              <Icon name={place.icon} />
              {t(`nav.${place.name}`)}
              {place.name === 'updates' && <OfferDot />}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
