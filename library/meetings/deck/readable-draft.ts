import { plainText } from '../../feeds/site/html.ts'
import type { FlowingBlock } from './block-atoms.ts'
import type { Line } from './deck.ts'
import type { SlideDraft } from './slide-draft.ts'

/** Text that stands in one paragraph, without what is not for reading. */
const readable = (text: string): string => plainText(text).replace(/[\t\n\r]+/g, ' ')

/** A draft whose texts hold no line ends, no control characters and no halves of characters, whoever wrote them. */
export function readableDraft(draft: SlideDraft): SlideDraft {
  const { title, kicker, blocks, notes } = draft
  return {
    ...draft,
    title: readable(title).trim(),
    ...(kicker !== undefined && { kicker: readable(kicker).trim() }),
    ...(notes && { notes: notes.map((note) => plainText(note).trim()).filter((note) => note !== '') }),
    blocks: blocks.map((one) => ({ ...one, block: readableBlock(one.block) })),
  }
}

const readableLine = (line: Line): Line => ({
  ...line,
  runs: line.runs.map((run) => ({ ...run, text: readable(run.text) })).filter(({ text }) => text !== ''),
})

function readableBlock(block: FlowingBlock): FlowingBlock {
  switch (block.type) {
    case 'text':
      return { ...block, lines: block.lines.map(readableLine) }
    case 'clause':
      return { ...block, heading: readable(block.heading), lines: block.lines.map(readableLine) }
    case 'quote':
      return { ...block, lines: block.lines.map(readableLine), ...(block.by && { by: readable(block.by) }) }
    case 'choices':
      return { ...block, choices: block.choices.map((one) => ({ ...one, lines: one.lines.map(readableLine) })) }
    case 'table':
      return { ...block, head: block.head.map(readable), rows: block.rows.map((row) => row.map(readable)) }
  }
}
