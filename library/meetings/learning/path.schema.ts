import { z } from 'zod'
import { Sha256 } from '../../items/revision.schema.ts'
import { Audience, CitedPassage, KeptBeside, LocalId, line, words } from '../materials/cited.schema.ts'

/** A question with one or several right answers, or a word to fill in. */
export const QuizQuestion = z.strictObject({
  id: LocalId,
  type: z.enum(['single', 'multiple', 'judgement', 'blank']),
  ask: line(1000).default(''),
  /** Of `single` and `multiple`; a judgement has none. */
  options: z
    .array(z.strictObject({ id: LocalId, text: line(500), right: z.boolean().optional() }))
    .max(10)
    .default([]),
  /** Of `judgement`: 对 or 错. */
  isTrue: z.boolean().optional(),
  /** Of `blank`: what counts as right, each way of writing it. */
  answers: z.array(line(100)).max(10).default([]),
  /** Why, in plain words. */
  why: words(2000).optional(),
  cites: z.array(CitedPassage).max(5).default([]),
})
export type QuizQuestion = z.infer<typeof QuizQuestion>

/** One stop of a learning path. */
export const PathStep = z.strictObject({
  id: LocalId,
  type: z.enum(['read', 'drill', 'guide', 'meeting', 'quiz']),
  title: line(200).default(''),
  /** Why it is worth the time. */
  why: line(500).optional(),
  minutes: z.int().min(0).max(600).default(10),
  /** Of all but `quiz`: the item or the own material. */
  itemId: z.string().max(80).optional(),
  revision: Sha256.optional(),
  anchor: line(200).optional(),
  keptBeside: KeptBeside.optional(),
  /** Of `quiz`. */
  questions: z.array(QuizQuestion).max(50).default([]),
  /** Steps to be done before. */
  after: z.array(LocalId).max(20).default([]),
})
export type PathStep = z.infer<typeof PathStep>

/** A learning path (学习路径) by post and level. What a learner did of it stays on the learner's machine. */
export const PathRecord = z.strictObject({
  type: z.literal('path'),
  format: z.literal(1),
  title: line(200),
  summary: line(500).optional(),
  topics: z.array(line(40)).max(20).default([]),
  audience: Audience.default({ posts: [], level: 'all' }),
  steps: z.array(PathStep).max(100).default([]),
  label: line(40).optional(),
})
export type PathRecord = z.infer<typeof PathRecord>
