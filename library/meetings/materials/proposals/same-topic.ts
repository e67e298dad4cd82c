import { sql } from 'kysely'
import type { LibraryAccess } from '../../../store/library-access.ts'
import { type ListedStory, listedStories } from '../../../stories/summaries/listed-stories.ts'
import { findShownSummaries } from '../../../stories/summaries/shown-summaries.ts'
import { findSummaries, toSummary } from '../material-summaries.repository.ts'
import type { FoundProposal, ProposalRequest } from './found-proposal.ts'

/** Things of one kind that are looked at. */
const MOST = 12

/** Drills, guides, stories, policies and templates on the same topics. */
export async function sameTopic(library: LibraryAccess, request: ProposalRequest): Promise<FoundProposal[]> {
  if (request.topics.length === 0) return []
  return [
    ...(await materialsOn(library, request, 'drill')),
    ...(await materialsOn(library, request, 'guide')),
    ...(await storiesOn(library, request)),
    ...(await itemsOn(library, request, 'policy')),
    ...(await itemsOn(library, request, 'template')),
  ]
}

const because = (topic: string) => `同样讲“${topic}”`

async function materialsOn(
  { db }: LibraryAccess,
  { topics }: ProposalRequest,
  type: 'drill' | 'guide',
): Promise<FoundProposal[]> {
  const found: FoundProposal[] = []
  for (const topic of topics) {
    const { rows } = await findSummaries(db, { type, topic, limit: MOST, offset: 0 })
    for (const { id, title, summary = '', posts, level } of rows.map((row) => toSummary(row, 0))) {
      const partType = type === 'drill' ? 'scene' : 'exercise'
      found.push({
        reference: { itemId: id },
        partType,
        title,
        snippet: summary,
        reasons: [because(topic)],
        posts,
        level,
      })
    }
  }
  return found
}

async function storiesOn({ db }: LibraryAccess, { topics, audience }: ProposalRequest): Promise<FoundProposal[]> {
  const on = new Set(topics)
  const fits = ({ posts }: ListedStory) => Number(posts.some((post) => audience.posts.includes(post)))
  const stories = [...(await listedStories(db)).values()]
    .filter((story) => story.shown && story.topics.some((topic) => on.has(topic)))
    .sort((a, b) => fits(b) - fits(a) || newer(a, b))
    .slice(0, MOST)
  const summaries = await findShownSummaries(
    db,
    stories.map(({ id }) => id),
  )
  return stories.flatMap(({ id }) => {
    const story = summaries.get(id)
    const topic = story?.topics.find((one) => on.has(one))
    if (!story || topic === undefined) return []
    const { title, summary: snippet = '', posts } = story
    return [{ reference: { itemId: id }, partType: 'story' as const, title, snippet, reasons: [because(topic)], posts }]
  })
}

const newer = (a: ListedStory, b: ListedStory) =>
  (b.publishedOn ?? '').localeCompare(a.publishedOn ?? '') || a.id.localeCompare(b.id)

async function itemsOn(
  { db }: LibraryAccess,
  { topics }: ProposalRequest,
  kind: 'policy' | 'template',
): Promise<FoundProposal[]> {
  const rows = await db
    .selectFrom('item_topic')
    .innerJoin('item', 'item.id', 'item_topic.item_id')
    .where('topic', 'in', sql<string>`(SELECT value FROM json_each(${JSON.stringify(topics)}))`)
    .where('kind', '=', kind)
    .where('put_away_at', 'is', null)
    .where('validity', 'in', ['in-force', 'not-yet'])
    .select(['item.id', 'item.title', 'item.description', 'topic'])
    .orderBy('item.updated_at', 'desc')
    .orderBy('item.id')
    .limit(MOST)
    .execute()
  return rows.map(({ id, title, description, topic }) => ({
    reference: { itemId: id },
    partType: kind === 'policy' ? ('reading' as const) : ('exercise' as const),
    ...{ title, snippet: description ?? '', reasons: [because(topic)], posts: [] },
  }))
}
