import type { MaterialCitation } from '../citations-of.ts'
import type { CitedSource, CitedSources } from './cited-sources.ts'
import { formerText, passageNow } from './compare-cited.ts'
import { changeOf, type Examined, named, renewedBy, stateOf } from './examined.ts'

/** Something that its channel took back, or that was put away here. */
export async function examineGone(
  sources: CitedSources,
  citation: MaterialCitation,
  source: Extract<CitedSource, { state: 'gone' }>,
  today: string,
): Promise<Examined> {
  const { replacedBy } = source
  const name = named(source.title || citation.title)
  const why =
    source.reason === undefined
      ? `${name}已经收起来了，不再出现在检索里`
      : `${name}在 ${source.on} 撤回：${source.reason.replace(/[。；]$/u, '')}`
  const instead = replacedBy ? `；改用${named(replacedBy.content.title)}` : ''
  const next = replacedBy && passageNow(citation, replacedBy.content)
  const change = changeOf(citation, {
    change: 'withdrawn',
    says: `${why}${instead}。`,
    before: citation.text ?? (await formerText(sources, citation)),
    ...(replacedBy && { revision: replacedBy.revision, validity: replacedBy.validity }),
    ...(next && { after: next.text }),
  })
  const kept = citation.keptBeside !== undefined && [replacedBy?.revision, 'withdrawn'].includes(citation.keptBeside)
  return {
    state: stateOf(citation, source.reason === undefined ? 'missing' : 'withdrawn', today),
    change: { ...change, kept },
    ...(replacedBy &&
      next && { renewed: { ...renewedBy(replacedBy, next), title: replacedBy.content.title.slice(0, 300) } }),
  }
}
