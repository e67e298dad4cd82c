import { z } from 'zod'
import { MATERIAL_LABELS, MATERIAL_MEDIA_TYPE } from '../../library/meetings/materials/material.schema.ts'
import { STORY_MEDIA_TYPE } from '../../library/stories/story.schema.ts'
import { DOCX_MEDIA_TYPE, SAMPLE_MEDIA_TYPE, SCHEMA_MEDIA_TYPE } from '../../library/templates/template-schema.ts'

/** Describes the front matter that content/README.md promises; unknown keys are refused. */
const Identifier = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

const common = {
  xinhuo: z.literal(1),
  identifier: Identifier,
  title: z.string().min(2).max(40),
  topics: z.array(z.string()).min(1),
  posts: z.array(z.string()).min(1),
  places: z.array(z.string()),
  description: z.string().min(10).max(80),
  sources: z.array(z.strictObject({ title: z.string(), note: z.string().optional() })).min(1),
}

const Attachment = z.discriminatedUnion('mediaType', [
  z.strictObject({
    name: z.string().endsWith('.docx'),
    path: z.string().regex(/^[a-z0-9-]+\.docx$/),
    mediaType: z.literal(DOCX_MEDIA_TYPE),
  }),
  z.strictObject({
    name: z.string().endsWith('.字段.json'),
    path: z.string().regex(/^[a-z0-9-]+\.schema\.json$/),
    mediaType: z.literal(SCHEMA_MEDIA_TYPE),
  }),
  z.strictObject({
    name: z.string().regex(/\.填(好|错)的样子\.json$/),
    path: z.string().regex(/^[a-z0-9-]+\.(good|bad)\.sample\.json$/),
    mediaType: z.literal(SAMPLE_MEDIA_TYPE),
  }),
])

const Policy = z.strictObject({
  ...common,
  kind: z.literal('policy'),
  label: z.literal('解读'),
  issuer: z.string(),
  documentNumber: z.string().optional(),
  issuedOn: z.iso.date(),
  effectiveFrom: z.iso.date(),
  repealedOn: z.iso.date().optional(),
})
const Template = z.strictObject({
  ...common,
  kind: z.literal('template'),
  label: z.literal('示例文书'),
  attachments: z.array(Attachment).min(1),
})
const Story = z.strictObject({
  ...common,
  kind: z.literal('story'),
  label: z.literal('示例故事'),
  places: z.array(z.string()).min(1),
  attachments: z
    .array(
      z.strictObject({
        name: z.string().endsWith('.故事.json'),
        path: z.string().regex(/^[a-z0-9-]+\.story\.json$/),
        mediaType: z.literal(STORY_MEDIA_TYPE),
      }),
    )
    .length(1),
})
const Guide = z.strictObject({ ...common, kind: z.literal('guide') })
const Material = z.strictObject({
  ...common,
  kind: z.literal('guide'),
  label: z.enum(Object.values(MATERIAL_LABELS)),
  attachments: z
    .array(
      z.strictObject({
        name: z.string().regex(/\.(会议|情景演练|操作指南|学习路径)\.json$/),
        path: z.string().regex(/^[a-z0-9-]+\.(meeting|drill|guide|path)\.json$/),
        mediaType: z.literal(MATERIAL_MEDIA_TYPE),
      }),
    )
    .length(1),
  pictures: z
    .array(z.strictObject({ path: z.string().regex(/^[a-z0-9-]+\.png$/), mediaType: z.literal('image/png') }))
    .optional(),
})

export const FrontMatter = z.union([z.discriminatedUnion('kind', [Policy, Template, Story]), Material, Guide])
export type FrontMatter = z.infer<typeof FrontMatter>
