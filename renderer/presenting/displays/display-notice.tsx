import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import frame from '../deck-frame.module.css'
import styles from '../show/slide-show.module.css'
import { useDisplayNews } from './use-display-news.ts'

/** Says calmly that a display went, and offers one that is back. `onPlace` answers whether the slides are there now. */
export function DisplayNotice({ onPlace }: { readonly onPlace: () => Promise<boolean> }) {
  const { t } = useTranslation('presenting')
  const { news, settle } = useDisplayNews()
  const [failed, setFailed] = useState(false)
  if (!news) return null
  const place = async () => {
    const placed = await onPlace()
    setFailed(!placed)
    if (placed) settle()
  }
  return (
    <div className={styles.notice} role="status">
      <span>{failed ? t('displays.notPlaced') : t(`displays.${news}`)}</span>
      {news === 'back' && !failed && (
        <button type="button" className={frame.button} onClick={() => void place()}>
          {t('displays.place')}
        </button>
      )}
      <button
        type="button"
        className={frame.button}
        onClick={() => {
          setFailed(false)
          settle()
        }}
      >
        {t('controls.close')}
      </button>
    </div>
  )
}
