import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import lunr from 'lunr'
import type { Engine, EngineFilter } from './engine.ts'
import { endsInLoneCharacter, passageTokens, questionTokens, tokensOf } from './passage-tokens.ts'

interface Saved {
  readonly index: object
  /** By reference: issue date and topic, which lunr does not keep. */
  readonly documents: { readonly [ref: string]: readonly [string, string] }
}
const fileIn = (folder: string) => path.join(folder, 'lunr.json')

/** The library for static sites: texts already cut, its pipelines cleared. It cannot change an index. */
export const lunrSearch: Engine = {
  async build(documents, folder) {
    const builder = new lunr.Builder()
    builder.field('tokens')
    let tokenMs = 0
    let ref = 0
    const facts: Record<string, [string, string]> = {}
    for await (const { passages, issuedOn, topic } of documents) {
      for (const passage of passages) {
        const started = performance.now()
        const tokens = passageTokens(passage).join(' ')
        tokenMs += performance.now() - started
        ref++
        facts[ref] = [issuedOn, topic]
        builder.add({ id: String(ref), tokens })
      }
    }
    const saved: Saved = { index: builder.build().toJSON(), documents: facts }
    writeFileSync(fileIn(folder), JSON.stringify(saved))
    return tokenMs
  },

  open(folder) {
    const saved = JSON.parse(readFileSync(fileIn(folder), 'utf8')) as Saved
    const index = lunr.Index.load(saved.index)
    const required = lunr.Query.presence.REQUIRED
    const accepts = (filter: EngineFilter) => (hit: lunr.Index.Result) => {
      const [issuedOn = '', topic] = saved.documents[hit.ref] ?? []
      return filter.after === undefined ? topic === filter.topic : issuedOn >= filter.after
    }
    const search = (tokens: readonly string[], unfinished: boolean) =>
      index.query((query) => {
        tokens.forEach((token, place) => {
          const open = unfinished && place === tokens.length - 1
          const wildcard = open ? lunr.Query.wildcard.TRAILING : lunr.Query.wildcard.NONE
          query.term(token, { presence: required, usePipeline: false, wildcard })
        })
      })
    return {
      type: (typed) => search(typed.split(' ').flatMap(tokensOf), endsInLoneCharacter(typed)).slice(0, 8).length,
      all: (words, filter) => {
        const hits = search(words.flatMap(tokensOf), false)
        return (filter ? hits.filter(accepts(filter)) : hits).slice(0, 20).length
      },
      any: (question) =>
        index
          .query((query) => {
            for (const token of questionTokens(question)) query.term(token, { usePipeline: false })
          })
          .slice(0, 100).length,
      close: () => {},
    }
  },
}
