import { z } from 'zod'
import { DrillRecord } from '../drills/drill.schema.ts'
import { StepGuideRecord } from '../guides/step-guide.schema.ts'
import { PathRecord } from '../learning/path.schema.ts'
import { MeetingRecord } from '../outline/outline.schema.ts'

/** 会议, 情景演练, 操作指南, 学习路径: what trainers make, kept, shared and renewed in one way. */
export const MaterialType = z.enum(['meeting', 'drill', 'guide', 'path'])
export type MaterialType = z.infer<typeof MaterialType>

export const MaterialRecord = z.discriminatedUnion('type', [MeetingRecord, DrillRecord, StepGuideRecord, PathRecord])
export type MaterialRecord = z.infer<typeof MaterialRecord>

/**
 * As an item of kind `guide` (so that it is searched, and travels in packs), a material has its words as Markdown, its
 * cleaned pictures as attachments, and its record as an attachment of this type.
 */
export const MATERIAL_MEDIA_TYPE = 'application/vnd.xinhuo.material+json'

/** The label of the item, by type. */
export const MATERIAL_LABELS: Readonly<Record<MaterialType, string>> = {
  meeting: '会议',
  drill: '情景演练',
  guide: '操作指南',
  path: '学习路径',
}
