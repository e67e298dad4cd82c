import { useTranslation } from 'react-i18next'
import styles from './kept-searches.module.css'
import { NoteGap } from './note-gap.tsx'

/** Under results that are only near: what was looked for may be missing here. */
export function MissingHere({ words }: { readonly words: string }) {
  const { t } = useTranslation('search')
  return (
    <details className={styles.missing}>
      <summary>{t('gaps.ask')}</summary>
      <NoteGap key={words} words={words} />
    </details>
  )
}
