import { useTranslation } from 'react-i18next'
import styles from '../publishing.module.css'
import { CopySection } from './copy-section.tsx'
import type { Stage } from './use-preview.ts'

const ways = ['stick', 'zip', 'web'] as const

interface CarryOnProps {
  readonly channel: string
  readonly stage: Stage
  readonly repository: string
}

/** The ways in which a release gets to readers. */
export function CarryOn({ channel, stage, repository }: CarryOnProps) {
  const { t } = useTranslation('publishing')
  return (
    <>
      <h3 className={styles.subheading}>{t('release.carryTitle')}</h3>
      <ul className={styles.bullets}>
        {ways.map((way) => (
          <li key={way}>{t(`release.carry.${way}`)}</li>
        ))}
      </ul>
      <CopySection channel={channel} stage={stage} from={repository} />
    </>
  )
}
