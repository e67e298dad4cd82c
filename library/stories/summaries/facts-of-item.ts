import type { Kysely } from 'kysely'
import { findContent, findItem } from '../../items/items.repository.ts'
import type { BlobStore } from '../../store/blob-store.ts'
import type { ItemTable, LibraryTables } from '../../store/schema.ts'
import { publicStoryOf } from '../read-public-story.ts'
import type { EvidenceLevel } from '../story.schema.ts'
import type { StoryFacts } from './story-facts.ts'

/** What a story brings with it is filed by this much of it at most: a file from elsewhere may hold anything. */
const MOST_WORDS = 20
const LONGEST_WORD = 60
/** Characters that are compared with other stories. */
const LONGEST_TEXT = 50_000

const words = (values: readonly string[] = []): string[] =>
  [...new Set(values.map((value) => value.trim()))]
    .filter((value) => value !== '' && value.length <= LONGEST_WORD)
    .slice(0, MOST_WORDS)

/** What is said of a story of the library, as readers see it now; undefined when it is no story, or not here any more. */
export async function factsOfItem(
  db: Kysely<LibraryTables>,
  blobs: Pick<BlobStore, 'has' | 'read'>,
  id: string,
): Promise<StoryFacts | undefined> {
  const item = await findItem(db, id)
  if (item?.kind !== 'story' || item.put_away_at !== null) return undefined
  const content = await findContent(db, item.current_revision)
  if (!content) return undefined
  const story = await publicStoryOf(blobs, content)
  const heroes = words(story.people.filter(({ part }) => part === 'hero').map(({ name }) => name))
  const pictures = story.media.filter(({ mediaType }) => mediaType.startsWith('image/'))
  return {
    id,
    own: false,
    state: hasEnded(item) ? 'retired' : 'published',
    title: content.title,
    summary: content.description,
    themes: words(story.themes),
    topics: words(content.topics),
    posts: words(content.posts),
    places: words(content.places),
    groups: words(story.groups),
    audience: words(story.audience),
    heroes,
    heroNames: heroes,
    happenedFrom: story.happenedFrom,
    evidence: story.evidence as EvidenceLevel,
    pictures: pictures.length,
    cover: (pictures.find(({ cover }) => cover) ?? pictures[0])?.sha256,
    publishedOn: story.publishedOn,
    reviewOn: story.reviewOn,
    revision: item.current_revision,
    policies: story.policies,
    words: words(story.people.map(({ name }) => name)),
    text: `${content.title}\n${content.body}`.slice(0, LONGEST_TEXT),
    updatedAt: item.updated_at,
  }
}

const hasEnded = ({ validity }: ItemTable) => validity === 'repealed' || validity === 'expired'
