import { mkdirSync } from 'node:fs'
import { Hono } from 'hono'
import { FeedDefinition } from '../../library/feeds/feed.schema.ts'
import type { FeedView } from '../../library/feeds/feed-view.ts'
import { feedRoutes } from '../../library/feeds/feeds.routes.ts'
import { errorResponse } from '../../library/http/error-response.ts'
import type { Attachment } from '../../library/items/revision.schema.ts'
import { createBlobStore } from '../../library/store/blob-store.ts'
import type { LibraryAccess } from '../../library/store/library-access.ts'
import { PublicStory, STORY_MEDIA_TYPE } from '../../library/stories/story.schema.ts'
import { openSmallLibrary, type SmallLibrary } from '../items/small-library.ts'

/** A story of the library as a test says it. */
export interface StoryDraft {
  readonly id: string
  readonly title?: string
  readonly body?: string
  readonly description?: string
  readonly themes?: readonly string[]
  readonly groups?: readonly string[]
  readonly posts?: readonly string[]
  readonly places?: readonly string[]
  readonly topics?: readonly string[]
  readonly audience?: readonly string[]
  readonly hero?: string
  readonly evidence?: number
  readonly publishedOn?: string
  readonly pictures?: readonly string[]
  readonly policies?: PublicStory['policies']
}

export interface Answer<T> {
  readonly status: number
  readonly body: T
}

/** A library with its column routes, asked as the window and the command line ask them. */
export interface FeedDesk extends SmallLibrary {
  readonly access: LibraryAccess
  ask<T>(method: string, path: string, body?: unknown): Promise<Answer<T>>
  /** Records stories as if they came with a channel; again for a further revision. */
  tell(...stories: readonly StoryDraft[]): Promise<void>
  /** Puts a picture into the library. */
  keepPicture(bytes: Buffer): Promise<string>
  column(definition?: Partial<FeedDefinition>): Promise<FeedView>
  /** Makes an issue and gives the ids of the stories in it, as they are listed. */
  issue(feedId: string, stories?: readonly string[]): Promise<string[]>
  /** The days pass only as a test says. */
  setClock(iso: string): void
}

export const definition = (more: Partial<FeedDefinition> = {}): FeedDefinition =>
  FeedDefinition.parse({ title: '身边的办法', publisher: '石坪乡宣传办', ...more })

export async function openFeedDesk(): Promise<FeedDesk> {
  const library = await openSmallLibrary()
  mkdirSync(library.paths.objects, { recursive: true })
  const blobs = createBlobStore(library.paths.objects)
  let now = '2026-11-21T02:03:04.000Z'
  const access: LibraryAccess = {
    db: library.library.db,
    search: library.search,
    blobs,
    clock: () => new Date(now),
  }
  const app = new Hono().route('/', feedRoutes(access, library.writer)).onError((error, c) => errorResponse(c, error))
  const ask = async <T>(method: string, path: string, body?: unknown): Promise<Answer<T>> => {
    const response = await app.request(path, {
      method,
      ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    return { status: response.status, body: (await response.json()) as T }
  }
  const column = async (more: Partial<FeedDefinition> = {}) => {
    const made = await ask<FeedView>('POST', '/', definition(more))
    if (made.status !== 201) throw new Error(JSON.stringify(made.body))
    return made.body
  }
  return {
    ...library,
    access,
    ask,
    column,
    async tell(...stories) {
      const documents = []
      for (const story of stories) documents.push(await toDocument(blobs, story))
      await library.writer.recordDocuments(documents)
      await library.catchUp()
    },
    async keepPicture(bytes) {
      const sha256 = await blobs.put(bytes)
      return sha256
    },
    async issue(feedId, stories) {
      const before = await ask<readonly { storyId: string; issue: number }[]>('GET', `/${feedId}/entries`)
      const known = before.body.length
      const made = await ask<FeedView>('POST', `/${feedId}/issues`, stories ? { stories } : {})
      if (made.status !== 201) throw new Error(JSON.stringify(made.body))
      const { body } = await ask<readonly { storyId?: string; type: string }[]>('GET', `/${feedId}/entries`)
      return body
        .slice(0, body.length - known)
        .flatMap((entry) => (entry.type === 'story' ? (entry.storyId ?? []) : []))
    },
    setClock(iso) {
      now = iso
    },
  }
}

async function toDocument(blobs: ReturnType<typeof createBlobStore>, story: StoryDraft) {
  const { id, title = `故事${id}`, posts, places, topics, description, pictures = [] } = story
  const media = pictures.map((sha256) => ({ sha256, mediaType: 'image/jpeg', caption: '渠边' }))
  const facts = PublicStory.parse({
    format: 1,
    themes: story.themes ?? [],
    groups: story.groups ?? [],
    audience: story.audience ?? [],
    people: story.hero === undefined ? [] : [{ name: story.hero, part: 'hero' }],
    evidence: story.evidence ?? 2,
    policies: story.policies ?? [],
    media,
    publishedOn: story.publishedOn ?? '2026-10-01',
  })
  const bytes = Buffer.from(JSON.stringify(facts))
  const attachments: Attachment[] = [
    { name: 'story.json', mediaType: STORY_MEDIA_TYPE, sha256: await blobs.put(bytes), size: bytes.length },
    ...pictures.map((sha256) => ({ name: `${sha256.slice(0, 8)}.jpg`, mediaType: 'image/jpeg', sha256, size: 100 })),
  ]
  const shown = pictures.map((sha256) => `\n\n![渠边](sha256:${sha256})`).join('')
  return {
    location: `story\n${id}`,
    source: `${id}.md`,
    sourceSha256: '0'.repeat(64),
    content: {
      format: 1 as const,
      kind: 'story' as const,
      identifier: id,
      title,
      ...(description && { description }),
      ...(posts && { posts: [...posts] }),
      ...(places && { places: [...places] }),
      ...(topics && { topics: [...topics] }),
      body: `${story.body ?? `## 什么情况\n\n${title}的水渠塌了一段。\n\n## 做了什么\n\n修好了。`}${shown}`,
      attachments,
    },
    blobs: attachments.map(({ sha256, size, mediaType }) => ({ sha256, size, mediaType })),
    activity: 'import' as const,
    starter: false,
  }
}
