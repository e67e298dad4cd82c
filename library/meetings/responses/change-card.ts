import type { Kysely } from 'kysely'
import type { LibraryTables } from '../../store/schema.ts'
import { maskPersonalData } from '../../stories/responses/mask-personal-data.ts'
import { responseError } from '../../stories/responses/response-errors.ts'
import { maskCard } from './mask-card.ts'
import { type ChangedCard, faultOf } from './response.schema.ts'
import type { MaterialResponse } from './response-view.ts'
import { findCard, updateCard } from './responses.repository.ts'

/**
 * Notes what the next version changed because of a card, or takes words out of it.
 * @throws {ResponseError} RESPONSE_NOT_FOUND; RESPONSE_NOT_ON_CARD
 */
export async function changeCard(
  db: Kysely<LibraryTables>,
  materialId: string,
  id: string,
  { done, answers }: ChangedCard,
  today: string,
): Promise<MaterialResponse> {
  return db.transaction().execute(async (trx) => {
    const before = await findCard(trx, materialId, id)
    if (!before) throw responseError('RESPONSE_NOT_FOUND')
    const foreign = Object.entries(answers ?? {}).find(([question, said]) => faultOf(before.type, question, said))
    if (foreign) throw responseError('RESPONSE_NOT_ON_CARD', `${faultOf(before.type, ...foreign)}。`)
    await updateCard(trx, id, {
      ...(done !== undefined && {
        done: done && { on: today, note: maskPersonalData(done.note).text },
      }),
      ...(answers && { answers: maskCard({ answers }).card.answers }),
    })
    return (await findCard(trx, materialId, id)) ?? before
  })
}
