import { useTranslation } from 'react-i18next'
import frame from '../deck-frame.module.css'
import type { ShowAction } from './show-keys.ts'
import styles from './slide-show.module.css'

interface ControlsProps {
  /** 3 / 20 */
  readonly place: string
  readonly covered: boolean
  readonly canPlay: boolean
  readonly onPlay: () => void
  readonly onAction: (action: ShowAction) => void
  readonly onEnd: () => void
}

/** Buttons for what the keys do. They hide with the mouse, and come back with it or with Tab. */
export function Controls({ place, covered, canPlay, onPlay, onAction, onEnd }: ControlsProps) {
  const { t } = useTranslation('presenting')
  const button = (action: ShowAction, label: string, key?: string, pressed?: boolean) => (
    <button
      type="button"
      className={frame.button}
      title={key && `${label}（${key}）`}
      aria-pressed={pressed}
      onClick={() => onAction(action)}
    >
      {label}
    </button>
  )
  return (
    <div className={styles.controls} data-controls="" role="toolbar" aria-label={t('controls.label')}>
      {button('previous', t('controls.previous'), '←')}
      <span className={styles.place}>{place}</span>
      {button('next', t('controls.next'), '→')}
      {canPlay && (
        <button type="button" className={frame.button} onClick={onPlay}>
          {t('show.play')}
        </button>
      )}
      {button('overview', t('controls.overview'), 'O')}
      {button('black', covered ? t('controls.uncover') : t('controls.black'), 'B', covered)}
      {button('speaker', t('controls.speaker'), 'S')}
      {button('full', t('controls.full'), 'F')}
      {button('help', t('controls.help'), '?')}
      <button type="button" className={frame.button} onClick={onEnd}>
        {t('controls.end')}
      </button>
    </div>
  )
}
