import type { HeldBlob } from '../items/record-revision.ts'
import type { Attachment, RevisionContent, SourceWork } from '../items/revision.schema.ts'
import type { LibraryAccess } from '../store/library-access.ts'
import type { KeptStory } from './kept-story.ts'
import { type PictureCopyWrites, pictureCopy } from './media/picture-copy.ts'
import type { PictureCopy } from './media/picture-recipe.ts'
import type { StoryOffice } from './process/process-view.ts'
import { publicStory, publicStoryBytes } from './public-story.ts'
import { publicRecord } from './public-text.ts'
import { renderStory } from './render-story.ts'
import { STORY_MEDIA_TYPE, type StoryMedia, type StoryRecord, type StorySource } from './story.schema.ts'

/** Pixels of a published picture's wide side: sharp on a screen and on paper, and light to carry. */
const WIDTH = 1600

/** What a story's item holds, and the blobs it needs; these are in the blob store already. */
export interface PublishableContent {
  readonly content: RevisionContent
  readonly blobs: readonly HeldBlob[]
}

/**
 * A story as it is published: its record with the names that no consent covers replaced, as Markdown and as a
 * `PublicStory`, with cleaned copies of its pictures.
 * @param today `YYYY-MM-DD`
 * @throws {PictureError} when a picture cannot be cleaned: an original never leaves
 */
export function publishableContent(
  library: Pick<LibraryAccess, 'db' | 'blobs'>,
  story: KeptStory,
  office: StoryOffice,
  today: string,
  writes: PictureCopyWrites,
): Promise<PublishableContent> {
  const copyOf = (media: StoryMedia) => pictureCopy(library, writes, media, { width: WIDTH, format: 'jpeg' })
  return storyContent(library, story, office, today, copyOf)
}

/** @param copyOf a picture without a copy is left out */
export async function storyContent(
  library: Pick<LibraryAccess, 'blobs'>,
  story: KeptStory,
  office: StoryOffice,
  today: string,
  copyOf: (media: StoryMedia) => Promise<PictureCopy | undefined>,
): Promise<PublishableContent> {
  const record = publicRecord(story.record)
  const copies = new Map<string, PictureCopy>()
  for (const media of record.media) {
    const copy = media.mediaType.startsWith('image/') ? await copyOf(media) : undefined
    if (copy) copies.set(media.id, copy)
  }
  const title = record.title || '没有标题的故事'
  const bytes = publicStoryBytes(publicStory(record, story, copies, office, today))
  const attachments: Attachment[] = [
    {
      name: `${title.slice(0, 100)}.story.json`,
      mediaType: STORY_MEDIA_TYPE,
      sha256: await library.blobs.put(bytes),
      size: bytes.length,
    },
    ...record.media.flatMap((media) => attachmentOf(media, copies.get(media.id))),
  ]
  const places = new Map([...copies].map(([id, { sha256 }]) => [id, sha256]))
  return {
    content: { ...facts(record, story, office, today), title, body: renderStory(record, places), attachments },
    blobs: [
      ...new Map(attachments.map(({ sha256, size, mediaType }) => [sha256, { sha256, size, mediaType }])).values(),
    ],
  }
}

/** Absent rather than empty: one content has one form. */
function facts(
  record: StoryRecord,
  story: KeptStory,
  office: StoryOffice,
  today: string,
): Omit<RevisionContent, 'title' | 'body'> {
  return {
    format: 1,
    kind: 'story',
    identifier: story.id,
    ...(record.label && { label: record.label }),
    ...(office.name !== '' && { issuer: office.name }),
    issuedOn: today,
    ...(record.topics.length > 0 && { topics: record.topics }),
    ...(record.posts.length > 0 && { posts: record.posts }),
    ...(record.places.length > 0 && { places: record.places }),
    ...(record.summary && { description: record.summary }),
    ...(record.sources.length > 0 && { sources: record.sources.map(sourceWork) }),
  }
}

const SOURCE_WORDS: Readonly<Record<StorySource['type'], string>> = {
  interview: '访谈',
  document: '文件',
  register: '台账或名册',
  'media-report': '媒体报道',
  'own-experience': '亲身经历',
  other: '其他',
}

/** Where it is known from, as readers are told: what kind of thing, of when, and whether somebody looked. */
function sourceWork({ title, type, on, verified }: StorySource): SourceWork {
  const note = [SOURCE_WORDS[type], on, verified && `${verified.on}核实`].filter((part) => part !== undefined)
  return { title: title || SOURCE_WORDS[type], note: note.join('，') }
}

/** A cleaned picture under a plain name; a film or sound as it is, which the editor has looked through. */
function attachmentOf(media: StoryMedia, copy: PictureCopy | undefined): Attachment[] {
  if (copy) {
    const name = `${media.name.replace(/\.[^.]*$/u, '').slice(0, 200) || '图片'}.${copy.mediaType === 'image/webp' ? 'webp' : 'jpg'}`
    return [{ name, mediaType: copy.mediaType, sha256: copy.sha256, size: copy.size }]
  }
  if (media.mediaType.startsWith('image/')) return []
  return [{ name: media.name || '影音', mediaType: media.mediaType, sha256: media.sha256, size: media.size }]
}
