import { findItem } from '../../items/items.repository.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import { findMaterial } from '../materials/materials.repository.ts'
import { readMaterial } from '../materials/read-material.ts'
import { CARD_QUESTIONS } from './card-questions.ts'
import { responsesOf } from './find-responses.ts'
import { needsMet } from './needs-met.ts'
import type { ResponsesView } from './response-view.ts'

/** How many meetings back are looked at. */
const MOST_EARLIER = 5

/**
 * What came back of a material, with what of the needs it has already, and what came back of those it was copied from.
 * @throws {MaterialNotFoundError}
 */
export async function viewResponses(library: LibraryAccess, materialId: string): Promise<ResponsesView> {
  const { record } = await readMaterial(library, materialId)
  const sheet = await responsesOf(library.db, materialId)
  return {
    ...sheet,
    cards: CARD_QUESTIONS,
    met: needsMet(record, sheet.needs),
    earlier: await earlierOf(library, materialId),
  }
}

/** Each one back along the copies, as long as it was made here or came as an item. */
async function earlierOf({ db }: LibraryAccess, materialId: string): Promise<ResponsesView['earlier']> {
  const found: ResponsesView['earlier'][number][] = []
  let from = (await findMaterial(db, materialId))?.copiedFrom
  for (let back = 0; from !== undefined && back < MOST_EARLIER; back += 1) {
    const copied = await findMaterial(db, from)
    const sheet = await responsesOf(db, from)
    if (sheet.needs.length + sheet.feedback.length > 0) {
      const title = copied?.record.title ?? (await findItem(db, from))?.title ?? ''
      const on = copied?.record.type === 'meeting' ? copied.record.on : undefined
      found.push({ materialId: from, title, ...(on !== undefined && { on }), sheet })
    }
    from = copied?.copiedFrom
  }
  return found
}
