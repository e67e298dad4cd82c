import { z } from 'zod'
import { IsoDate } from '../../items/revision.schema.ts'

/** Characters of one answer, and of an answer to it. */
export const LONGEST_RESPONSE = 2000
export const LONGEST_ANSWER = 5000

/** One line that somebody said, without what cannot be printed. */
export const saidLine = (most: number) =>
  z
    .string()
    .transform((text) => text.toWellFormed().replace(/[\p{Cc}\u2028\u2029]+/gu, ' '))
    .pipe(z.string().trim().min(1).max(most))
/** What somebody said, in lines. */
export const saidWords = (most: number) =>
  z
    .string()
    .transform((text) =>
      text
        .toWellFormed()
        .replace(/\r\n?/g, '\n')
        .replace(/[\p{Cc}--[\n\t]]/gv, ''),
    )
    .pipe(z.string().trim().min(1).max(most))

export const Usefulness = z.enum(['yes', 'partly', 'no'])
export const ResponseType = z.enum(['opinion', 'suggestion', 'error', 'question'])
export const StoryId = z.string().min(1).max(80)

/** An answer as it is typed in. */
export const NewResponse = z
  .strictObject({
    /** Of the one who sends it, so that the same sent twice is kept once. */
    id: z.uuid().optional(),
    way: z.enum(['card', 'desk']).default('card'),
    storyId: StoryId.optional(),
    /** A story's title, initials or card code, where its id is not known. */
    named: saidLine(200).optional(),
    feedId: z.string().min(1).max(80).optional(),
    givenOn: IsoDate,
    useful: Usefulness.optional(),
    type: ResponseType.default('opinion'),
    text: saidWords(LONGEST_RESPONSE).optional(),
    post: saidLine(40).optional(),
  })
  .refine(({ useful, text }) => useful !== undefined || text !== undefined, '没有评价，也没有话')
export type NewResponse = z.infer<typeof NewResponse>

export const NewResponses = z.strictObject({
  responses: z.array(NewResponse).min(1).max(500),
  /** False: refuse what holds personal data instead of masking it, so that it can be put differently. */
  mask: z.boolean().default(true),
})

export const ChangedResponse = z.strictObject({
  storyId: StoryId.nullable().optional(),
  /** The same for all others that a file called so and that have no story yet. */
  same: z.boolean().default(false),
  /** The words without what somebody should not have written, such as a name; null for none at all. */
  text: saidWords(LONGEST_RESPONSE).nullable().optional(),
  /** Null takes an answer back that went out with no issue yet. */
  answer: saidWords(LONGEST_ANSWER).nullable().optional(),
})

export const TakeResponses = z.strictObject({
  upload: z.uuid(),
  sheet: z.string().max(200).optional(),
  match: z
    .array(z.looseObject({ column: z.string().max(500), field: z.string().max(100).optional() }))
    .max(300)
    .optional(),
  /** What the person says of stories that a file names: the story here, or none. */
  stories: z.record(z.string().max(300), StoryId.nullable()).default({}),
  /** The column that all of it is about. */
  feedId: z.string().min(1).max(80).optional(),
  /** Take also what looks like something taken before: two kiosks may say the same. */
  again: z.boolean().default(false),
})
export type TakeResponses = z.infer<typeof TakeResponses>
