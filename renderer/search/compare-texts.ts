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

/** Two passages word by word, each side whole, with the words marked that the other has not got. */
export function compareTexts(left: string, right: string): ComparedTexts {
  const parts = diffArrays(words(left), words(right), { maxEditLength: MOST_EDITS })
  if (!parts) return { left: run(left, true), right: run(right, true), same: false }
  return {
    left: parts.flatMap((part) => (part.added ? [] : run(part.value.join(''), part.removed))),
    right: parts.flatMap((part) => (part.removed ? [] : run(part.value.join(''), part.added))),
    same: left === right,
  }
}

const run = (text: string, differs: boolean): ComparedRun[] => (text === '' ? [] : [{ text, differs }])
