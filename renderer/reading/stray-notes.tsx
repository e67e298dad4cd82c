import { useTranslation } from 'react-i18next'
import type { ItemView } from '../../library/items/item-view.ts'
import { anchorText } from '../design/anchor-text.ts'
import { PassageNotes } from './passage-notes.tsx'
import styles from './stray-notes.module.css'
import type { NoteDesk } from './use-note-desk.ts'

/** Notes on the whole item, and notes whose passage another revision has: nothing written is ever out of sight. */
export function StrayNotes({ item, notes }: { readonly item: ItemView; readonly notes: NoteDesk }) {
  const { t } = useTranslation('reading')
  const anchors = new Set(item.passages.map((passage) => passage.anchor))
  const lost = [...notes.byAnchor].filter(([anchor]) => anchor !== '' && !anchors.has(anchor))
  const onWhole = notes.byAnchor.get('') ?? []
  const writing = notes.editing?.anchor === ''
  return (
    <div className={styles.part}>
      <h2 className={styles.title}>{t('note.whole')}</h2>
      {(onWhole.length > 0 || writing) && <PassageNotes anchor="" place={t('whole')} notes={onWhole} desk={notes} />}
      {!writing && (
        <button type="button" className={styles.write} onClick={() => notes.start('')}>
          {t('note.writeWhole')}
        </button>
      )}
      {lost.length > 0 && (
        <>
          <h3 className={styles.title}>{t('note.orphans')}</h3>
          <p className={styles.hint}>{t('note.orphansHint')}</p>
          {lost.map(([anchor, written]) => (
            <div key={anchor}>
              <p>{anchorText(anchor)}</p>
              <PassageNotes anchor={anchor} place={anchorText(anchor)} notes={written} desk={notes} />
            </div>
          ))}
        </>
      )}
    </div>
  )
}
