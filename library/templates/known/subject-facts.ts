import type { Kysely } from 'kysely'
import { localDate } from '../../items/record-revision.ts'
import type { LibraryTables } from '../../store/schema.ts'
import type { Meaning } from '../meanings.ts'
import type { CellValue } from '../template-schema.ts'
import { findBookEntry, findHousehold } from './book.repository.ts'
import { knownSources } from './known-sources.ts'
import type { BookEntry, KnownValue, UnitProfile, ValueSource } from './known-view.ts'
import { ageOn, readResidentId } from './resident-id.ts'

/** All that is known of one subject: the first to say a meaning counts. */
export interface SubjectFacts {
  readonly values: Map<Meaning, KnownValue>
  members: readonly (readonly KnownValue[])[]
}

export const noFacts = (): SubjectFacts => ({ values: new Map(), members: [] })

export function addFact(facts: SubjectFacts, meaning: Meaning, value: CellValue, source: ValueSource): void {
  if (!facts.values.has(meaning) && value !== '') facts.values.set(meaning, { meaning, value, source })
}

/** Adds an entry of the book, its household, and the household's only plot. */
export async function addBookFacts(facts: SubjectFacts, db: Kysely<LibraryTables>, entry: BookEntry): Promise<void> {
  addEntry(facts, entry)
  // A plot of somebody without a household belongs to the person.
  const householdId = entry.kind === 'household' ? entry.id : (entry.householdId ?? entry.id)
  const household = entry.kind === 'household' ? entry : entry.householdId && (await findBookEntry(db, householdId))
  const all = await findHousehold(db, householdId)
  if (household) addEntry(facts, household)
  const members = household ? all.filter((one) => one.kind === 'person') : []
  const plots = all.filter((one) => one.kind === 'plot')
  if (plots.length === 1 && plots[0]) addEntry(facts, plots[0])
  if (members.length === 0) return
  const source = knownSources.book(household || entry)
  addFact(facts, 'household.size', String(members.length), source)
  const ordered = [...members].sort((a, b) => Number(isHead(b)) - Number(isHead(a)))
  if (facts.members.length === 0) {
    facts.members = ordered.map((member) =>
      Object.entries(member.values).map(([meaning, value]) => ({
        meaning: meaning as Meaning,
        value,
        source: knownSources.book(member),
      })),
    )
  }
}

const isHead = (entry: BookEntry) => entry.values['person.relation'] === '户主'

function addEntry(facts: SubjectFacts, entry: BookEntry): void {
  for (const [meaning, value] of Object.entries(entry.values)) {
    addFact(facts, meaning as Meaning, value, knownSources.book(entry))
  }
}

/** Sex, birth date and age follow from a resident id; a village's own facts from the profile. */
export function deriveFacts(facts: SubjectFacts, profile: UnitProfile, now: Date): void {
  const today = localDate(now)
  const source = knownSources.residentId()
  const id = readResidentId(String(facts.values.get('person.residentId')?.value ?? ''))
  if (id) {
    addFact(facts, 'person.sex', id.facts.sex, source)
    addFact(facts, 'person.birthDate', id.facts.birthDate, source)
  }
  const birthDate = String(facts.values.get('person.birthDate')?.value ?? '')
  if (/^\d{4}-\d\d-\d\d$/.test(birthDate)) addFact(facts, 'person.age', ageOn(birthDate, today), source)
  facts.members = facts.members.map((member) => {
    const own = noFacts()
    for (const { meaning, value, source: from } of member) addFact(own, meaning, value, from)
    if (own.values.has('person.residentId') || own.values.has('person.birthDate')) deriveFacts(own, profile, now)
    return [...own.values.values()]
  })
  const village = profile.villages.find(({ name }) => name === facts.values.get('village.name')?.value)
  if (village?.secretary) addFact(facts, 'village.secretary', village.secretary, knownSources.profile())
  if (village?.phone) addFact(facts, 'village.phone', village.phone, knownSources.profile())
}

/** 张三（男，1962年生，三组） */
export function subjectTitle(name: string, values: ReadonlyMap<Meaning, KnownValue>): string {
  const text = (meaning: Meaning) => String(values.get(meaning)?.value ?? '')
  const born = text('person.birthDate').slice(0, 4)
  const parts = [
    text('person.sex'),
    born === '' ? '' : `${born}年生`,
    text('village.name'),
    text('village.group'),
  ].filter((part) => part !== '')
  return parts.length === 0 ? name : `${name}（${parts.join('，')}）`
}
