import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { LibraryTables } from '../../store/schema.ts'
import { responseError } from '../../stories/responses/response-errors.ts'
import { knownDigests } from '../../stories/responses/responses.repository.ts'
import type { ColumnMatch } from '../../templates/known/known-view.ts'
import { cardFields } from './card-fields.ts'
import { maskCard } from './mask-card.ts'
import { cardSheetTarget, readCardSheet } from './read-card-sheet.ts'
import type { MatchCards, TakeCards } from './response.schema.ts'
import type { ReadCards, TakenCards } from './response-view.ts'
import type { KeptCard } from './responses.repository.ts'

type Db = Kysely<LibraryTables>

/** Refused rows told one by one. */
const MOST_TOLD = 500
const SAMPLE = 8

/** What taking writes, done by the writer's thread. */
export interface TakeCardWrites {
  insertCards(cards: readonly KeptCard[]): Promise<number>
  saveColumnMatch(target: string, columns: readonly string[], match: readonly ColumnMatch[]): Promise<unknown>
}

/** A sheet that was received, and what it is about. */
export interface ReceivedCards {
  readonly upload: string
  readonly folder: string
  readonly materialId: string
}

/** Reads a sheet of cards for a person to confirm. Nothing is kept. */
export async function previewCards(
  db: Db,
  received: ReceivedCards,
  asked: MatchCardsGiven,
  today: string,
): Promise<ReadCards> {
  const { cards, says: _, headings: __, ...sheet } = await read(db, received, asked, today)
  const digests = cards.map(({ key }) => key)
  return {
    ...sheet,
    upload: received.upload,
    fields: cardFields(sheet.type),
    total: cards.length,
    known: (await knownDigests(db, digests, 'material_response')).size,
    personal: cards.filter((card) => maskCard(card).says.length > 0).length,
    sample: cards.slice(0, SAMPLE).map(({ key: ___, ...card }) => maskCard(card).card),
    refused: sheet.refused.slice(0, MOST_TOLD),
  }
}

/**
 * Takes a sheet's cards as the person confirmed them: each once, with personal data masked.
 * @throws {ResponseError} CARD_NO_COLUMN
 */
export async function takeCards(
  db: Db,
  writes: TakeCardWrites,
  received: ReceivedCards,
  asked: Omit<TakeCards, 'upload'>,
  now: Date,
  today: string,
): Promise<TakenCards> {
  const { type, cards, refused, columns, headings, says } = await read(db, received, asked, today)
  if (!says) throw responseError('CARD_NO_COLUMN')
  let masked = 0
  const kept = cards.map(({ key, ...said }): KeptCard => {
    const clean = maskCard(said)
    if (clean.says.length > 0) masked += 1
    return {
      ...clean.card,
      ...{ id: randomUUID(), materialId: received.materialId, type, way: 'sheet', digest: key },
      receivedAt: now.toISOString(),
    }
  })
  const taken = await writes.insertCards(kept)
  await writes.saveColumnMatch(cardSheetTarget(type), headings, columns)
  return { type, taken, known: kept.length - taken, masked, refused: refused.slice(0, MOST_TOLD) }
}

type MatchCardsGiven = ReturnType<typeof MatchCards.parse>

const read = (
  db: Db,
  { folder, materialId }: ReceivedCards,
  { type, sheet, match }: MatchCardsGiven,
  today: string,
) => {
  const columns = match?.map(({ column, field }) => ({ column, ...(field !== undefined && { field }) }))
  return readCardSheet(db, folder, materialId, { type, sheet, match: columns }, today)
}
