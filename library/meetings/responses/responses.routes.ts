import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { validate } from '../../http/validate.ts'
import { localDate } from '../../items/record-revision.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import { responseError } from '../../stories/responses/response-errors.ts'
import { receiveSheet } from '../../templates/sheets/receive-sheet.ts'
import type { ReceivedSheets } from '../../templates/sheets/received-sheets.ts'
import { readMaterial } from '../materials/read-material.ts'
import { enterCards } from './enter-cards.ts'
import { ChangedCard, MatchCards, NewCards, TakeCards } from './response.schema.ts'
import type { MaterialResponse } from './response-view.ts'
import { findCard } from './responses.repository.ts'
import { previewCards, type ReceivedCards, type TakeCardWrites, takeCards } from './take-cards.ts'
import { viewResponses } from './view-responses.ts'

/** Bytes of a request's JSON. */
const LARGEST_BODY = 4 * 1024 * 1024

/** What cards write, done by the writer's thread. */
export interface CardWrites extends TakeCardWrites {
  changeCard(materialId: string, id: string, change: ChangedCard, today: string): Promise<MaterialResponse>
  deleteCards(materialId: string, id?: string): Promise<number>
}

/**
 * `/api/materials/:id/responses`: needs cards from before and feedback cards from after. Nobody who answered is named.
 * @param mayReadPaths false for `serve`, whose visitors sit at other machines
 */
export function cardRoutes({
  library,
  writes,
  sheets,
  mayReadPaths,
}: {
  readonly library: LibraryAccess
  readonly writes: CardWrites
  readonly sheets: ReceivedSheets
  readonly mayReadPaths: boolean
}) {
  const today = () => localDate(library.clock())
  const limited = bodyLimit({
    maxSize: LARGEST_BODY,
    onError: () => {
      throw responseError('RESPONSE_FILE_TOO_LARGE')
    },
  })
  const requireMaterial = async (id: string) => (await readMaterial(library, id)).id
  const received = async (materialId: string, upload: string): Promise<ReceivedCards> => ({
    upload,
    folder: sheets.folderOf(upload),
    materialId: await requireMaterial(materialId),
  })

  return new Hono()
    .get('/:id/responses', async (c) => c.json(await viewResponses(library, c.req.param('id'))))
    .post('/:id/responses', limited, validate('json', NewCards), async (c) => {
      const materialId = await requireMaterial(c.req.param('id'))
      return c.json(await enterCards(writes, materialId, c.req.valid('json'), library.clock(), today()), 201)
    })
    .delete('/:id/responses', async (c) => {
      const materialId = await requireMaterial(c.req.param('id'))
      return c.json({ deleted: await writes.deleteCards(materialId) })
    })
    .post('/:id/responses/read', validate('query', MatchCards.pick({ type: true })), async (c) => {
      const materialId = await requireMaterial(c.req.param('id'))
      const { upload } = await receiveSheet(c.req.raw, sheets, mayReadPaths)
      const { type } = c.req.valid('query')
      return c.json(await previewCards(library.db, await received(materialId, upload), { type }, today()))
    })
    .post('/:id/responses/read/:upload', limited, validate('json', MatchCards), async (c) => {
      const sheet = await received(c.req.param('id'), c.req.param('upload'))
      return c.json(await previewCards(library.db, sheet, c.req.valid('json'), today()))
    })
    .post('/:id/responses/take', limited, validate('json', TakeCards), async (c) => {
      const { upload, ...asked } = c.req.valid('json')
      const sheet = await received(c.req.param('id'), upload)
      return c.json(await takeCards(library.db, writes, sheet, asked, library.clock(), today()))
    })
    .put('/:id/responses/:responseId', limited, validate('json', ChangedCard), async (c) => {
      const { id, responseId } = c.req.param()
      return c.json(await writes.changeCard(id, responseId, c.req.valid('json'), today()))
    })
    .delete('/:id/responses/:responseId', async (c) => {
      const { id, responseId } = c.req.param()
      const card = await findCard(library.db, id, responseId)
      if (!card) throw responseError('RESPONSE_NOT_FOUND')
      await writes.deleteCards(id, responseId)
      return c.json(card)
    })
}
