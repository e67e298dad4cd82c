import type { GroupedAnswer } from '../../library/search/search-view.ts'

/**
 * True when the answer is that of the corrected words: every word it marks stands in them, and
 * not every one in what was typed.
 */
export function answersCorrection(
  typed: string,
  answer: Pick<GroupedAnswer, 'didYouMean' | 'terms' | 'total'>,
): boolean {
  const { didYouMean, terms, total } = answer
  if (!didYouMean || total === 0 || terms.length === 0) return false
  const [asked, corrected] = [folded(typed), folded(didYouMean.query)]
  return terms.every((term) => corrected.includes(folded(term))) && terms.some((term) => !asked.includes(folded(term)))
}

const folded = (text: string) => text.normalize('NFKC').toLowerCase()
