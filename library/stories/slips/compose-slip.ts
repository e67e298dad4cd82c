import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import type { LibraryAccess } from '../../store/library-access.ts'
import type { KeptStory } from '../kept-story.ts'
import { type PictureCopyWrites, pictureCopy } from '../media/picture-copy.ts'
import { eventsOf } from '../process/event-chain.ts'
import { tasksOf } from '../process/tasks.repository.ts'
import type { StoryRecord } from '../story.schema.ts'
import type { Remark, ReviewAnswer, ReviewRequest, SlipFile, Submission } from './slip.schema.ts'
import { slipError } from './slip-error.ts'

/** Who writes, what for, and when. */
export interface SlipFrame {
  readonly sender: { readonly name: string; readonly publicKey: string }
  readonly sentAt: string
  readonly note?: string | undefined
}

/** Pixels of a reviewer's picture. */
const WIDTH = 1600

const frame = ({ sender, sentAt, note }: SlipFrame) => ({
  format: 1 as const,
  id: randomUUID(),
  sender,
  sentAt,
  ...(note !== undefined && { note }),
})

const aboutStory = ({ id, record, recordSha256 }: KeptStory) => ({
  storyId: id,
  title: record.title,
  record,
  recordSha256,
})

/**
 * A story told here, for the office that will check and publish it: whole, with its pictures and films as they came.
 * The papers of consents stay.
 * @throws {SlipError} SLIP_MEDIA_MISSING
 */
export async function composeSubmission(
  library: Pick<LibraryAccess, 'blobs'>,
  story: KeptStory,
  given: SlipFrame,
): Promise<Submission> {
  const files = await present(library, [...mediaOf(story.record), ...sourceFilesOf(story.record)])
  return { type: 'submission', ...frame(given), ...aboutStory(story), files }
}

/**
 * A story for a reviewer elsewhere: its record, what was done with it so far, what its sources are, and its pictures
 * as readers would see them, without what the camera noted and with the marked regions gone.
 * @throws {SlipError} SLIP_MEDIA_MISSING
 * @throws {PictureError} when a picture cannot be cleaned
 */
export async function composeRequest(
  library: LibraryAccess,
  writes: PictureCopyWrites,
  story: KeptStory,
  step: ReviewRequest['step'],
  given: SlipFrame,
): Promise<ReviewRequest> {
  const pictures: SlipFile[] = []
  const films: SlipFile[] = []
  for (const media of story.record.media) {
    if (media.mediaType.startsWith('image/')) {
      const copy = await pictureCopy(library, writes, media, { width: WIDTH, format: 'jpeg' })
      pictures.push({ sha256: copy.sha256, size: copy.size, mediaType: copy.mediaType, media: media.id })
    } else {
      films.push({ sha256: media.sha256, size: media.size, mediaType: media.mediaType, media: media.id })
    }
  }
  const files = await present(library, [...pictures, ...films, ...sourceFilesOf(story.record)])
  const events = (await eventsOf(library.db, 'story', story.id)).map((event) => ({ ...event }))
  const open = (await tasksOf(library.db, story.id)).filter((task) => task.done === undefined)
  const tasks = open.map(
    ({ type, field, quote, text }): Remark => ({
      type: type === 'change' ? 'change' : 'comment',
      ...(field !== undefined && { field }),
      ...(quote !== undefined && { quote }),
      text,
    }),
  )
  return { type: 'review-request', ...frame(given), ...aboutStory(story), files, step, events, tasks }
}

/** What is said to a request, or to a submission that was sent back: about exactly the record that was in it. */
export function composeAnswer(
  request: ReviewRequest | Submission,
  said: { readonly answer: ReviewAnswer['answer']; readonly remarks: readonly Remark[] },
  given: SlipFrame,
): ReviewAnswer {
  const { id, storyId, title, recordSha256 } = request
  return {
    type: 'review-answer',
    ...frame(given),
    storyId,
    title,
    recordSha256,
    files: [],
    request: id,
    // A submission waits to be verified.
    step: request.type === 'submission' ? 'verify' : request.step,
    answer: said.answer,
    remarks: [...said.remarks],
  }
}

const mediaOf = ({ media }: StoryRecord): SlipFile[] =>
  media.map(({ sha256, size, mediaType }) => ({ sha256, size, mediaType }))

const sourceFilesOf = ({ sources }: StoryRecord): SlipFile[] =>
  sources.flatMap(({ file }) => (file ? [{ sha256: file.sha256, size: file.size, mediaType: file.mediaType }] : []))

/** Each once, with the size that it has on the disk. */
async function present({ blobs }: Pick<LibraryAccess, 'blobs'>, files: readonly SlipFile[]): Promise<SlipFile[]> {
  const unique = [...new Map(files.map((file) => [file.sha256, file])).values()]
  return Promise.all(
    unique.map(async (file) => {
      const status = await stat(blobs.pathOf(file.sha256)).catch(() => undefined)
      if (!status) throw slipError('SLIP_MEDIA_MISSING')
      return { ...file, size: status.size }
    }),
  )
}
