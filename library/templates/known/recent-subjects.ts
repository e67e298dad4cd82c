import type { LibraryAccess } from '../../store/library-access.ts'
import type { Meaning } from '../meanings.ts'
import { readTemplate } from '../read-template.ts'
import type { FormData } from '../template-schema.ts'
import { findByResidentId } from './book.repository.ts'
import { type FormSubject, formSubjects } from './form-subjects.ts'
import { knownSources } from './known-sources.ts'
import type { KnownValue, UnitProfile, ValueSource } from './known-view.ts'
import { findRecentForms } from './recent-forms.repository.ts'
import { addBookFacts, addFact, deriveFacts, noFacts, type SubjectFacts } from './subject-facts.ts'

/** Whoever was served so long ago is likely still at the counter. Milliseconds. */
const RECENT = 2 * 3600 * 1000
/** Forms looked at for someone served. */
const LOOKED_AT = 20

/** The ones that the form filled last speaks of. */
export interface RecentSubjects {
  readonly id: string
  /** Of the one it is about. */
  readonly name: string
  readonly source: ValueSource
  /** By `x-subject`; the empty string is the one it is about. */
  readonly byLabel: ReadonlyMap<string, SubjectFacts>
}

/**
 * Who was served last, when that was within two hours.
 * @param templateId of the form being begun: nobody, when the one served last has that form already
 */
export async function recentSubjects(
  library: LibraryAccess,
  profile: UnitProfile,
  now: Date,
  templateId: string | undefined,
): Promise<RecentSubjects | undefined> {
  const since = new Date(now.getTime() - RECENT).toISOString()
  const forms = await findRecentForms(library.db, since, LOOKED_AT)
  let last: { readonly form: (typeof forms)[number]; readonly subjects: readonly FormSubject[] } | undefined
  for (const form of forms) {
    // A draft begun for the person is no sign that they have it; it may be the very one that asks.
    if (form.isDraft && form.templateId === templateId) continue
    const subjects = await subjectsOf(library, form)
    const main = subjects.find(({ label }) => label === '')
    if (!main) continue
    last ??= { form, subjects }
    const served = last.subjects.find(({ label }) => label === '')
    if (served?.key === main.key && form.templateId === templateId) return undefined
  }
  if (!last) return undefined
  const { form, subjects } = last
  const source = knownSources.earlier(form.id, form.templateTitle, form.updatedAt)
  const byLabel = new Map<string, SubjectFacts>()
  for (const subject of subjects) byLabel.set(subject.label, await factsOf(library, subject, source, profile, now))
  const main = subjects.find(({ label }) => label === '')
  return { id: `form:${form.id}`, name: main ? subjectName(main.values) : '', source, byLabel }
}

/** A form whose template is gone says nothing any more. */
async function subjectsOf(
  library: LibraryAccess,
  form: { readonly templateId: string; readonly revision: string; readonly data: FormData },
): Promise<FormSubject[]> {
  try {
    const { schema } = await readTemplate(library, form.templateId, form.revision)
    return formSubjects(schema, form.data)
  } catch {
    return []
  }
}

/** What the form says goes before what the book says: it was just written. */
async function factsOf(
  library: LibraryAccess,
  subject: FormSubject,
  source: ValueSource,
  profile: UnitProfile,
  now: Date,
): Promise<SubjectFacts> {
  const facts = noFacts()
  for (const [meaning, value] of subject.values) addFact(facts, meaning, value, source)
  facts.members = subject.members.map((member) =>
    Object.entries(member).map(([meaning, value]): KnownValue => ({ meaning: meaning as Meaning, value, source })),
  )
  const residentId = /^person:(\d{17}[\dX])$/.exec(subject.key)?.[1]
  const entry = residentId === undefined ? undefined : await findByResidentId(library.db, residentId)
  if (entry) await addBookFacts(facts, library.db, entry)
  deriveFacts(facts, profile, now)
  return facts
}

export function subjectName(values: ReadonlyMap<Meaning, unknown>): string {
  const named = (['person.name', 'household.head', 'household.number', 'plot.name', 'plot.number'] as const).find(
    (meaning) => values.has(meaning),
  )
  return named === undefined ? '' : String(values.get(named))
}
