import { z } from 'zod'
import { Audience, CitedPassage, LocalId, line, MaterialPicture, words } from '../materials/cited.schema.ts'

/** A part somebody plays. */
export const DrillRole = z.strictObject({
  id: LocalId,
  /** 办事群众, 窗口人员. */
  name: line(40),
  /** Who this is, for everybody. */
  about: words(2000).optional(),
  /** What only the player reads: 其实材料没带齐，怕白跑一趟. */
  secret: words(2000).optional(),
})
export type DrillRole = z.infer<typeof DrillRole>

/** One way to go on from a turning point. */
export const DrillChoice = z.strictObject({
  id: LocalId,
  /** What one would do: 先收材料，缺的写在告知单上. */
  text: line(500),
  /** What comes of it. */
  outcome: words(5000).default(''),
  /** How good a way it was; the group talks about it, nobody is marked. */
  worth: z.enum(['good', 'so-so', 'poor']).optional(),
  /** The clause behind it. */
  cites: z.array(CitedPassage).max(10).default([]),
  /** The turn it leads to; absent for the next one, or for the end after the last. `end` ends the drill. */
  to: z.union([LocalId, z.literal('end')]).optional(),
})
export type DrillChoice = z.infer<typeof DrillChoice>

/** A turning point: what happens, what is said, and what would you do. */
export const DrillTurn = z.strictObject({
  id: LocalId,
  title: line(100).default(''),
  /** What happens. */
  text: words(10_000).default(''),
  lines: z
    .array(
      z.strictObject({
        id: LocalId,
        /** A role's id; absent for the narrator. */
        role: LocalId.optional(),
        text: line(1000),
      }),
    )
    .max(60)
    .default([]),
  /** 你会怎么做？ */
  ask: line(300).optional(),
  choices: z.array(DrillChoice).max(8).default([]),
  picture: MaterialPicture.optional(),
  /** For whoever leads it. */
  notes: words(5000).optional(),
})
export type DrillTurn = z.infer<typeof DrillTurn>

/**
 * A case played as a scene (情景再现) or a drill with branches (情景演练): the same form, and a scene is one whose
 * choices all lead on.
 */
export const DrillRecord = z.strictObject({
  type: z.literal('drill'),
  format: z.literal(1),
  title: line(200),
  summary: line(500).optional(),
  topics: z.array(line(40)).max(20).default([]),
  audience: Audience.default({ posts: [], level: 'all' }),
  minutes: z.int().min(0).max(600).default(20),
  /** Where and when, and what everybody knows at the beginning. */
  setting: words(10_000).default(''),
  roles: z.array(DrillRole).max(20).default([]),
  turns: z.array(DrillTurn).max(100).default([]),
  /** What happened in reality. */
  happened: words(20_000).default(''),
  /** 复盘: what to talk about afterwards. */
  debrief: z.array(line(500)).max(30).default([]),
  cites: z.array(CitedPassage).max(30).default([]),
  /** The story it was made from. */
  story: z.strictObject({ title: line(300), itemId: z.string().max(80).optional() }).optional(),
  label: line(40).optional(),
})
export type DrillRecord = z.infer<typeof DrillRecord>
