import { identityTitle } from '../../library/items/item-identity.ts'
import { foldText } from '../../library/search/han-text.ts'
import { createSuggester } from '../../library/search/suggest/suggester.ts'
import { readTopics, readVocabulary } from '../../library/search/vocabulary.ts'
import { openLibraryForWriting } from '../../library/store/open-library-database.ts'
import { inTransaction } from '../../library/store/sqlite-connection.ts'
import { readDocuments, type Scale } from './corpus.ts'
import { peakMemory } from './machine.ts'

/** A library with the titles of a corpus, and nothing else in it. */
export interface SuggestionsTask {
  /** library.db, to be made. */
  readonly library: string
  readonly corpus: string
  readonly scale: Scale
  readonly typing: readonly string[]
}

export interface SuggestionsReport {
  readonly titles: number
  /** Until the first suggestions, which read all titles. */
  readonly firstMs: number
  readonly ms: readonly number[]
  /** MB */
  readonly peak: number | undefined
}

process.once('message', async (message) => {
  process.send?.(await measure(message as SuggestionsTask))
  process.disconnect()
})

async function measure({ library, corpus, scale, typing }: SuggestionsTask): Promise<SuggestionsReport> {
  const { db, connection, close } = openLibraryForWriting(library, new Date(0))
  const titles = new Set<string>()
  for await (const { title } of readDocuments(corpus, scale)) titles.add(title)
  const insert = connection.prepare(
    `INSERT INTO item (id, kind, title, title_key, title_initials, validity, current_revision, revisions, added_at, updated_at)
     VALUES (?, 'policy', ?, ?, '', 'in-force', '', 1, '', '')`,
  )
  inTransaction(connection, () => {
    for (const title of titles) insert.run([title, title, identityTitle(foldText(title))])
    connection.prepare("INSERT INTO change (item_id, at) VALUES ('', '')").run([])
  })
  const suggester = createSuggester({ vocabulary: once(readVocabulary), topics: once(readTopics) })
  const timed = async (typed: string) => {
    const started = performance.now()
    await suggester.suggest(db, typed, 8)
    return performance.now() - started
  }
  const firstMs = await timed('村')
  for (const typed of typing.slice(0, 50)) await timed(typed)
  const ms: number[] = []
  for (const typed of typing) ms.push(await timed(typed))
  const peak = peakMemory(process.pid)
  await close()
  return { titles: titles.size, firstMs, ms, peak }
}

function once<T>(read: () => T): () => T {
  let known: { readonly value: T } | undefined
  return () => {
    known ??= { value: read() }
    return known.value
  }
}
