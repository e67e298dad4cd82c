import { useTranslation } from 'react-i18next'
import type { ItemView } from '../../library/items/item-view.ts'
import { PassageNotes } from './passage-notes.tsx'
import styles from './stray-notes.module.css'
import type { NoteDesk } from './use-note-desk.ts'

/** Notes on the whole item, and notes whose passage another revision has: nothing written is ever out of sight. */
export function StrayNotes({ item, notes }: { readonly item: ItemView; readonly notes: NoteDesk }) {
  const { t } = useTranslation('reading')
  const anchors = new Set(item.passages.map((passage) => passage.anchor))
  const stray = [...notes.byAnchor].filter(([anchor]) => !anchors.has(anchor))
  if (stray.length === 0) return null
  const lost = stray.some(([anchor]) => anchor !== '')
  return (
    <div>
      <h2 className={styles.title}>{t(lost ? 'note.orphans' : 'note.label')}</h2>
      {lost && <p className={styles.hint}>{t('note.orphansHint')}</p>}
      {stray.map(([anchor, written]) => (
        <div key={anchor}>
          {anchor !== '' && <p>{anchor}</p>}
          <PassageNotes anchor={anchor} place={anchor} notes={written} desk={notes} />
        </div>
      ))}
    </div>
  )
}
