import { z } from 'zod'
import { IsoDate, Sha256 } from '../items/revision.schema.ts'

/** A part of a published story's item that carries what its Markdown does not: {@link PublicStory}. */
export const STORY_MEDIA_TYPE = 'application/vnd.xinhuo.story+json'

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/)
const line = (most = 200) => z.string().trim().max(most)
const text = z.string().max(20_000)
/** ISO 8601 with what is known: a year, a month or a day. */
export const LooseDate = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, '时间要写成 2024、2024-06 或 2024-06-05')

/** Someone in the story. What is printed is the alias unless a consent covers the name. */
export const StoryPerson = z.strictObject({
  id,
  name: line(40),
  /** 王某, 一位驻村干部: printed where the person is not to be named. */
  alias: line(40).optional(),
  part: z.enum(['hero', 'took-part', 'was-helped', 'told']),
  post: line(40).optional(),
  groups: z.array(line(40)).max(10).optional(),
  minor: z.boolean().optional(),
})
export type StoryPerson = z.infer<typeof StoryPerson>

/** Someone's word that they may be shown (PROV: an agent's qualified attribution). */
export const StoryConsent = z.strictObject({
  id,
  /** The person's id, or a name for someone in a picture only. */
  who: line(80),
  covers: z.array(z.enum(['name', 'story', 'picture', 'quote'])).min(1),
  how: z.enum(['written', 'spoken', 'message']),
  on: IsoDate.optional(),
  /** For a minor: who of the guardians said so. */
  guardian: line(40).optional(),
  note: line(500).optional(),
  /** The signed paper's picture, which never leaves the library. */
  proof: Sha256.optional(),
})
export type StoryConsent = z.infer<typeof StoryConsent>

/** A region of a picture that is blurred in everything that leaves; fractions of width and height, 0 to 1. */
export const BlurredRegion = z.strictObject({
  x: z.number().min(0).max(1),
  y: z.number().min(0).max(1),
  width: z.number().positive().max(1),
  height: z.number().positive().max(1),
  why: z.enum(['face', 'plate', 'number', 'other']),
})
export type BlurredRegion = z.infer<typeof BlurredRegion>

/** A picture, sound or film. The original stays as it came; what leaves is a cleaned copy of it. */
export const StoryMedia = z.strictObject({
  id,
  /** The original's bytes, a blob. */
  sha256: Sha256,
  name: line(255),
  mediaType: z.string().min(1).max(100),
  size: z.int().nonnegative(),
  /** Pixels, upright. */
  width: z.int().positive().optional(),
  height: z.int().positive().optional(),
  caption: line(300).optional(),
  /** What is to be seen, for those who cannot see it. */
  alternative: line(300).optional(),
  takenOn: LooseDate.optional(),
  place: line(100).optional(),
  author: line(60).optional(),
  /** The section it stands in; absent for the end. */
  section: z.enum(['problem', 'done', 'cost', 'failed', 'result', 'caution']).optional(),
  cover: z.boolean().optional(),
  /** The editor has looked for faces, plates and numbers. */
  looked: z.boolean().optional(),
  blurred: z.array(BlurredRegion).max(200).optional(),
})
export type StoryMedia = z.infer<typeof StoryMedia>

/** A provision that the story shows in action. */
export const ShownPolicy = z.strictObject({
  /** As cited: 土地管理法. */
  title: line(300),
  /** 第六十二条. */
  provision: line(60).optional(),
  itemId: z.string().max(80).optional(),
  revision: Sha256.optional(),
  anchor: line(200).optional(),
  /** How it shows there. */
  note: line(500).optional(),
})
export type ShownPolicy = z.infer<typeof ShownPolicy>

/** Where the story is known from (PROV: an entity the story was derived from). */
export const StorySource = z.strictObject({
  id,
  title: line(300),
  type: z.enum(['interview', 'document', 'register', 'media-report', 'own-experience', 'other']),
  /** Who gave it. */
  from: line(100).optional(),
  on: LooseDate.optional(),
  note: line(1000).optional(),
  /** The file it is, kept as a blob; named by its hash so that nobody can change it afterwards. */
  file: z
    .strictObject({ name: line(255), mediaType: z.string().max(100), sha256: Sha256, size: z.int().nonnegative() })
    .optional(),
  verified: z.strictObject({ by: line(60), on: IsoDate, how: line(500).optional() }).optional(),
})
export type StorySource = z.infer<typeof StorySource>

/** Everything that is known of a story while it is being made. Only its {@link PublicStory} leaves. */
export const StoryRecord = z.strictObject({
  format: z.literal(1),
  title: line(200),
  /** One sentence that helps to decide whether to read on. */
  summary: line(500).optional(),
  themes: z.array(line(40)).max(10).default([]),
  topics: z.array(line(40)).max(20).default([]),
  posts: z.array(line(40)).max(10).default([]),
  /** Largest first: 平澜县, 石坪乡, 高岭村. */
  places: z.array(line(60)).max(10).default([]),
  groups: z.array(line(40)).max(10).default([]),
  /** Whom it is for, by post. */
  audience: z.array(line(40)).max(10).default([]),
  happenedFrom: LooseDate.optional(),
  happenedTo: LooseDate.optional(),
  people: z.array(StoryPerson).max(50).default([]),
  /** 什么情况. Markdown with paragraphs, lists and emphasis; no headings, pictures or HTML. */
  problem: text.default(''),
  /** 做了什么. */
  done: text.default(''),
  cost: z
    .strictObject({
      /** 人手, 钱, 时间, 权限: what somebody would need to do the same. */
      people: line(500).optional(),
      money: line(500).optional(),
      time: line(500).optional(),
      powers: line(500).optional(),
    })
    .default({}),
  /** 哪里没做好. */
  failed: text.default(''),
  /** 结果怎么样. */
  result: text.default(''),
  /** 怎么知道的. */
  evidence: z
    .strictObject({
      how: text.default(''),
      kinds: z.array(z.enum(['told', 'seen', 'picture', 'document', 'register', 'statistics'])).default([]),
    })
    .default({ how: '', kinds: [] }),
  /** 什么情况下不要照搬. */
  caution: text.default(''),
  policies: z.array(ShownPolicy).max(50).default([]),
  quotes: z
    .array(z.strictObject({ id, text: line(1000), by: line(80) }))
    .max(20)
    .default([]),
  media: z.array(StoryMedia).max(200).default([]),
  sources: z.array(StorySource).max(100).default([]),
  consents: z.array(StoryConsent).max(100).default([]),
  /** 示例故事 and the like. */
  label: line(40).optional(),
})
export type StoryRecord = z.infer<typeof StoryRecord>

/** The sections in their order, with the headings they are printed under. */
export const STORY_SECTIONS = [
  { field: 'problem', heading: '什么情况' },
  { field: 'done', heading: '做了什么' },
  { field: 'cost', heading: '花了多少' },
  { field: 'failed', heading: '哪里没做好' },
  { field: 'result', heading: '结果怎么样，怎么知道的' },
  { field: 'caution', heading: '什么情况下不要照搬' },
] as const

/** How well the result is known: 0 not said, 1 told, 2 seen or pictured, 3 in documents, registers or statistics. */
export type EvidenceLevel = 0 | 1 | 2 | 3

/**
 * The structured part of a published story, an attachment of {@link STORY_MEDIA_TYPE} of its item. It says of
 * people only what may be printed: names where a consent covers them, aliases elsewhere.
 */
export const PublicStory = z.strictObject({
  format: z.literal(1),
  themes: z.array(z.string()).default([]),
  groups: z.array(z.string()).default([]),
  audience: z.array(z.string()).default([]),
  happenedFrom: LooseDate.optional(),
  happenedTo: LooseDate.optional(),
  people: z
    .array(z.strictObject({ name: z.string(), part: StoryPerson.shape.part, post: z.string().optional() }))
    .default([]),
  evidence: z.int().min(0).max(3).default(0),
  policies: z.array(ShownPolicy).default([]),
  quotes: z.array(z.strictObject({ text: z.string(), by: z.string() })).default([]),
  /** Cleaned copies among the item's attachments, in reading order. */
  media: z
    .array(
      z.strictObject({
        sha256: Sha256,
        mediaType: z.string(),
        width: z.int().positive().optional(),
        height: z.int().positive().optional(),
        caption: z.string().optional(),
        alternative: z.string().optional(),
        takenOn: LooseDate.optional(),
        place: z.string().optional(),
        author: z.string().optional(),
        cover: z.boolean().optional(),
      }),
    )
    .default([]),
  /** How many sources there are, and how many were verified. */
  sources: z.strictObject({ total: z.int(), verified: z.int() }).default({ total: 0, verified: 0 }),
  publishedOn: IsoDate.optional(),
  /** When it should be looked at again. */
  reviewOn: IsoDate.optional(),
  /** The office that published it, and the SHA-256 of the record it was approved as. */
  office: z.string().optional(),
  record: Sha256.optional(),
})
export type PublicStory = z.infer<typeof PublicStory>
