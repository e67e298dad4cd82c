import type { Kysely } from 'kysely'
import type { LibraryTables, MaterialResponseTable } from '../../store/schema.ts'
import type { MaterialResponse } from './response-view.ts'

type Db = Kysely<LibraryTables>

/** A card with what makes it the same as another. */
export interface KeptCard extends MaterialResponse {
  readonly digest: string
  readonly receivedAt: string
}

/** In the order in which they came. */
export async function listCards(db: Db, materialId: string): Promise<MaterialResponse[]> {
  const rows = await db
    .selectFrom('material_response')
    .where('material_id', '=', materialId)
    .selectAll()
    .orderBy('given_on')
    .orderBy('received_at')
    .orderBy('place')
    .orderBy('id')
    .execute()
  return rows.map(toCard)
}

export async function findCard(db: Db, materialId: string, id: string): Promise<MaterialResponse | undefined> {
  const row = await db
    .selectFrom('material_response')
    .where('id', '=', id)
    .where('material_id', '=', materialId)
    .selectAll()
    .executeTakeFirst()
  return row && toCard(row)
}

/** Keeps cards, all or none, and each once. Returns how many are new. */
export async function insertCards(db: Db, cards: readonly KeptCard[]): Promise<number> {
  return db.transaction().execute(async (trx) => {
    let kept = 0
    for (const [place, card] of cards.entries()) {
      const { numInsertedOrUpdatedRows } = await trx
        .insertInto('material_response')
        .values(toRow(card, place))
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      kept += Number(numInsertedOrUpdatedRows ?? 0)
    }
    return kept
  })
}

export async function updateCard(
  db: Db,
  id: string,
  {
    answers,
    done,
  }: { readonly answers?: MaterialResponse['answers'] | undefined; readonly done?: MaterialResponse['done'] | null },
): Promise<void> {
  await db
    .updateTable('material_response')
    .set({
      ...(answers !== undefined && { answers: JSON.stringify(answers) }),
      ...(done !== undefined && { done_on: done?.on ?? null, done_note: done?.note ?? null }),
    })
    .where('id', '=', id)
    .execute()
}

/** For good: what somebody wrote of a meeting is not kept against their will. Returns how many went. */
export async function deleteCards(db: Db, materialId: string, id?: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('material_response')
    .where('material_id', '=', materialId)
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .executeTakeFirst()
  return Number(numDeletedRows)
}

const toRow = (card: KeptCard, place: number): MaterialResponseTable => ({
  id: card.id,
  material_id: card.materialId,
  type: card.type,
  way: card.way,
  digest: card.digest,
  given_on: card.givenOn,
  received_at: card.receivedAt,
  place,
  post: card.post ?? null,
  answers: JSON.stringify(card.answers),
  done_on: card.done?.on ?? null,
  done_note: card.done?.note ?? null,
})

/** The columns hold what this folder wrote. */
const toCard = (row: MaterialResponseTable): MaterialResponse => ({
  id: row.id,
  materialId: row.material_id,
  type: row.type as MaterialResponse['type'],
  way: row.way as MaterialResponse['way'],
  givenOn: row.given_on,
  ...(row.post !== null && { post: row.post }),
  answers: JSON.parse(row.answers) as MaterialResponse['answers'],
  ...(row.done_on !== null && { done: { on: row.done_on, note: row.done_note ?? '' } }),
})
