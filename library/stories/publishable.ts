import type { HeldBlob } from '../items/record-revision.ts'
import type { Attachment, RevisionContent, SourceWork } from '../items/revision.schema.ts'
import type { LibraryAccess } from '../store/library-access.ts'
import type { KeptStory } from './kept-story.ts'
import { filmCopy } from './media/film-copy.ts'
import { type PictureCopyWrites, pictureCopy } from './media/picture-copy.ts'
import type { PictureCopy } from './media/picture-recipe.ts'
import type { StoryOffice } from './process/process-view.ts'
import { publicStory, publicStoryBytes } from './public-story.ts'
import { publicRecord } from './public-text.ts'
import { renderStory } from './render-story.ts'
import {
  type PublicStory,
  STORY_MEDIA_TYPE,
  type StoryMedia,
  type StoryRecord,
  type StorySource,
} from './story.schema.ts'

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
  return storyContent(story, office, today, cleanedCopy(library, writes), (bytes) => library.blobs.put(bytes))
}

/** Makes the cleaned copies that readers see. @throws {PictureError} */
export const cleanedCopy =
  (library: Pick<LibraryAccess, 'db' | 'blobs'>, writes: PictureCopyWrites) =>
  async (media: StoryMedia): Promise<PictureCopy> =>
    media.mediaType.startsWith('image/')
      ? pictureCopy(library, writes, media, { width: WIDTH, format: 'jpeg' })
      : { width: 0, height: 0, ...(await filmCopy(library, writes, media)) }

/**
 * @param copyOf a picture without a copy is left out
 * @param put stores the structured part, or only names it by its SHA-256
 */
export async function storyContent(
  kept: KeptStory,
  office: StoryOffice,
  today: string,
  copyOf: (media: StoryMedia) => Promise<PictureCopy | undefined>,
  put: (bytes: Buffer) => Promise<string>,
): Promise<PublishableContent & { readonly story: PublicStory }> {
  const open = publicRecord(kept.record)
  const copies = new Map<string, PictureCopy>()
  const media: StoryMedia[] = []
  for (const one of open.media) {
    const copy = await copyOf(one)
    const isPicture = one.mediaType.startsWith('image/')
    if (copy && isPicture) copies.set(one.id, copy)
    // A film goes without its notes on place and device.
    media.push(copy && !isPicture ? { ...one, sha256: copy.sha256, size: copy.size } : one)
  }
  const record = { ...open, media }
  const title = record.title || '没有标题的故事'
  const story = publicStory(record, kept, copies, office, today)
  const bytes = publicStoryBytes(story)
  const name = `${title.slice(0, 100)}.故事.json`
  const attachments: Attachment[] = [
    { name, mediaType: STORY_MEDIA_TYPE, sha256: await put(bytes), size: bytes.length },
    ...record.media.flatMap((media, at) => attachmentOf(media, at, copies.get(media.id))),
  ]
  const places = new Map([...copies].map(([id, { sha256 }]) => [id, sha256]))
  const held = attachments.map(({ sha256, size, mediaType }) => [sha256, { sha256, size, mediaType }] as const)
  return {
    content: { ...facts(record, kept, office, today), title, body: renderStory(record, places), attachments },
    blobs: [...new Map(held).values()],
    story,
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
    ...(record.sources.length > 0 && {
      sources: record.sources.map((source, at) => sourceWork(source, story.record.sources[at]?.file)),
    }),
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

/**
 * Where it is known from, as readers are told: what kind of thing, of when, whether somebody looked, and the beginning
 * of the hash of what is kept of it, so that the original can be told from any other.
 */
function sourceWork({ title, type, on, verified }: StorySource, file: StorySource['file']): SourceWork {
  const kept = file && `存档 ${file.sha256.slice(0, 16)}`
  const note = [SOURCE_WORDS[type], on, verified && `${verified.on}核实`, kept].filter((part) => part !== undefined)
  return { title: title || SOURCE_WORDS[type], note: note.join('，') }
}

/**
 * A cleaned picture, or a film or sound without its notes. They are called by their place in the story: what a camera
 * or a phone called them may hold a day, a device or somebody's name.
 */
function attachmentOf(media: StoryMedia, at: number, copy: PictureCopy | undefined): Attachment[] {
  if (copy) {
    const { mediaType, sha256, size } = copy
    return [{ name: `图片${at + 1}.${mediaType === 'image/webp' ? 'webp' : 'jpg'}`, mediaType, sha256, size }]
  }
  if (media.mediaType.startsWith('image/')) return []
  const ending = /\.[a-z0-9]{2,5}$/i.exec(media.name)?.[0].toLowerCase() ?? ''
  return [{ name: `影音${at + 1}${ending}`, mediaType: media.mediaType, sha256: media.sha256, size: media.size }]
}
