import type { LibraryAccess } from '../../store/library-access.ts'
import { type PictureCopyWrites, pictureCopy } from '../../stories/media/picture-copy.ts'
import type { PictureCopy } from '../../stories/media/picture-recipe.ts'
import type { EditionStory, FeedEdition } from '../feed-edition.ts'
import { coverOf } from '../site/cover-of.ts'
import type { SiteFilm, SiteImage, SitePicture } from '../site/site-facts.ts'
import { findCleanCopies } from './clean-copies.repository.ts'
import type { SiteWriter } from './site-writer.ts'

/** Pixels across: as wide as a column of text on the largest screens, and as a card in a list. */
const LARGE = 1280
const SMALL = 640
/** A cleaned copy up to this wide is taken as it is. */
const CLEAN = 2048
/** Stories at once: pictures are made two at a time, while others wait for the disk to have theirs. */
const AT_ONCE = 6

const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
  'video/ogg': 'ogv',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/ogg': 'ogg',
  'audio/wav': 'wav',
  'audio/webm': 'weba',
}

export interface SiteMedia {
  readonly pictures: ReadonlyMap<string, SitePicture>
  readonly films: ReadonlyMap<string, SiteFilm>
  /** What was left out, each with its story. */
  readonly warnings: readonly string[]
}

/** What gathering media needs of the build. */
export interface MediaContext {
  readonly library: Pick<LibraryAccess, 'db' | 'blobs'>
  readonly writes: PictureCopyWrites
  readonly writer: Pick<SiteWriter, 'blob'>
  readonly signal: AbortSignal
  /** After each story. */
  readonly onStory: (title: string) => void
}

/** Takes every picture, film and recording of an edition into the site: pictures as cleaned copies, films as they are. */
export async function gatherMedia(edition: FeedEdition, context: MediaContext): Promise<SiteMedia> {
  const pictures = new Map<string, SitePicture>()
  const films = new Map<string, SiteFilm>()
  const warnings: string[] = []
  const taken = new Set<string>()
  const { library, writes, writer, signal } = context

  const take = async (sha256: string, mediaType: string, size: number): Promise<string> => {
    const folder = mediaType.startsWith('image/') ? 'pictures' : 'films'
    const file = `${folder}/${sha256.slice(0, 2)}/${sha256.slice(2, 26)}.${ENDINGS[mediaType] ?? 'bin'}`
    if (!taken.has(file)) {
      taken.add(file)
      await writer.blob(file, library.blobs.pathOf(sha256), sha256, size, signal)
    }
    return file
  }
  const clean = await findCleanCopies(library.db, CLEAN)
  const make = (sha256: string, width: number) =>
    pictureCopy(library, writes, { sha256 }, { width, format: 'jpeg' }, signal)
  const largeCopy = async (sha256: string): Promise<PictureCopy> => {
    const ready = (await library.blobs.has(sha256)) ? clean.get(sha256) : undefined
    return ready ?? make(sha256, LARGE)
  }
  const place = async ({ sha256, mediaType, width, height, size }: PictureCopy): Promise<SiteImage> => ({
    path: await take(sha256, mediaType, size),
    mediaType,
    width,
    height,
    size,
  })
  const takePicture = async (story: EditionStory, sha256: string) => {
    const known = pictures.get(sha256)
    const isCover = sha256 === coverOf(story)
    if (known && (known.small || !isCover)) return
    try {
      const made = await largeCopy(sha256)
      // Made of the large copy: read in a third of the time that the original takes, and nobody sees it at this size.
      const small = isCover && made.width > SMALL ? await place(await make(made.sha256, SMALL)) : undefined
      const large = known?.large ?? (await place(made))
      // Another story that shows the same picture may have needed it small meanwhile.
      pictures.set(sha256, { large, small: small ?? pictures.get(sha256)?.small })
    } catch (error) {
      signal.throwIfAborted()
      if (!isPictureError(error)) throw error
      warnings.push(`《${story.content.title}》有一张图片读不出来，没有放进去。`)
    }
  }
  const takeFilms = async (story: EditionStory) => {
    const limit = edition.definition.site.videoLimit * 1024 * 1024
    for (const attachment of story.content.attachments ?? []) {
      const { sha256, mediaType, size, name } = attachment
      if (!/^(video|audio)\//.test(mediaType) || films.has(sha256)) continue
      const isKnown = ENDINGS[mediaType] !== undefined
      if (size > limit || !isKnown || !(await library.blobs.has(sha256))) {
        films.set(sha256, { attachment, tooLarge: size > limit })
        const why =
          size > limit ? `超过 ${edition.definition.site.videoLimit} MB` : isKnown ? '文件不在' : '浏览器不能播放'
        warnings.push(`《${story.content.title}》的“${name}”${why}，没有放进去。`)
      } else films.set(sha256, { attachment, path: await take(sha256, mediaType, size) })
    }
  }

  const waiting = [...edition.stories.values()]
  const worker = async () => {
    for (let story = waiting.shift(); story; story = waiting.shift()) {
      signal.throwIfAborted()
      for (const { sha256 } of story.pictures) await takePicture(story, sha256)
      await takeFilms(story)
      context.onStory(story.content.title)
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, worker))
  const broken = ended.find((end) => end.status === 'rejected')
  if (broken) throw broken.reason
  return { pictures, films, warnings: warnings.sort() }
}

const isPictureError = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('PICTURE_')
