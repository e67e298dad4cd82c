import { useTranslation } from 'react-i18next'
import styles from './drill-play.module.css'
import { PlayedMaterial } from './played-material.tsx'

interface DrillOverSlidesProps {
  readonly materialId: string
  readonly partId: string | undefined
  readonly onLeave: () => void
}

/** The scene of a slide, played over the slides, which stay where they are. */
export function DrillOverSlides({ materialId, partId, onLeave }: DrillOverSlidesProps) {
  const { t } = useTranslation('presenting')
  return (
    <PlayedMaterial
      materialId={materialId}
      partId={partId}
      onLeave={onLeave}
      leaveLabel={t('play.toSlides')}
      // Within the slides' own frame: nothing else is seen when it fills the screen.
      frame={(label, played) => (
        <div role="dialog" aria-modal="true" aria-label={label} className={styles.play}>
          {played}
        </div>
      )}
    />
  )
}
