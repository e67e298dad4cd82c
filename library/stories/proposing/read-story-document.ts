import { createHash } from 'node:crypto'
import path from 'node:path'
import { mediaTypeOf } from '../../importing/readers/media-type.ts'
import type { ReaderPool } from '../../importing/readers/reader-pool.ts'
import type { BlobStore } from '../../store/blob-store.ts'
import type { StoryMedia, StorySource } from '../story.schema.ts'
import type { StoryVocabulary } from '../story-view.ts'
import type { FoundText } from './find-story-files.ts'
import { keepMediaFile, keepPicture } from './keep-picture.ts'
import { type ProposedStory, proposeStory } from './propose-story.ts'

/** Names that cameras and chats give. */
const NO_CAPTION =
  /^(?:img|dsc|dscn|p|mmexport|wx_camera|微信图片|qq图片|图片|照片|截图|截屏|image|photo|pic|screenshot|[\d_\- ()（）]+)[\d_\- ()（）]*$/i

/**
 * Reads a document in a reader process and proposes the story that it tells.
 * @param files where its pictures and the document itself are put, until somebody confirms
 * @throws {UnreadableFileError} when it cannot be taken in
 */
export async function readStoryDocument(
  { document, pictures }: FoundText,
  readers: ReaderPool,
  files: Pick<BlobStore, 'take' | 'put'>,
  words: StoryVocabulary,
): Promise<ProposedStory> {
  const bytes = await document.read()
  const kept = sourceOf(document.name, bytes)
  // The reader lets go of its copy; ours is put aside as the source.
  await files.put(bytes)
  const parsed = await readers.read({ name: document.source, bytes, modifiedAt: document.modifiedAt })
  const warnings: string[] = parsed.warnings.map(({ message }) => message)
  const media = new Map<string, StoryMedia>()
  for (const { data, sha256, name } of parsed.blobs) {
    const picture = await keepPicture(files, data, name)
    if (typeof picture === 'string') warnings.push(`文中的一张图片没有收进来：${picture}`)
    else media.set(`sha256:${sha256}`, picture)
  }
  const beside = await readBeside(pictures, files, warnings)
  for (const { picture, names } of beside) for (const name of names) media.set(name, picture)
  const proposed = proposeStory(
    { title: parsed.title, markdown: parsed.body, file: document.source, media, kept },
    words,
  )
  const shown = new Set(proposed.record.media.map(({ sha256 }) => sha256))
  const added = beside
    .filter(({ picture }) => !shown.has(picture.sha256))
    .map(({ picture, caption }) => captioned(picture, caption))
  const all = [...proposed.record.media, ...once(added)].slice(0, 200)
  return {
    ...proposed,
    record: { ...proposed.record, media: withCover(all) },
    read: [
      ...proposed.read,
      ...all.flatMap(({ caption }, at) =>
        caption === undefined || at < proposed.record.media.length
          ? []
          : [{ field: `media/${at}/caption`, quote: all[at]?.name ?? '', confidence: 'likely' as const }],
      ),
    ],
    warnings: [...warnings, ...proposed.warnings],
  }
}

const sourceOf = (name: string, bytes: Uint8Array): NonNullable<StorySource['file']> => ({
  name: name.slice(0, 255),
  mediaType: mediaTypeOf(name),
  sha256: createHash('sha256').update(bytes).digest('hex'),
  size: bytes.byteLength,
})

async function readBeside(pictures: FoundText['pictures'], files: Pick<BlobStore, 'take'>, warnings: string[]) {
  const found: { picture: StoryMedia; caption: string | undefined; names: string[] }[] = []
  for (const { source, path: file } of pictures) {
    const name = path.basename(source)
    const picture = await keepMediaFile(files, file, name)
    if (typeof picture === 'string') {
      warnings.push(`“${name}”没有收进来：${picture}`)
      continue
    }
    const stem = name.replace(/\.[^.]+$/, '')
    const caption = /\p{Script=Han}{3}/u.test(stem) && !NO_CAPTION.test(stem) ? stem : undefined
    found.push({ picture, caption, names: [name, source, `./${name}`, encodeURI(name), ...lastParts(source)] })
  }
  return found
}

/** 图片/a.jpg, as a Markdown text beside that folder names it. */
const lastParts = (source: string) => {
  const parts = source.split('/')
  return parts.length > 1 ? [parts.slice(-2).join('/'), `./${parts.slice(-2).join('/')}`] : []
}

/** The first picture stands before the story. */
function withCover(media: readonly StoryMedia[]): StoryMedia[] {
  const cover = media.find(({ mediaType }) => mediaType.startsWith('image/'))
  return media.map(({ cover: _, ...one }) => ({ ...one, ...(one.sha256 === cover?.sha256 && { cover: true }) }))
}

const captioned = (picture: StoryMedia, caption: string | undefined): StoryMedia =>
  caption === undefined ? picture : { ...picture, caption: caption.slice(0, 300) }

function once(media: readonly StoryMedia[]): StoryMedia[] {
  return media.filter(({ sha256 }, at) => media.findIndex((one) => one.sha256 === sha256) === at)
}
