import type { ProposalSource } from '../proposal-view.ts'
import type { StoryLine } from './story-lines.ts'

const LONGEST_QUOTE = 200

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
  const sources: ProposalSource[] = []
  const used = new Set<number>()
  const parts: string[] = []
  const use = (...some: readonly StoryLine[]) => {
    for (const line of some) used.add(line.at)
  }
  return {
    lines,
    found(field, quote, confidence, ...some) {
      if (!sources.some((one) => one.field === field)) {
        sources.push({ field, quote: quote.trim().slice(0, LONGEST_QUOTE), confidence })
      }
      use(...some)
    },
    use,
    leave: (text) => parts.push(text),
    isUsed: ({ at }) => used.has(at),
    sources: () => sources,
    left: () => [
      ...lines
        .filter(({ at, type }) => type !== 'picture' && !used.has(at))
        .map(({ label, text }) => (label ? `${label}：${text}` : text)),
      ...parts,
    ],
  }
}
