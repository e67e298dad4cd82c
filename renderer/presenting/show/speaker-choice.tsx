import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../design/dialog.tsx'
import frame from '../deck-frame.module.css'
import styles from './slide-show.module.css'

interface SpeakerChoiceProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly onBelow: () => void
  /** Answers whether the window has opened. */
  readonly onWindow: () => boolean
}

/** Asked where there is one display only. */
export function SpeakerChoice({ open, onClose, onBelow, onWindow }: SpeakerChoiceProps) {
  const { t } = useTranslation('presenting')
  const [blocked, setBlocked] = useState(false)
  return (
    <Dialog open={open} title={t('speakerChoice.title')} onClose={onClose}>
      <p>{t('speakerChoice.what')}</p>
      {blocked && <p role="alert">{t('speakerChoice.blocked')}</p>}
      <div className={styles.choice}>
        <button
          type="button"
          className={frame.button}
          onClick={() => {
            const opened = onWindow()
            setBlocked(!opened)
            if (opened) onClose()
          }}
        >
          {t('speakerChoice.window')}
        </button>
        <button type="button" className={frame.button} onClick={onBelow}>
          {t('speakerChoice.below')}
        </button>
      </div>
    </Dialog>
  )
}
