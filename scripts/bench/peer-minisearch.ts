import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import path from 'node:path'
import MiniSearch from 'minisearch'
import { splitPassages } from '../../library/items/passages.ts'
import { plainText } from '../../library/items/plain-text.ts'
import { foldText } from '../../library/search/han-text.ts'
import { pairTokens, tokenRuns } from '../../library/search/tokens.ts'

/** What the peer took for the same texts, cut and tokenised as ours. */
export interface PeerFigures {
  readonly passages: number
  readonly buildSeconds: number
  readonly shortMs: readonly number[]
}

/** MiniSearch, a well-kept search library in memory, over the same passages in the same run. */
export async function measureMiniSearch(laws: string, queries: readonly string[]): Promise<PeerFigures> {
  const passages: { id: number; text: string }[] = []
  for await (const file of glob('**/*.md', { cwd: laws })) {
    const text = readFileSync(path.join(laws, file), 'utf8')
    for (const passage of splitPassages(text)) {
      if (passage.type !== 'heading') passages.push({ id: passages.length, text: plainText(passage.markdown) })
    }
  }
  const tokenize = (text: string) => tokenRuns(foldText(text)).flatMap(pairTokens)
  const engine = new MiniSearch({ fields: ['text'], tokenize, searchOptions: { tokenize, combineWith: 'AND' } })
  const started = performance.now()
  engine.addAll(passages)
  const buildSeconds = (performance.now() - started) / 1000
  const shortMs = queries.map((query) => {
    const asked = performance.now()
    engine.search(query)
    return performance.now() - asked
  })
  return { passages: passages.length, buildSeconds, shortMs }
}
