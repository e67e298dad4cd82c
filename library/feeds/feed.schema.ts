import { z } from 'zod'

const line = (most = 200) => z.string().trim().max(most)
const names = z.array(line(60).min(1)).max(50).default([])

/** How much something counts: 不看, 看一点, 看重, 很看重. */
export const Weight = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)])
export type Weight = z.infer<typeof Weight>

export const FeedCriteria = z.strictObject({
  /** A story must have one of each that is not empty. */
  themes: names,
  posts: names,
  places: names,
  groups: names,
  topics: names,
  /** Told no longer ago than this many months; 0 for any time. */
  months: z.int().min(0).max(600).default(0),
  minEvidence: z.int().min(0).max(3).default(0),
  withPictureOnly: z.boolean().default(false),
  weights: z
    .strictObject({
      theme: Weight.default(2),
      post: Weight.default(1),
      place: Weight.default(1),
      audience: Weight.default(1),
      freshness: Weight.default(2),
      evidence: Weight.default(2),
    })
    .default({ theme: 2, post: 1, place: 1, audience: 1, freshness: 2, evidence: 2 }),
})
export type FeedCriteria = z.infer<typeof FeedCriteria>

export const MixDimension = z.enum(['post', 'place', 'theme', 'group'])
export type MixDimension = z.infer<typeof MixDimension>

/** A share the office wants: of the stories shown, so many per cent about this. Shares of a dimension add up to 100 at most. */
export const MixTarget = z.strictObject({
  dimension: MixDimension,
  value: line(60).min(1),
  share: z.int().min(0).max(100),
})
export type MixTarget = z.infer<typeof MixTarget>

/** A curated column (专栏): for whom, by what criteria, in which mix, under which address. */
export const FeedDefinition = z.strictObject({
  title: line(80).min(1),
  subtitle: line(200).default(''),
  /** 石坪乡宣传办. */
  publisher: line(80).default(''),
  /** How readers reach the office, printed on the site. */
  contact: line(200).default(''),
  /** Whom it is for. */
  audience: names,
  criteria: FeedCriteria.default(FeedCriteria.parse({})),
  mix: z.array(MixTarget).max(100).default([]),
  /** Stories in one issue. */
  issueSize: z.int().min(1).max(200).default(6),
  /** Months in which a hero is not told about again. */
  restMonths: z.int().min(0).max(60).default(6),
  site: z
    .strictObject({
      theme: z.enum(['paper', 'festive', 'plain']).default('paper'),
      /** Where it will be read, when that is known: makes links in the feeds absolute. http(s) with a path. */
      address: z
        .url({ protocol: /^https?$/ })
        .max(500)
        .optional(),
      /** Videos larger than this many MB are left out and said to be. */
      videoLimit: z.int().min(0).max(4000).default(50),
    })
    .default({ theme: 'paper', videoLimit: 50 }),
})
export type FeedDefinition = z.infer<typeof FeedDefinition>
