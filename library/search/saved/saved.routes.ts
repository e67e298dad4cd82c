import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { z } from 'zod'
import { AppError } from '../../errors/app-error.ts'
import { validate } from '../../http/validate.ts'
import { readSettings } from '../../settings/settings.repository.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import { listRecentSearches } from './recent-searches.repository.ts'
import { listSavedSearches } from './saved-searches.repository.ts'
import type { GapsFile, SavedSearch, SearchGap } from './saved-view.ts'
import { listSearchGaps } from './search-gaps.repository.ts'

const MOST_SAVED = 500
const MOST_GAPS = 2000

const Query = z.string().trim().min(1).max(400)
const Name = z.string().trim().min(1).max(100)
const Note = z.string().trim().max(2000)
const NewSaved = z.object({ name: Name, address: z.string().min(1).max(2000) })
const SavedChange = z.object({ name: Name.optional(), seenTotal: z.number().int().min(0).optional() })
const NewGap = z.object({ query: Query, note: Note.default('') })

export class SavedSearchError extends AppError<'SAVED_SEARCH_NOT_FOUND' | 'SAVED_SEARCHES_FULL'> {}
export class SearchGapError extends AppError<'SEARCH_GAP_NOT_FOUND' | 'SEARCH_GAPS_FULL'> {}

/** What keeping searches writes, done by the writer's thread. */
export interface SavedWrites {
  insertSavedSearch(saved: SavedSearch): Promise<unknown>
  updateSavedSearch(id: string, change: z.infer<typeof SavedChange>): Promise<unknown>
  deleteSavedSearch(id: string): Promise<unknown>
  orderSavedSearches(ids: readonly string[]): Promise<unknown>
  touchRecentSearch(query: string): Promise<unknown>
  forgetRecentSearches(query: string | undefined): Promise<unknown>
  insertSearchGap(gap: SearchGap): Promise<unknown>
  updateSearchGap(id: string, note: string): Promise<unknown>
  deleteSearchGap(id: string): Promise<unknown>
  markSearchGapsExported(at: string): Promise<unknown>
}

/** `/api/saved-searches`: searches kept under a name. */
export function savedSearchRoutes(library: LibraryAccess, writes: SavedWrites) {
  const list = () => listSavedSearches(library.db)
  const requireSaved = async (id: string): Promise<SavedSearch> => {
    const saved = (await list()).find((one) => one.id === id)
    if (saved) return saved
    throw new SavedSearchError({
      code: 'SAVED_SEARCH_NOT_FOUND',
      what: '没有这个保存的检索。',
      why: '它可能已经删除了。',
    })
  }
  return new Hono()
    .get('/', async (c) => c.json(await list()))
    .post('/', validate('json', NewSaved), async (c) => {
      if ((await list()).length >= MOST_SAVED) {
        throw new SavedSearchError({
          code: 'SAVED_SEARCHES_FULL',
          what: '没有保存：保存的检索已经太多。',
          why: `最多保存 ${MOST_SAVED} 个。`,
          todo: '请先删除一些不用的。',
        })
      }
      const id = randomUUID()
      await writes.insertSavedSearch({ id, ...c.req.valid('json'), createdAt: library.clock().toISOString() })
      return c.json(await requireSaved(id), 201)
    })
    .put('/order', validate('json', z.object({ ids: z.array(z.string()).max(MOST_SAVED) })), async (c) => {
      await writes.orderSavedSearches(c.req.valid('json').ids)
      return c.json(await list())
    })
    .patch('/:id', validate('json', SavedChange), async (c) => {
      const { id } = await requireSaved(c.req.param('id'))
      await writes.updateSavedSearch(id, c.req.valid('json'))
      return c.json(await requireSaved(id))
    })
    .delete('/:id', async (c) => {
      const saved = await requireSaved(c.req.param('id'))
      await writes.deleteSavedSearch(saved.id)
      return c.json(saved)
    })
}

/** `/api/recent-searches`: private to this machine, and nothing where the person keeps no recent things. */
export function recentSearchRoutes(library: LibraryAccess, writes: SavedWrites) {
  return new Hono()
    .get('/', async (c) => c.json(await listRecentSearches(library.db)))
    .put('/', validate('json', z.object({ query: Query })), async (c) => {
      if ((await readSettings(library.db)).keepRecent) await writes.touchRecentSearch(c.req.valid('json').query)
      return c.json(await listRecentSearches(library.db))
    })
    .delete('/', validate('query', z.object({ query: z.string().optional() })), async (c) => {
      await writes.forgetRecentSearches(c.req.valid('query').query)
      return c.json(await listRecentSearches(library.db))
    })
}

/** `/api/search-gaps`: what is missing, noted one by one by the person, and sent by nobody else. */
export function searchGapRoutes(library: LibraryAccess, writes: SavedWrites) {
  const requireGap = async (id: string): Promise<SearchGap> => {
    const gap = (await listSearchGaps(library.db)).find((one) => one.id === id)
    if (gap) return gap
    throw new SearchGapError({ code: 'SEARCH_GAP_NOT_FOUND', what: '没有这条缺漏记录。', why: '它可能已经删除了。' })
  }
  return new Hono()
    .get('/', async (c) => c.json(await listSearchGaps(library.db)))
    .post('/', validate('json', NewGap), async (c) => {
      if ((await listSearchGaps(library.db)).length >= MOST_GAPS) {
        throw new SearchGapError({
          code: 'SEARCH_GAPS_FULL',
          what: '没有记下：缺漏记录已经太多。',
          why: `最多记 ${MOST_GAPS} 条。`,
          todo: '请先导出，再删除已经导出的。',
        })
      }
      const id = randomUUID()
      await writes.insertSearchGap({ id, ...c.req.valid('json'), notedAt: library.clock().toISOString() })
      return c.json(await requireGap(id), 201)
    })
    .get('/export', async (c) => {
      const exportedAt = library.clock().toISOString()
      const gaps = (await listSearchGaps(library.db)).map(({ id, query, note, notedAt }) => ({
        id,
        query,
        note,
        notedAt,
      }))
      await writes.markSearchGapsExported(exportedAt)
      c.header('Content-Disposition', `attachment; filename="xinhuo-search-gaps-${exportedAt.slice(0, 10)}.json"`)
      const file: GapsFile = { format: 'xinhuo-search-gaps', version: 1, exportedAt, gaps }
      return c.json(file)
    })
    .patch('/:id', validate('json', z.object({ note: Note })), async (c) => {
      const { id } = await requireGap(c.req.param('id'))
      await writes.updateSearchGap(id, c.req.valid('json').note)
      return c.json(await requireGap(id))
    })
    .delete('/:id', async (c) => {
      const gap = await requireGap(c.req.param('id'))
      await writes.deleteSearchGap(gap.id)
      return c.json(gap)
    })
}
