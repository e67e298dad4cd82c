import type { Kysely } from 'kysely'
import type { LibraryTables } from '../../store/schema.ts'
import { findWithCommonBands, findWords } from './bands.repository.ts'
import { likenessOf } from './likeness-of.ts'
import { shinglesOf } from './shingles.ts'
import { textBands } from './text-bands.ts'

/** Stories with the most bands in common that are compared word by word. */
const COMPARED = 60
/** From here on a story is told: a third of the shorter one stands in the other. */
export const ALIKE = 0.35

/** A story that says much of what another text says. */
export interface NearDuplicate {
  readonly id: string
  readonly title: string
  /** The share of the shorter text that stands in the other, 0 to 1. */
  readonly likeness: number
}

/** Stories known here that are much like a text, the most alike first. */
export async function findNearDuplicates(
  db: Kysely<LibraryTables>,
  text: string,
  { except, limit = 5 }: { readonly except?: string | undefined; readonly limit?: number | undefined } = {},
): Promise<NearDuplicate[]> {
  const bands = textBands(text)
  if (bands.length === 0) return []
  const candidates = await findWithCommonBands(db, bands, COMPARED, except)
  const own = shinglesOf(text)
  return (await findWords(db, candidates))
    .map(({ id, title, words }) => ({ id, title, likeness: round(likenessOf(own, shinglesOf(words))) }))
    .filter(({ likeness }) => likeness >= ALIKE)
    .sort((one, other) => other.likeness - one.likeness || one.id.localeCompare(other.id))
    .slice(0, limit)
}

const round = (share: number) => Math.round(share * 100) / 100
