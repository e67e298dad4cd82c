import { useTranslation } from 'react-i18next'
import styles from './speaker-notes.module.css'

/** What the speaker says to a slide, in paragraphs. */
export function SpeakerNotes({ notes, size = 1.25 }: { readonly notes: readonly string[]; readonly size?: number }) {
  const { t } = useTranslation('presenting')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: long notes are scrolled by the keyboard
    <section className={styles.notes} aria-label={t('speaker.notes')} tabIndex={0} style={{ fontSize: `${size}rem` }}>
      {notes.length === 0 ? (
        <p className={styles.none}>{t('speaker.noNotes')}</p>
      ) : (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no name but their place
        notes.map((paragraph, at) => <p key={at}>{paragraph}</p>)
      )}
    </section>
  )
}
