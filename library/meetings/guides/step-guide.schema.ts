import { z } from 'zod'
import { Audience, CitedPassage, LocalId, line, MaterialPicture, words } from '../materials/cited.schema.ts'

const fraction = z.number().min(0).max(1)

/** A mark drawn on a picture; places are fractions of its width and height. Numbers follow the marks' order. */
export const PictureMark = z.discriminatedUnion('type', [
  z.strictObject({ id: LocalId, type: z.literal('number'), x: fraction, y: fraction, says: line(100).optional() }),
  z.strictObject({
    id: LocalId,
    type: z.enum(['box', 'circle']),
    x: fraction,
    y: fraction,
    width: fraction,
    height: fraction,
    says: line(100).optional(),
  }),
  z.strictObject({
    id: LocalId,
    type: z.literal('arrow'),
    /** Where it begins, and where it points. */
    x: fraction,
    y: fraction,
    toX: fraction,
    toY: fraction,
    says: line(100).optional(),
  }),
])
export type PictureMark = z.infer<typeof PictureMark>

/** One step: one action. */
export const GuideStep = z.strictObject({
  id: LocalId,
  /** 点右上角的“我要办”. */
  action: line(200).default(''),
  detail: words(3000).optional(),
  picture: MaterialPicture.optional(),
  marks: z.array(PictureMark).max(20).default([]),
  /** 当心. */
  caution: line(300).optional(),
})
export type GuideStep = z.infer<typeof GuideStep>

/** A step-by-step guide (操作指南). */
export const StepGuideRecord = z.strictObject({
  type: z.literal('guide'),
  format: z.literal(1),
  title: line(200),
  summary: line(500).optional(),
  topics: z.array(line(40)).max(20).default([]),
  audience: Audience.default({ posts: [], level: 'all' }),
  /** What one needs before beginning. */
  needs: z.array(line(200)).max(20).default([]),
  steps: z.array(GuideStep).max(100).default([]),
  /** 办完是什么样子. */
  done: words(3000).optional(),
  cites: z.array(CitedPassage).max(30).default([]),
  label: line(40).optional(),
})
export type StepGuideRecord = z.infer<typeof StepGuideRecord>
