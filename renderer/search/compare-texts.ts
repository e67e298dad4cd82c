import { diffArrays } from 'diff'

/** A run of words of one side; `differs` when the other side has not got it there. */
export interface ComparedRun {
  readonly text: string
  readonly differs: boolean
}

export interface ComparedTexts {
  readonly left: readonly ComparedRun[]
  readonly right: readonly ComparedRun[]
  readonly same: boolean
}

/** Beyond this many words that differ the rest is taken for different; finding out would take seconds. */
const MOST_EDITS = 1500

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
const words = (text: string) => [...segmenter.segment(text)].map(({ segment }) => segment)

/**
 * Two passages word by word, each side whole, with the words marked that the other has not got.
 * A comma or one character that both happen to have between words that differ tells nothing, and
 * is marked with them.
 */
export function compareTexts(left: string, right: string): ComparedTexts {
  const parts = diffArrays(words(left), words(right), { maxEditLength: MOST_EDITS })
  if (!parts) return { left: joined([[left, true]]), right: joined([[right, true]]), same: false }
  const differs = parts.map((part, index) => {
    const between = isChange(parts[index - 1]) && isChange(parts[index + 1])
    return isChange(part) || (between && isSlight(part.value.join('')))
  })
  const side = (other: 'added' | 'removed') =>
    joined(parts.flatMap((part, index) => (part[other] ? [] : [[part.value.join(''), differs[index] === true]])))
  return { left: side('added'), right: side('removed'), same: left === right }
}

const isChange = (part: { readonly added: boolean; readonly removed: boolean } | undefined) =>
  part !== undefined && (part.added || part.removed)
const isSlight = (text: string) => text.replace(/[\p{P}\s]/gu, '').length <= 1

/** Neighbours that are marked alike become one run. */
function joined(runs: readonly (readonly [text: string, differs: boolean])[]): ComparedRun[] {
  const result: ComparedRun[] = []
  for (const [text, differs] of runs) {
    const last = result.at(-1)
    if (text === '') continue
    if (last?.differs === differs) result[result.length - 1] = { text: last.text + text, differs }
    else result.push({ text, differs })
  }
  return result
}
