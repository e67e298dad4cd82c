import { createIndexTables } from '../../library/search/index/index-schema.ts'
import { openPassageIndex } from '../../library/search/index/open-passage-index.ts'
import type { DocumentMask, PassageIndex } from '../../library/search/index/passage-index.ts'
import { passageIndexWriter } from '../../library/search/index/passage-index-writer.ts'
import { questionTerms } from '../../library/search/meaning/question-terms.ts'
import { openSqlite } from '../../library/store/open-sqlite.ts'
import { inTransaction } from '../../library/store/sqlite-connection.ts'
import type { TrainingPassage } from './training-passages.ts'

/**
 * The passages in the library's own index, in memory: what words alone find is what the app finds.
 * Without titles: for questions in plain words these mislead more than they help.
 */
export class IndexedPassages {
  private readonly index: PassageIndex
  private readonly everything: DocumentMask
  /** Where each passage stands in the index, and back. */
  private readonly numbers: Uint32Array
  private readonly places = new Map<number, number>()

  constructor(passages: readonly TrainingPassage[]) {
    const connection = openSqlite(':memory:')
    createIndexTables(connection)
    const documents = Map.groupBy(passages.keys(), (place) => passages[place]?.document)
    inTransaction(connection, () => {
      const writer = passageIndexWriter(connection)
      for (const places of documents.values())
        writer.add(revisionOf(places.map((place) => passages[place] as TrainingPassage)))
      writer.flush()
    })
    this.index = openPassageIndex(connection)
    this.index.refresh()
    this.everything = new Uint8Array(this.index.documents.length).fill(1)
    this.numbers = new Uint32Array(passages.length)
    let ordinal = 0
    for (const places of documents.values()) {
      this.index.passagesOf(ordinal++).forEach((number, at) => {
        const place = places[at] as number
        this.numbers[place] = number
        this.places.set(number, place)
      })
    }
  }

  /** The best passages by BM25 of a question's telling pairs. */
  best(question: string, most: number): Uint32Array {
    const { passages } = this.index.rankAny(questionTerms(question).pairs, [], this.everything, most)
    return passages.map((number) => this.places.get(number) as number)
  }

  /** BM25 of a question's telling pairs and of its characters, for passages in the order of their numbers. */
  score(question: string, passages: Uint32Array): { pairs: Float32Array; singles: Float32Array } {
    const terms = questionTerms(question)
    const numbers = passages.map((place) => this.numbers[place] as number)
    return { pairs: this.index.scoreOf(terms.pairs, numbers), singles: this.index.scoreOf(terms.singles, numbers) }
  }
}

function revisionOf(passages: readonly TrainingPassage[]) {
  const { file } = passages[0] as TrainingPassage
  return {
    itemId: file,
    revision: file,
    scope: 'current' as const,
    kind: 'policy' as const,
    title: '',
    alternative: [],
    validity: 'in-force' as const,
    channel: 'own',
    topics: [],
    source: file,
    passages: passages.map(({ heading, path, text }, place) => ({ anchor: String(place), heading, path, text })),
  }
}
