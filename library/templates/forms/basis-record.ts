import type { Kysely } from 'kysely'
import { arrangeHistory } from '../../items/arrange-history.ts'
import { findRevisions } from '../../items/items.repository.ts'
import type { Validity } from '../../items/validity.ts'
import type { LibraryTables } from '../../store/schema.ts'
import type { BasisView } from '../template-view.ts'
import type { BasisRecord } from './form-view.ts'

/** The clauses that a template relies on as they stand now: one record for each provision, or for a text named whole. */
export function recordBasis(basis: readonly BasisView[]): BasisRecord[] {
  return basis.flatMap(({ title, provisions, itemId, revision, validity, anchors = [] }) => {
    const text = { title, ...(itemId !== undefined && { itemId, revision, validity }) }
    if (provisions === undefined || provisions.length === 0) return [text]
    return provisions.map((provision) => {
      // 第六十二条第一款 is found in the provision 第六十二条.
      const anchor = anchors.find((one) => one === provision) ?? anchors.find((one) => provision.startsWith(one))
      return { ...text, provision, ...(anchor !== undefined && { anchor }) }
    })
  })
}

/** Tells each record's validity on a day; those of one text are asked once. */
export function openValidityNow(db: Kysely<LibraryTables>, today: string) {
  const known = new Map<string, Promise<ReadonlyMap<string, Validity>>>()
  const validitiesOf = (itemId: string) => {
    const found = known.get(itemId) ?? validities(db, itemId, today)
    known.set(itemId, found)
    return found
  }
  return (basis: readonly BasisRecord[]): Promise<BasisRecord[]> =>
    Promise.all(
      basis.map(async (record) => {
        const { itemId, revision } = record
        if (itemId === undefined || revision === undefined) return record
        const validityNow = (await validitiesOf(itemId)).get(revision)
        return { ...record, ...(validityNow !== undefined && { validityNow }) }
      }),
    )
}

/** A text that its channel took back has no validity any more. */
export const hasChanged = ({ itemId, validity, validityNow }: BasisRecord): boolean =>
  itemId !== undefined && validity !== validityNow

async function validities(db: Kysely<LibraryTables>, itemId: string, today: string): Promise<Map<string, Validity>> {
  const counting = await findRevisions(db, itemId)
  if (counting.length === 0) return new Map()
  return new Map(arrangeHistory(counting, today).revisions.map(({ revision, validity }) => [revision.sha256, validity]))
}
