import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import MiniSearch, { type Options } from 'minisearch'
import type { BenchDocument } from '../corpus.ts'
import type { Engine, EngineFilter } from './engine.ts'
import { endsInLoneCharacter, passageTokens, questionTokens, tokensOf } from './passage-tokens.ts'

interface Row {
  readonly id: string
  readonly tokens: string
  readonly issuedOn: string
  readonly topic: string
}

const options: Options<Row> = {
  fields: ['tokens'],
  storeFields: ['issuedOn', 'topic'],
  tokenize: (text) => text.split(' '),
  processTerm: (term) => term,
}
const fileIn = (folder: string) => path.join(folder, 'minisearch.json')
const load = (folder: string) => MiniSearch.loadJSON(readFileSync(fileIn(folder), 'utf8'), options)
const rowsOf = (document: BenchDocument): Row[] =>
  document.passages.map((passage, ordinal) => ({
    id: `${document.topic}/${document.title}/${document.issuedOn}#${ordinal}`,
    tokens: passageTokens(passage).join(' '),
    issuedOn: document.issuedOn,
    topic: document.topic,
  }))

/** A well-kept search library in memory; it keeps no positions, so that a word's pairs may stand apart. */
export const miniSearch: Engine = {
  async build(documents, folder) {
    const engine = new MiniSearch<Row>(options)
    let tokenMs = 0
    for await (const document of documents) {
      const started = performance.now()
      const rows = rowsOf(document)
      tokenMs += performance.now() - started
      engine.addAll(rows)
    }
    writeFileSync(fileIn(folder), JSON.stringify(engine))
    return tokenMs
  },

  open(folder) {
    const engine = load(folder)
    const accepts = (filter: EngineFilter) => (row: { readonly [field: string]: unknown }) =>
      filter.after === undefined ? row.topic === filter.topic : String(row.issuedOn) >= filter.after
    const search = (words: readonly string[], prefix: boolean, filter: EngineFilter | undefined) =>
      engine.search(words.flatMap(tokensOf).join(' '), {
        combineWith: 'AND',
        prefix: (_term, index, terms) => prefix && index === terms.length - 1,
        ...(filter && { filter: accepts(filter) }),
      })
    return {
      type: (typed) => search(typed.split(' '), endsInLoneCharacter(typed), undefined).slice(0, 8).length,
      all: (words, filter) => search(words, false, filter).slice(0, 20).length,
      any: (question) => engine.search(questionTokens(question).join(' '), { combineWith: 'OR' }).slice(0, 100).length,
      close: () => {},
    }
  },

  update(documents, folder) {
    const engine = load(folder)
    const started = performance.now()
    for (const row of documents.flatMap(rowsOf)) engine.replace(row)
    writeFileSync(fileIn(folder), JSON.stringify(engine))
    return performance.now() - started
  },
}
