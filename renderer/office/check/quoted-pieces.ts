import type { FindingPlace } from '../../../library/templates/finding.ts'

interface Piece {
  /** Where it begins, for telling pieces apart. */
  readonly at: number
  readonly text: string
  readonly marked: boolean
}

/** The words around a finding with the words found apart; the words alone where their surroundings do not hold them. */
export function pieces({ context, quote }: Extract<FindingPlace, { type: 'document' }>): readonly Piece[] {
  const at = context.indexOf(quote)
  if (at < 0) return [{ at: 0, text: quote, marked: true }]
  const end = at + quote.length
  const all = [
    { at: 0, text: context.slice(0, at), marked: false },
    { at, text: quote, marked: true },
    { at: end, text: context.slice(end), marked: false },
  ]
  return all.filter(({ text }) => text !== '')
}
