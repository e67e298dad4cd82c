import type { RevisionContent } from '../../../items/revision.schema.ts'
import { deriveStory } from '../../../stories/derive-story.ts'
import type { ToldStory } from '../../outline/outline.schema.ts'
import type { MaterialCitation } from '../citations-of.ts'
import { bodyText } from '../passage-text.ts'
import { renderMaterial } from '../render-material.ts'
import { tellStory } from '../tell-story.ts'
import type { CitedSource, CitedSources, HereSource } from './cited-sources.ts'
import { examineGone } from './examine-gone.ts'
import { changeOf, type Examined, stateOf } from './examined.ts'

const WORDS = { story: '故事', drill: '情景演练', guide: '操作指南', meeting: '会议', passage: '资料' } as const

/** A story, drill or guide that was taken in whole. */
export async function examineTaken(
  sources: CitedSources,
  citation: MaterialCitation,
  source: CitedSource,
  today: string,
): Promise<Examined> {
  switch (source.state) {
    case 'missing':
      return { state: stateOf(citation, 'missing', today) }
    case 'gone':
      return examineGone(sources, { ...citation, text: wordsOf(citation) }, source, today)
    case 'own': {
      const { recordSha256, revision, record, updatedAt } = source.material
      const known = [undefined, recordSha256, revision]
      if (known.includes(citation.revision)) return { state: stateOf(citation, 'in-force', today) }
      return changedSince(citation, renderMaterial(record), recordSha256, updatedAt.slice(0, 10), today)
    }
    case 'here': {
      if (citation.revision === undefined || citation.revision === source.revision) {
        return { state: stateOf(citation, 'in-force', today, source) }
      }
      return examineNewer(sources, citation, source, today)
    }
  }
}

async function examineNewer(
  sources: CitedSources,
  citation: MaterialCitation,
  source: HereSource,
  today: string,
): Promise<Examined> {
  const former = citation.revision === undefined ? undefined : await sources.former(citation.revision)
  const headings = citation.what === 'story' ? headingsOf(citation) : undefined
  const say = (content: RevisionContent) => contentWords(sources, content, headings)
  const after = await say(source.content)
  const before = former ? await say(former) : wordsOf(citation)
  if (before === after) return { state: stateOf(citation, 'in-force', today, source) }
  return changedSince(citation, after, source.revision, source.recordedOn, today)
}

function changedSince(
  citation: MaterialCitation,
  after: string,
  revision: string,
  on: string,
  today: string,
): Examined {
  const says = `${WORDS[citation.what]}《${citation.title}》在 ${on} 更新过。`
  const before = wordsOf(citation)
  return {
    state: stateOf(citation, 'amended', today),
    change: changeOf(citation, { change: 'changed', says, before, after, revision }),
  }
}

/** The words of an item as they would be taken in. */
async function contentWords(
  sources: CitedSources,
  content: RevisionContent,
  headings: ReadonlySet<string> | undefined,
): Promise<string> {
  if (content.kind === 'story') {
    return toldWords(tellStory({ content, story: deriveStory(content), revision: NOWHERE }, '2000-01-01'), headings)
  }
  const record = await sources.recordOf(content)
  return record ? renderMaterial(record) : bodyText(content.body)
}

/** What is told is compared by its words alone. */
const NOWHERE = '0'.repeat(64)

/** The words that are kept of it. */
function wordsOf({ taken }: MaterialCitation): string {
  if (!taken) return ''
  return 'type' in taken ? renderMaterial(taken) : toldWords(taken)
}

const headingsOf = ({ taken }: MaterialCitation): ReadonlySet<string> | undefined =>
  taken && 'sections' in taken && taken.sections.length > 0
    ? new Set(taken.sections.map(({ heading }) => heading))
    : undefined

/** @param headings sections that are told; those that the organiser left out are not compared */
const toldWords = ({ sections }: ToldStory, headings?: ReadonlySet<string>): string =>
  sections
    .filter(({ heading }) => headings === undefined || headings.has(heading))
    .map(({ heading, text }) => `**${heading}**\n\n${text}`)
    .join('\n\n')
