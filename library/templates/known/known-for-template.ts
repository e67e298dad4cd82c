import type { Kysely } from 'kysely'
import { localDate } from '../../items/record-revision.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import type { LibraryTables } from '../../store/schema.ts'
import type { Meaning } from '../meanings.ts'
import type { TemplateSchema } from '../template-schema.ts'
import { fitValue } from './fit-value.ts'
import { belongsToSubject, meantFields } from './known-fields.ts'
import { knownSources } from './known-sources.ts'
import { findOfSubject, OFFICE } from './known-values.repository.ts'
import type { KnownForTemplate, KnownSubject, KnownValue, UnitProfile } from './known-view.ts'
import { memberCells } from './member-cells.ts'
import { type RecentSubjects, recentSubjects } from './recent-subjects.ts'
import { addFact, deriveFacts, noFacts, type SubjectFacts, subjectTitle } from './subject-facts.ts'
import { readUnitProfile } from './unit-profile.ts'

/**
 * What a new form begins with: the office's values from its profile, else from earlier forms; and the values of the
 * person just served, when another template's form was filled or saved for them within the last two hours.
 * @param templateId of the new form; a person who has this one already is not taken over into it again
 */
export async function knownForTemplate(
  library: LibraryAccess,
  schema: TemplateSchema,
  now: Date,
  templateId?: string,
): Promise<KnownForTemplate> {
  const { db } = library
  const profile = await readUnitProfile(db)
  const recent = await recentSubjects(library, profile, now, templateId)
  const office = await officeFacts(db, profile, now)
  const filled: Record<string, KnownValue> = {}
  const takenOver = recent && takeOver(schema, recent, filled)
  for (const { name, field, meaning } of meantFields(schema)) {
    const known = filled[name] === undefined ? office.values.get(meaning) : undefined
    const value = known && fitValue(field, known.value)
    if (known && value !== undefined) filled[name] = { ...known, value }
  }
  return { filled, ...(takenOver && { subject: takenOver }) }
}

/** By meaning: profile, its only village, today, then what earlier forms said. */
export async function officeFacts(db: Kysely<LibraryTables>, profile: UnitProfile, now: Date): Promise<SubjectFacts> {
  const facts = noFacts()
  const today = localDate(now)
  for (const [meaning, value] of Object.entries(profile.values)) {
    addFact(facts, meaning as Meaning, value, knownSources.profile())
  }
  const [village, ...more] = profile.villages
  if (village && more.length === 0) addFact(facts, 'village.name', village.name, knownSources.profile())
  deriveFacts(facts, profile, now)
  addFact(facts, 'document.date', today, knownSources.today())
  addFact(facts, 'document.year', today.slice(0, 4), knownSources.today())
  for (const { meaning, value, formId, formTitle, usedAt } of await findOfSubject(db, OFFICE)) {
    if (typeof value === 'object') continue
    addFact(facts, meaning, value, knownSources.earlier(formId, formTitle, usedAt))
  }
  return facts
}

/** Fills the fields of each subject from its namesake; returns the one the form is about, when anything of it was used. */
function takeOver(
  schema: TemplateSchema,
  recent: RecentSubjects,
  filled: Record<string, KnownValue>,
): KnownSubject | undefined {
  let used = false
  for (const { name, field, meaning, subject } of meantFields(schema)) {
    const known = belongsToSubject(meaning) ? recent.byLabel.get(subject)?.values.get(meaning) : undefined
    const value = known && fitValue(field, known.value)
    if (!known || value === undefined) continue
    filled[name] = { ...known, value }
    used ||= subject === ''
  }
  const main = recent.byLabel.get('')
  if (!main) return undefined
  for (const { path, known } of memberCells(schema, main.members)) {
    filled[path] = known
    used = true
  }
  if (!used) return undefined
  return {
    id: recent.id,
    title: subjectTitle(recent.name, main.values),
    source: recent.source,
    values: [...main.values.values()],
    ...(main.members.length > 0 && { members: main.members }),
  }
}
