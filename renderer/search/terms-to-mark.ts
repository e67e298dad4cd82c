import { findTerms } from '../reading/find-terms.ts'
import { foldText } from '../reading/fold-text.ts'

/** The words of an answer folded as texts are for marking; those typed when it names none. */
export function termsToMark(terms: readonly string[], typed: string): string[] {
  const folded = terms.map((term) => foldText(term).text).filter((term) => term !== '')
  return folded.length > 0 ? [...new Set(folded)] : findTerms(typed)
}
