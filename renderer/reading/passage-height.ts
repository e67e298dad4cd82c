import type { PassageView } from '../../library/items/item-view.ts'

const CHARACTERS_PER_LINE = 38
const LINE = 1.125 * 1.85
const HEADING = 4
const PADDING = 0.8

/** About how high a passage will stand, in rem; the list measures it once it is shown. */
export function passageHeight(passage: Pick<PassageView, 'type' | 'heading' | 'text'>): number {
  if (passage.type === 'heading') return HEADING
  const heading = passage.type === 'provision' ? passage.heading.length + 1 : 0
  const paragraphs = passage.text.split(/\n+/).filter((paragraph) => paragraph.trim() !== '')
  const lines = paragraphs.reduce(
    (sum, paragraph, i) => sum + Math.ceil((paragraph.length + (i === 0 ? heading + 2 : 2)) / CHARACTERS_PER_LINE),
    0,
  )
  const gaps = Math.max(paragraphs.length - 1, 0) * 0.5
  return Math.max(lines, 1) * LINE + gaps + PADDING
}
