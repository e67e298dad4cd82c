import { z } from 'zod'
import { IsoDate, Sha256 } from '../../items/revision.schema.ts'
import { DrillRecord } from '../drills/drill.schema.ts'
import { StepGuideRecord } from '../guides/step-guide.schema.ts'
import { QuizQuestion } from '../learning/path.schema.ts'
import { Audience, CitedPassage, KeptBeside, LocalId, line, MaterialPicture, words } from '../materials/cited.schema.ts'

/** 例会, 专题学习, 业务培训, 主题党日, 现场会. */
export const MeetingKind = z.enum(['regular', 'study', 'training', 'party-day', 'on-site'])
export type MeetingKind = z.infer<typeof MeetingKind>

/** 素净, 庆典红, 高对比, 大字. */
export const SlideTheme = z.enum(['quiet', 'festive', 'contrast', 'large'])
export type SlideTheme = z.infer<typeof SlideTheme>

const common = {
  id: LocalId,
  title: line(200).default(''),
  /** 0 while nobody has said. */
  minutes: z.int().min(0).max(600).default(0),
  /** Who speaks. */
  speaker: line(60).optional(),
  /** Speaker's notes; Markdown. */
  notes: words().default(''),
  pictures: z.array(MaterialPicture).max(40).default([]),
  /** Passages beside the part's own matter; shown with their validity. */
  cites: z.array(CitedPassage).max(40).default([]),
}

/** Where something that was taken in came from; what was taken stands beside it and stays whole without it. */
export const TakenFrom = z.strictObject({
  /** An item, or a material made here. */
  id: z.string().max(80),
  revision: Sha256.optional(),
  takenOn: IsoDate.optional(),
  keptBeside: KeptBeside.optional(),
})
export type TakenFrom = z.infer<typeof TakenFrom>

/** A story as it is told in a meeting: its words as they were when it was taken in. */
export const ToldStory = z.strictObject({
  title: line(300),
  from: TakenFrom.optional(),
  summary: line(1000).optional(),
  /** 平澜县石坪乡 */
  place: line(200).optional(),
  happened: line(60).optional(),
  /** In order, under the headings of STORY_SECTIONS; those left out are not told. */
  sections: z
    .array(z.strictObject({ heading: line(60), text: words() }))
    .max(12)
    .default([]),
  quotes: z
    .array(z.strictObject({ text: line(1000), by: line(80) }))
    .max(20)
    .default([]),
})
export type ToldStory = z.infer<typeof ToldStory>

/** A part of a meeting. */
export const MeetingPart = z.discriminatedUnion('type', [
  z.strictObject({ ...common, type: z.literal('opening'), text: words().default('') }),
  /** 政策领学: its passages are `cites`. */
  z.strictObject({ ...common, type: z.literal('reading'), text: words().default('') }),
  z.strictObject({
    ...common,
    type: z.literal('story'),
    story: ToldStory.optional(),
    ask: z.array(line(500)).max(20).default([]),
  }),
  z.strictObject({ ...common, type: z.literal('scene'), drill: DrillRecord.optional(), from: TakenFrom.optional() }),
  z.strictObject({
    ...common,
    type: z.literal('discussion'),
    /** How it is done: 四人一组，十分钟. */
    text: words().default(''),
    questions: z.array(line(500)).max(30).default([]),
  }),
  z.strictObject({
    ...common,
    type: z.literal('exercise'),
    text: words().default(''),
    tasks: z.array(line(500)).max(30).default([]),
    guide: StepGuideRecord.optional(),
    from: TakenFrom.optional(),
    /** A template to be filled in as the exercise. */
    template: z.strictObject({ itemId: z.string().max(80), title: line(300) }).optional(),
  }),
  z.strictObject({ ...common, type: z.literal('quiz'), questions: z.array(QuizQuestion).max(50).default([]) }),
  z.strictObject({
    ...common,
    type: z.literal('closing'),
    text: words().default(''),
    /** 会后要做的. */
    todo: z
      .array(z.strictObject({ id: LocalId, text: line(500), who: line(100).optional(), dueOn: IsoDate.optional() }))
      .max(50)
      .default([]),
  }),
])
export type MeetingPart = z.infer<typeof MeetingPart>
export type MeetingPartType = MeetingPart['type']

/** Somebody with a part in the meeting. */
export const MeetingPerson = z.strictObject({
  id: LocalId,
  name: line(40),
  part: z.enum(['host', 'speaker', 'recorder', 'attendee']),
  /** 单位及职务. */
  post: line(100).optional(),
})
export type MeetingPerson = z.infer<typeof MeetingPerson>

/** One outline, from which slides, script, handout, agenda and the rest are made. */
export const MeetingRecord = z.strictObject({
  type: z.literal('meeting'),
  format: z.literal(1),
  title: line(200),
  kind: MeetingKind.default('regular'),
  summary: line(500).optional(),
  purpose: words(5000).default(''),
  topics: z.array(line(40)).max(20).default([]),
  audience: Audience.default({ posts: [], level: 'all' }),
  /** Organiser (主办单位), as it signs. */
  office: line(100).optional(),
  /** 发文字号 of the notice. */
  documentNumber: line(60).optional(),
  on: IsoDate.optional(),
  /** HH:MM */
  startsAt: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
  /** How long it may take; the clock says when the parts take longer. */
  minutesPlanned: z.int().min(0).max(1440).optional(),
  place: line(200).optional(),
  contact: line(200).optional(),
  /** 注意事项 of the notice. */
  bring: line(500).optional(),
  people: z.array(MeetingPerson).max(500).default([]),
  theme: SlideTheme.default('quiet'),
  /** The office's own .pptx, whose colours and fonts the slides take. */
  design: z.strictObject({ name: line(255), sha256: Sha256, size: z.int().nonnegative() }).optional(),
  parts: z.array(MeetingPart).max(400).default([]),
  label: line(40).optional(),
})
export type MeetingRecord = z.infer<typeof MeetingRecord>
