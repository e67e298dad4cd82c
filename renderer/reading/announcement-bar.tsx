import { useTranslation } from 'react-i18next'
import { Icon } from '../design/icon.tsx'
import styles from './announcement-bar.module.css'
import { ToolButton } from './tool-button.tsx'
import type { Announcement } from './use-announcement.ts'

interface AnnouncementBarProps {
  readonly announcement: Announcement | undefined
  readonly onDismiss: () => void
}

/** Says what was just done, and offers to undo it. Always there, so that it is read aloud. */
export function AnnouncementBar({ announcement, onDismiss }: AnnouncementBarProps) {
  const { t } = useTranslation('reading')
  const undo = announcement?.undo
  return (
    <div className={styles.place} role="status">
      {announcement && (
        <div className={styles.bar}>
          <span>{announcement.text}</span>
          {undo && (
            <button
              type="button"
              className={styles.undo}
              onClick={() => {
                undo()
                onDismiss()
              }}
            >
              {t('undo')}
            </button>
          )}
          <ToolButton label={t('dismiss')} icon={<Icon name="close" />} onClick={onDismiss} />
        </div>
      )}
    </div>
  )
}
