import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { z } from 'zod'
import { AppError } from '../errors/app-error.ts'
import { validate } from '../http/validate.ts'
import { requireItem } from '../items/item-queries.ts'
import { Sha256 } from '../items/revision.schema.ts'
import { readSettings } from '../settings/settings.repository.ts'
import type { LibraryAccess } from '../store/library-access.ts'
import { findNote, listFavourites, listNotes, listRecent } from './reading.repository.ts'
import type { Note } from './reading-view.ts'

const Place = z.object({ itemId: z.string().min(1).max(100), anchor: z.string().max(300).default('') })
const NoteText = z.string().trim().min(1).max(20_000)
const NewNote = Place.extend({ revision: Sha256, text: NoteText })

export class NoteNotFoundError extends AppError<'NOTE_NOT_FOUND'> {}

/** Writing that the person's own marks need, done by the writer's thread. */
export interface ReadingWrites {
  saveFavourite(itemId: string, anchor: string): Promise<unknown>
  deleteFavourite(itemId: string, anchor: string): Promise<unknown>
  insertNote(note: Omit<Note, 'title'>): Promise<unknown>
  updateNote(id: string, text: string): Promise<unknown>
  deleteNote(id: string): Promise<unknown>
  touchRecent(itemId: string, anchor: string): Promise<unknown>
  clearRecent(): Promise<unknown>
}

/** How many recently opened items are listed. */
const RECENT_SHOWN = 20

/** `/api/favourites`, `/api/notes`, `/api/recent`: what a person marks while reading; it stays on this machine. */
export function readingRoutes(library: LibraryAccess, writes: ReadingWrites) {
  const requireNote = async (id: string): Promise<Note> => {
    const note = await findNote(library.db, id)
    if (note) return note
    throw new NoteNotFoundError({ code: 'NOTE_NOT_FOUND', what: '没有这条批注。', why: '它可能已经删除了。' })
  }
  return new Hono()
    .get('/favourites', async (c) => c.json(await listFavourites(library.db)))
    .put('/favourites', validate('json', Place), async (c) => {
      const { itemId, anchor } = c.req.valid('json')
      await requireItem(library.db, itemId)
      await writes.saveFavourite(itemId, anchor)
      return c.json(await listFavourites(library.db))
    })
    .delete('/favourites', validate('query', Place), async (c) => {
      const { itemId, anchor } = c.req.valid('query')
      await writes.deleteFavourite(itemId, anchor)
      return c.json(await listFavourites(library.db))
    })
    .get('/notes', validate('query', z.object({ itemId: z.string().optional() })), async (c) =>
      c.json(await listNotes(library.db, c.req.valid('query').itemId)),
    )
    .post('/notes', validate('json', NewNote), async (c) => {
      const { itemId, anchor, revision, text } = c.req.valid('json')
      await requireItem(library.db, itemId)
      const at = library.clock().toISOString()
      const id = randomUUID()
      await writes.insertNote({ id, itemId, anchor, revision, text, createdAt: at, updatedAt: at })
      return c.json(await requireNote(id), 201)
    })
    .put('/notes/:id', validate('json', z.object({ text: NoteText })), async (c) => {
      await requireNote(c.req.param('id'))
      await writes.updateNote(c.req.param('id'), c.req.valid('json').text)
      return c.json(await requireNote(c.req.param('id')))
    })
    .delete('/notes/:id', async (c) => {
      const note = await requireNote(c.req.param('id'))
      await writes.deleteNote(note.id)
      return c.json(note)
    })
    .get('/recent', async (c) => c.json(await listRecent(library.db, RECENT_SHOWN)))
    .put('/recent', validate('json', Place), async (c) => {
      const { itemId, anchor } = c.req.valid('json')
      await requireItem(library.db, itemId)
      if ((await readSettings(library.db)).keepRecent) await writes.touchRecent(itemId, anchor)
      return c.json(await listRecent(library.db, RECENT_SHOWN))
    })
    .delete('/recent', async (c) => {
      await writes.clearRecent()
      return c.json([])
    })
}
