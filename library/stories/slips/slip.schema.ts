import { z } from 'zod'
import { Sha256 } from '../../items/revision.schema.ts'
import { StoryRecord } from '../story.schema.ts'

/** Files in one slip: pictures, films, and what sources are. */
export const MOST_FILES = 400
/** One of them, and all together. Bytes. */
export const LARGEST_FILE = 2 * 1024 ** 3
export const LARGEST_FILES = 8 * 1024 ** 3
/** What a slip says, without its files. Bytes. */
export const LARGEST_BODY = 16 * 1024 ** 2

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`))
const words = (most: number) => z.string().trim().min(1).max(most)

const SlipFile = z.strictObject({
  sha256: Sha256,
  size: z.int().min(0).max(LARGEST_FILE),
  mediaType: z.string().min(1).max(100),
  /** Of a review request: the picture of the record that this is a cleaned copy of. */
  media: z.string().max(80).optional(),
})
export type SlipFile = z.infer<typeof SlipFile>

const Remark = z.strictObject({
  type: z.enum(['comment', 'change']),
  field: words(200).optional(),
  quote: words(2000).optional(),
  text: words(5000),
})
export type Remark = z.infer<typeof Remark>

/** A link of the sender's record, as it was when the slip was written. */
const SentEvent = z.looseObject({
  number: z.int().positive(),
  at: z.string().max(40),
  by: z.string().max(200),
  type: z.string().max(40),
  hash: Sha256,
})

const common = {
  format: z.literal(1),
  /** Names this slip for ever. A request's is known to nobody but those who have the request. */
  id: z.uuid(),
  sender: z.strictObject({ name: words(100), publicKey: hex(32) }),
  /** UTC. */
  sentAt: z.iso.datetime(),
  note: words(5000).optional(),
  storyId: z.string().regex(/^[a-z0-9][a-z0-9-]{2,79}$/),
  title: z.string().max(200),
  recordSha256: Sha256,
  files: z.array(SlipFile).max(MOST_FILES),
}
const step = z.enum(['verify', 'approve'])

/** All of a slip that its signature covers. */
export const SlipBody = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('submission'), ...common, record: StoryRecord }),
  z.strictObject({
    type: z.literal('review-request'),
    ...common,
    step,
    record: StoryRecord,
    events: z.array(SentEvent).max(10_000),
    tasks: z.array(Remark).max(2000),
  }),
  z.strictObject({
    type: z.literal('review-answer'),
    ...common,
    /** The request's id. */
    request: z.uuid(),
    step,
    answer: z.enum(['agree', 'return']),
    remarks: z.array(Remark).max(500),
  }),
])
export type SlipBody = z.infer<typeof SlipBody>
export type Submission = Extract<SlipBody, { type: 'submission' }>
export type ReviewRequest = Extract<SlipBody, { type: 'review-request' }>
export type ReviewAnswer = Extract<SlipBody, { type: 'review-answer' }>

/** `slip.json`; beside it lie `files/<sha256>`, stored as they are. */
export const SignedSlip = z.strictObject({ body: SlipBody, signature: hex(64) })
export type SignedSlip = z.infer<typeof SignedSlip>
