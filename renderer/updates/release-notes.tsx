import { type NotesBlock, notesBlocks } from './notes-blocks.ts'
import styles from './release-notes.module.css'

/**
 * What a publisher writes of a version. Only paragraphs, headings and lists are known, and they are made of text: a
 * channel cannot bring markup, pictures or links into the window.
 */
export function ReleaseNotes({ notes }: { readonly notes: string }) {
  return (
    <div className={styles.notes}>
      {notesBlocks(notes).map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a note never move
        <Block key={at} block={block} />
      ))}
    </div>
  )
}

function Block({ block }: { readonly block: NotesBlock }) {
  if ('text' in block) return <p className={block.kind === 'heading' ? styles.heading : undefined}>{block.text}</p>
  const List = block.kind === 'numbers' ? 'ol' : 'ul'
  return (
    <List className={block.kind === 'numbers' ? styles.numbers : styles.bullets}>
      {block.entries.map((entry, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the entries of a note never move
        <li key={at}>{entry}</li>
      ))}
    </List>
  )
}
