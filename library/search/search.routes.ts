import { Hono } from 'hono'
import { stream } from 'hono/streaming'
import { z } from 'zod'
import { commaList } from '../http/comma-list.ts'
import { BadRequestError, validate } from '../http/validate.ts'
import { ItemKind } from '../items/item-kind.ts'
import { Validity } from '../items/validity.ts'
import type { LibraryAccess } from '../store/library-access.ts'
import { answerGrouped, answerPassages } from './search-answer.ts'
import type { SearchFilters } from './search-query.ts'
import { createSuggester } from './suggest/suggester.ts'
import { readTopics, readVocabulary } from './vocabulary.ts'

const limit = (most: number, usual: number) => z.coerce.number().int().min(1).max(most).default(usual)
const text = z.string().max(20_000).default('')

const GroupedQuery = z.object({
  q: text,
  kind: commaList(ItemKind),
  validity: commaList(Validity),
  issuer: z.string().optional(),
  topic: commaList(z.string()),
  channel: commaList(z.string()),
  after: z.string().optional(),
  before: z.string().optional(),
  sort: z.enum(['relevance', 'date', 'title']).default('relevance'),
  limit: limit(100, 20),
  offset: z.coerce.number().int().min(0).default(0),
})
const BatchQuery = z.object({
  kind: ItemKind.optional(),
  inForce: z.stringbool().optional(),
  explain: z.stringbool().optional(),
  limit: limit(1000, 20),
})
const PassagesQuery = BatchQuery.extend({ q: text })
const BatchLine = z.object({ id: z.union([z.string(), z.number()]), question: z.string() })

/** `/api/search`, `/api/passages` and `/api/suggest`. */
export function searchRoutes(library: LibraryAccess) {
  const suggester = createSuggester({ vocabulary: once(readVocabulary), topics: once(readTopics) })
  return new Hono()
    .get('/search', validate('query', GroupedQuery), async (c) => {
      const query = c.req.valid('query')
      const similarityOf = await library.neural?.ask(query.q)
      return c.json(answerGrouped(library.search, query.q, toFilters(query), { ...query, similarityOf }))
    })
    .get('/passages', validate('query', PassagesQuery), async (c) => {
      const query = c.req.valid('query')
      return c.json(
        answerPassages(library.search, query.q, passageFilters(query), {
          limit: query.limit,
          explain: query.explain ?? false,
          similarityOf: await library.neural?.ask(query.q),
        }),
      )
    })
    .post('/passages/batch', validate('query', BatchQuery), async (c) => {
      const questions = parseBatch(await c.req.text())
      const query = c.req.valid('query')
      const options = { limit: query.limit, explain: query.explain ?? false }
      return stream(c, async (out) => {
        for (const { id, question } of questions) {
          const { tookMs, hits } = answerPassages(library.search, question, passageFilters(query), options)
          await out.writeln(JSON.stringify({ id, tookMs, hits }))
        }
      })
    })
    .get('/suggest', validate('query', z.object({ q: text, limit: limit(20, 8) })), async (c) => {
      const query = c.req.valid('query')
      return c.json(await suggester.suggest(library.db, query.q, query.limit))
    })
}

/** Reads when first asked, and only then. */
function once<T>(read: () => T): () => T {
  let result: { readonly value: T } | undefined
  return () => {
    result ??= { value: read() }
    return result.value
  }
}

/** @throws {BadRequestError} naming the line that is no question */
function parseBatch(text: string): z.infer<typeof BatchLine>[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return []
    try {
      return BatchLine.parse(JSON.parse(line))
    } catch (cause) {
      const todo = '每行应是 {"id": …, "question": "…"}。'
      throw new BadRequestError({ code: 'BAD_REQUEST', what: `第 ${index + 1} 行读不懂。`, todo, cause })
    }
  })
}

const passageFilters = ({ kind, inForce }: z.infer<typeof BatchQuery>): SearchFilters =>
  toFilters({ kind: kind && [kind], validity: inForce ? ['in-force'] : undefined })

/** Only what was asked for: an absent filter must not hide one typed into the query. */
function toFilters(query: {
  kind?: readonly ItemKind[] | undefined
  validity?: readonly Validity[] | undefined
  issuer?: string | undefined
  topic?: readonly string[] | undefined
  channel?: readonly string[] | undefined
  after?: string | undefined
  before?: string | undefined
}): SearchFilters {
  return {
    ...(query.kind?.length && { kinds: query.kind }),
    ...(query.validity?.length && { validities: query.validity }),
    ...(query.issuer && { issuer: query.issuer }),
    ...(query.topic?.length && { topics: query.topic }),
    ...(query.channel?.length && { channels: query.channel }),
    ...(query.after && { after: query.after }),
    ...(query.before && { before: query.before }),
  }
}
