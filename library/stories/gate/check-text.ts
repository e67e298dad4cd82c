import { addresses } from './text/addresses.ts'
import { bankCards } from './text/bank-cards.ts'
import { children } from './text/children.ts'
import { contacts } from './text/contacts.ts'
import { phones } from './text/phones.ts'
import { plates } from './text/plates.ts'
import { residentIds } from './text/resident-ids.ts'
import { secrecyMarks } from './text/secrecy-marks.ts'
import type { TextFinding } from './text-finding.ts'

/** In the order in which they are believed where two claim the same words. */
const FINDERS = [residentIds, bankCards, plates, contacts, phones, addresses, children, secrecyMarks]

/**
 * Personal data in a text, in the order of the text, nothing twice: resident ids by their check character, phones,
 * bank cards by Luhn, addresses, number plates, mail, WeChat and QQ, children by name, and marks of secrecy.
 * It looks at words only; consents and people are checkStory's.
 */
export function personalDataIn(text: string): TextFinding[] {
  const kept: TextFinding[] = []
  for (const find of FINDERS) {
    const found = find(text).toSorted((one, other) => rank(one) - rank(other) || length(other) - length(one))
    for (const finding of found) if (!kept.some((one) => overlap(one, finding))) kept.push(finding)
  }
  return kept.toSorted((one, other) => one.start - other.start)
}

const rank = ({ severity }: TextFinding) => (severity === 'must' ? 0 : 1)
const length = ({ start, end }: TextFinding) => end - start
const overlap = (one: TextFinding, other: TextFinding) => one.start < other.end && other.start < one.end
