import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import frame from '../deck-frame.module.css'
import styles from './slide-show.module.css'

/** The outline was changed elsewhere: the new slides are offered, never forced upon a hall. */
export function NewerNotice({ onTake }: { readonly onTake: () => void }) {
  const { t } = useTranslation('presenting')
  const [later, setLater] = useState(false)
  if (later) return null
  return (
    <div className={styles.notice} role="status">
      <span>{t('show.newer')}</span>
      <button type="button" className={frame.button} onClick={onTake}>
        {t('show.takeNewer')}
      </button>
      <button type="button" className={frame.button} onClick={() => setLater(true)}>
        {t('show.notNow')}
      </button>
    </div>
  )
}
