import type { ProposalSource } from '../proposal-view.ts'
import type { StoryLine } from './story-lines.ts'

const LONGEST_QUOTE = 200
/** Fields of several words, which have no place of their own each. */
const LISTS = new Set(['themes', 'topics', 'posts', 'places', 'groups', 'audience'])

/** What was read so far: where each value stands, and which lines have given something. */
export interface StoryReading {
  readonly lines: readonly StoryLine[]
  /** Notes where a value was read; the lines it stands in are used by it. */
  found(field: string, quote: string, confidence: ProposalSource['confidence'], ...lines: readonly StoryLine[]): void
  use(...lines: readonly StoryLine[]): void
  /** A part of a line that found no place. */
  leave(text: string): void
  readonly isUsed: (line: StoryLine) => boolean
  readonly sources: () => ProposalSource[]
  readonly left: () => string[]
}

export function createStoryReading(lines: readonly StoryLine[]): StoryReading {
  const sources = new Map<string, ProposalSource>()
  const used = new Set<number>()
  const parts: string[] = []
  const use = (...some: readonly StoryLine[]) => {
    for (const line of some) used.add(line.at)
  }
  return {
    lines,
    found(field, quote, confidence, ...some) {
      const said = quote.replace(/\s+/g, ' ').trim()
      const before = sources.get(field)
      // A list is read in several places, and is as sure as the first.
      const whole = before && LISTS.has(field) && !before.quote.includes(said) ? `${before.quote} … ${said}` : said
      if (!before || LISTS.has(field)) {
        sources.set(field, {
          field,
          quote: (before?.quote.includes(said) ? before.quote : whole).slice(0, LONGEST_QUOTE),
          confidence: before?.confidence ?? confidence,
        })
      }
      use(...some)
    },
    use,
    leave: (text) => parts.push(text),
    isUsed: ({ at }) => used.has(at),
    sources: () => [...sources.values()],
    left: () => [
      ...lines
        .filter(({ at, type }) => type !== 'picture' && !used.has(at))
        .map(({ label, text }) => (label ? `${label}：${text}` : text)),
      ...parts,
    ],
  }
}
