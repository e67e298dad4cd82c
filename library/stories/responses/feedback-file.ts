import { z } from 'zod'
import { isSignedBy, type SenderIdentity, senderCode, signValue } from '../../feedback/sender-identity.ts'
import { IsoDate } from '../../items/revision.schema.ts'
import { LONGEST_RESPONSE, ResponseType, Usefulness } from './response.schema.ts'
import { responseError } from './response-errors.ts'
import { responseKey } from './response-key.ts'

/** In one file. */
export const MOST_IN_FILE = 5000
/** Bytes. */
export const LARGEST_FEEDBACK = 24 * 1024 * 1024

const words = (most: number) => z.string().trim().min(1).max(most)

const FeedbackResponse = z
  .strictObject({
    /** Where it was received; the same for ever. */
    id: z.uuid(),
    /** The story it is about, by the id that it has everywhere, and by its title. */
    story: z.strictObject({ id: words(80).optional(), title: words(200).optional() }).optional(),
    /** The column it is about, by its `tag:` URI. */
    feed: z.strictObject({ uri: words(300), title: words(200).optional() }).optional(),
    givenOn: IsoDate,
    useful: Usefulness.optional(),
    type: ResponseType,
    text: words(LONGEST_RESPONSE).optional(),
    post: words(40).optional(),
  })
  .refine(({ useful, text }) => useful !== undefined || text !== undefined)
export type FeedbackResponse = z.infer<typeof FeedbackResponse>

/** All of a feedback file that its signature covers. It names the office that wrote it, and nobody who answered. */
const UnsignedFeedback = z.strictObject({
  format: z.literal(1),
  type: z.literal('story-feedback'),
  sender: z.strictObject({ name: words(100).optional(), publicKey: z.string().regex(/^[0-9a-f]{64}$/) }),
  /** UTC. */
  createdAt: z.iso.datetime(),
  responses: z.array(FeedbackResponse).min(1).max(MOST_IN_FILE),
})
export type UnsignedFeedback = z.infer<typeof UnsignedFeedback>

/** The file `xinhuo-fankui-YYYYMMDD-K7QM.json`. */
const FeedbackFile = UnsignedFeedback.extend({ signature: z.string().regex(/^[0-9a-f]{128}$/) })
export type FeedbackFile = z.infer<typeof FeedbackFile>

export const signFeedback = (feedback: UnsignedFeedback, identity: SenderIdentity): FeedbackFile => ({
  ...feedback,
  signature: signValue(feedback, identity),
})

/** As text that people can read too, the same for the same file. */
export const feedbackText = (file: FeedbackFile): string => `${JSON.stringify(file, null, 2)}\n`

export const feedbackName = ({ createdAt, sender }: UnsignedFeedback): string =>
  `xinhuo-fankui-${createdAt.slice(0, 10).replaceAll('-', '')}-${senderCode(sender.publicKey)}.json`

/** What makes an answer of another office the same as one taken before: whose it is, and which. */
export const feedbackKey = (publicKey: string, { id }: FeedbackResponse): string => responseKey({ publicKey, id })

/**
 * Reads a feedback file, and believes nothing of it that its sender did not sign. Blanks and line ends are nobody's words.
 * @throws {ResponseError} it is none, was altered on the way, or a newer version wrote it
 */
export function openFeedback(bytes: Uint8Array): FeedbackFile {
  if (bytes.byteLength > LARGEST_FEEDBACK) throw responseError('RESPONSE_FILE_TOO_LARGE')
  const value = parseJson(bytes)
  if (typeof value !== 'object' || value === null || !('responses' in value) || !('type' in value)) {
    throw responseError('RESPONSE_FILE_UNREADABLE')
  }
  if ('format' in value && typeof value.format === 'number' && value.format > 1)
    throw responseError('RESPONSE_FILE_TOO_NEW')
  const file = FeedbackFile.safeParse(value)
  if (!file.success) throw responseError('RESPONSE_FILE_ALTERED', undefined, file.error)
  const { signature, ...feedback } = file.data
  const ids = new Set(feedback.responses.map(({ id }) => id))
  if (ids.size !== feedback.responses.length || !isSignedBy(feedback.sender.publicKey, feedback, signature)) {
    throw responseError('RESPONSE_FILE_ALTERED')
  }
  return file.data
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (cause) {
    throw responseError('RESPONSE_FILE_UNREADABLE', undefined, cause)
  }
}
