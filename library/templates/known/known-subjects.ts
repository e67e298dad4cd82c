import type { LibraryAccess } from '../../store/library-access.ts'
import type { Meaning } from '../meanings.ts'
import { findBook } from './book.repository.ts'
import { knownSources } from './known-sources.ts'
import { findOfMeanings, findOfSubject, type RememberedValue } from './known-values.repository.ts'
import type { BookEntry, KnownSubject, KnownValue } from './known-view.ts'
import { nameSpelling } from './name-spelling.ts'
import { subjectName } from './recent-subjects.ts'
import { addBookFacts, addFact, deriveFacts, noFacts, type SubjectFacts, subjectTitle } from './subject-facts.ts'
import { readUnitProfile } from './unit-profile.ts'

/** As many as fit a list that is looked through while typing. */
const SHOWN = 20
/** Names of earlier forms that are looked through. */
const LOOKED_AT = 5000
const NAMES: readonly Meaning[] = [
  'person.name',
  'person.residentId',
  'household.head',
  'household.number',
  'plot.name',
  'plot.number',
]

/**
 * Those a form may be about, by name, pinyin, initials, or the last digits of a resident id: of the book first, then
 * of earlier forms, whose values never go before the book's.
 */
export async function knownSubjects(
  library: LibraryAccess,
  q: string,
  kind: BookEntry['kind'] | undefined,
): Promise<KnownSubject[]> {
  const { db } = library
  const now = library.clock()
  const profile = await readUnitProfile(db)
  const remembered = await rememberedSubjects(library, q, kind)
  const { entries } = await findBook(db, { q, kind, limit: SHOWN, offset: 0 })
  const found: KnownSubject[] = []
  const taken = new Set<string>()
  for (const entry of entries) {
    const facts = noFacts()
    await addBookFacts(facts, db, entry)
    const key = `person:${entry.values['person.residentId']}`
    if (remembered.includes(key) || entry.values['person.residentId'] !== undefined) {
      addRemembered(facts, await findOfSubject(db, key))
      taken.add(key)
    }
    deriveFacts(facts, profile, now)
    found.push(toSubject(`book:${entry.id}`, entry.name, facts, knownSources.book(entry)))
  }
  for (const key of remembered) {
    if (found.length >= SHOWN) break
    if (taken.has(key)) continue
    const values = await findOfSubject(db, key)
    const newest = [...values].sort((a, b) => (a.usedAt < b.usedAt ? 1 : -1))[0]
    if (!newest) continue
    const facts = noFacts()
    addRemembered(facts, values)
    deriveFacts(facts, profile, now)
    const name = subjectName(new Map([...facts.values].map(([meaning, known]) => [meaning, known.value])))
    const source = knownSources.earlier(newest.formId, newest.formTitle, newest.usedAt)
    found.push(toSubject(`earlier:${key}`, name, facts, source))
  }
  return found
}

const toSubject = (id: string, name: string, facts: SubjectFacts, source: KnownSubject['source']): KnownSubject => ({
  id,
  title: subjectTitle(name, facts.values),
  source,
  values: [...facts.values.values()],
  ...(facts.members.length > 0 && { members: facts.members }),
})

function addRemembered(facts: SubjectFacts, values: readonly RememberedValue[]): void {
  for (const { meaning, value, formId, formTitle, usedAt } of values) {
    const source = knownSources.earlier(formId, formTitle, usedAt)
    if (typeof value !== 'object') addFact(facts, meaning, value, source)
    else if (meaning === 'household.members' && facts.members.length === 0) {
      facts.members = value.map((member) =>
        Object.entries(member).map(([of, one]): KnownValue => ({ meaning: of as Meaning, value: one, source })),
      )
    }
  }
}

/** Keys of subjects whose name, or id's end, fits what was typed; the last used first. */
async function rememberedSubjects(
  { db }: LibraryAccess,
  q: string,
  kind: BookEntry['kind'] | undefined,
): Promise<string[]> {
  const typed = q.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
  const fits = (value: string) => {
    if (/^[a-z]+$/.test(typed)) return nameSpelling(value).includes(`|${typed}`)
    if (/^\d{2,}x?$/.test(typed)) return value.toLowerCase().endsWith(typed)
    return value.toLowerCase().includes(typed)
  }
  const keys = new Set<string>()
  for (const { subject, value } of await findOfMeanings(db, NAMES, LOOKED_AT)) {
    if (kind !== undefined && !subject.startsWith(`${kind}:`)) continue
    if (typeof value !== 'object' && fits(String(value))) keys.add(subject)
    if (keys.size >= SHOWN) break
  }
  return [...keys]
}
