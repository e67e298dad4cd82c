import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { FileDrop } from '../../office/sheets/file-drop.tsx'
import { SendingLine } from '../sending-line.tsx'
import styles from './pictures.module.css'
import type { Receiving } from './use-receiving.ts'

/** Where pictures, sounds and films are dropped. Originals are kept as they come; what leaves is a cleaned copy. */
export function MediaDrop({ receiving }: { readonly receiving: Receiving }) {
  const { t } = useTranslation('storyForm')
  const { take, cancel, busy, fraction, error, refused } = receiving
  return (
    <div className={styles.dropPlace} data-media-drop="">
      <FileDrop
        title={t('media.drop')}
        hint={t('media.dropHint')}
        choose={t('media.choose')}
        icon="import"
        accept="image/*,video/*,audio/*"
        several
        small
        busy={busy}
        onFiles={(files) => void take(files)}
      />
      {fraction !== undefined && <SendingLine fraction={fraction} onCancel={cancel} />}
      {error !== null && <ErrorNotice error={error} />}
      {refused.length > 0 && (
        <ul className={styles.refused} role="alert">
          {refused.map(({ name, reason }) => (
            <li key={name}>{t('media.refused', { name, reason })}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
