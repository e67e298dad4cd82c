import type { LibraryAccess } from '../../store/library-access.ts'
import { type Meaning, ownerOf } from '../meanings.ts'
import type { CellValue } from '../template-schema.ts'
import { findWithMeaning } from './book.repository.ts'
import { knownSources } from './known-sources.ts'
import { findOfMeanings } from './known-values.repository.ts'
import type { KnownValue, ValueSource } from './known-view.ts'
import { readUnitProfile } from './unit-profile.ts'

const SHOWN = 20
const LOOKED_AT = 500

/** Values known of a meaning that hold what was typed, each once: of the profile, the book, and earlier forms. */
export async function knownValues(library: LibraryAccess, meaning: Meaning, q: string): Promise<KnownValue[]> {
  const { db } = library
  const found = new Map<string, KnownValue>()
  const add = (value: CellValue | undefined, source: ValueSource) => {
    const text = value === undefined ? '' : String(value)
    const fits = text.toLowerCase().includes(q.trim().toLowerCase())
    if (value !== undefined && text !== '' && fits && !found.has(text)) found.set(text, { meaning, value, source })
  }
  const profile = await readUnitProfile(db)
  add(profile.values[meaning], knownSources.profile())
  for (const { name, groups, secretary, phone } of profile.villages) {
    const own: Partial<Record<Meaning, readonly (string | undefined)[]>> = {
      'village.name': [name],
      'village.group': groups,
      'village.secretary': [secretary],
      'village.phone': [phone],
    }
    for (const value of own[meaning] ?? []) add(value, knownSources.profile())
  }
  if (ownerOf(meaning) === 'subject' || meaning.startsWith('village.')) {
    for (const entry of await findWithMeaning(db, meaning, LOOKED_AT))
      add(entry.values[meaning], knownSources.book(entry))
  }
  for (const { value, formId, formTitle, usedAt } of await findOfMeanings(db, [meaning], LOOKED_AT)) {
    if (typeof value !== 'object') add(value, knownSources.earlier(formId, formTitle, usedAt))
  }
  return [...found.values()].slice(0, SHOWN)
}
