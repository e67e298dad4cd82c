import { useTranslation } from 'react-i18next'
import styles from '../publishing.module.css'

const ways = ['stick', 'zip', 'web'] as const

/** The ways in which a release gets to readers. */
export function CarryOn() {
  const { t } = useTranslation('publishing')
  return (
    <>
      <h3 className={styles.subheading}>{t('release.carryTitle')}</h3>
      <ul className={styles.bullets}>
        {ways.map((way) => (
          <li key={way}>{t(`release.carry.${way}`)}</li>
        ))}
      </ul>
    </>
  )
}
