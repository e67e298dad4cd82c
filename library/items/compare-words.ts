import { diffArrays } from 'diff'
import type { WordChange } from './item-view.ts'

/** More words added and removed than this are shown sentence by sentence; finding them all would take minutes. */
const MOST_EDITS = 1500

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
const words = (text: string) => [...segmenter.segment(text)].map((segment) => segment.segment)
const sentences = (text: string) => text.split(/(?<=[。；\n])/)

/** Word by word, as Intl.Segmenter cuts Chinese; the runs of each side together are its text. */
export function compareWords(older: string, newer: string): WordChange[] {
  return (
    compareParts(words(older), words(newer)) ??
    compareLong(sentences(older), sentences(newer)).filter((part) => part.text !== '')
  )
}

/** Undefined when the two differ in too much. */
function compareParts(older: readonly string[], newer: readonly string[]): WordChange[] | undefined {
  return diffArrays([...older], [...newer], { maxEditLength: MOST_EDITS })?.map((part) => ({
    type: part.added ? 'added' : part.removed ? 'removed' : 'same',
    text: part.value.join(''),
  }))
}

function compareLong(older: readonly string[], newer: readonly string[]): WordChange[] {
  const parts = diffArrays([...older], [...newer], { maxEditLength: MOST_EDITS })
  if (!parts) return replaced(older.join(''), newer.join(''))
  return parts.flatMap((part, index): WordChange[] => {
    const before = parts[index - 1]
    const after = parts[index + 1]
    if (part.removed && after?.added) return compareSentences(part.value, after.value)
    if (part.added && before?.removed) return []
    return [{ type: part.added ? 'added' : part.removed ? 'removed' : 'same', text: part.value.join('') }]
  })
}

/** As many sentences as before are taken for the same ones, each reworded. */
function compareSentences(older: readonly string[], newer: readonly string[]): WordChange[] {
  if (older.length !== newer.length) return replaced(older.join(''), newer.join(''))
  return older.flatMap((sentence, index) => {
    const other = newer[index] ?? ''
    return compareParts(words(sentence), words(other)) ?? replaced(sentence, other)
  })
}

const replaced = (older: string, newer: string): WordChange[] => [
  { type: 'removed', text: older },
  { type: 'added', text: newer },
]
