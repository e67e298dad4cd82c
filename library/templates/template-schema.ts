import { z } from 'zod'
import { MEANINGS } from './meanings.ts'

/** How much a finding weighs: `must` stops the document from being finished, `should` is said and left to the person. */
export const Severity = z.enum(['must', 'should'])
export type Severity = z.infer<typeof Severity>

/**
 * What a text field holds beyond text. Each is checked by its standard's rule and none changes what is printed.
 * resident-id: GB 11643 with check digit; social-credit-code: GB 32100; bank-card: Luhn;
 * date `YYYY-MM-DD`, year-month `YYYY-MM`, time `HH:mm`.
 */
export const FieldFormat = z.enum([
  'resident-id',
  'mobile-phone',
  'phone',
  'social-credit-code',
  'bank-card',
  'postcode',
  'date',
  'year-month',
  'time',
])
export type FieldFormat = z.infer<typeof FieldFormat>

/** A JSONata expression over the form's data. In a table's row `$row` is its number from 1 and `$form` the whole data. */
const Expression = z.string().min(1).max(1000)

const FieldBase = {
  title: z.string().min(1).max(100).optional(),
  /** What to fill in, for people. */
  description: z.string().max(500).optional(),
  /** What the value means, so that whatever is known of it is offered: see meanings.ts. */
  'x-meaning': z.enum(MEANINGS).optional(),
  /** Whose it is when a form speaks of several, e.g. 配偶, 调查人; fields of one subject are offered together. */
  'x-subject': z.string().min(1).max(40).optional(),
  /** The value when the person leaves it to the form; what is typed stays. */
  'x-computed': Expression.optional(),
}

export const TextField = z.strictObject({
  type: z.literal('string'),
  ...FieldBase,
  format: FieldFormat.optional(),
  enum: z.array(z.string()).min(1).optional(),
  default: z.string().optional(),
  minLength: z.int().nonnegative().optional(),
  maxLength: z.int().positive().optional(),
  pattern: z.string().optional(),
  /** Several lines. */
  'x-multiline': z.boolean().optional(),
  /** An example in the empty field. */
  examples: z.array(z.string()).optional(),
})

export const NumberField = z.strictObject({
  type: z.enum(['number', 'integer']),
  ...FieldBase,
  /** money: yuan with up to two decimals. */
  format: z.enum(['money']).optional(),
  default: z.number().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  multipleOf: z.number().positive().optional(),
  /** 亩, 人, 元/月 … shown behind the field. */
  'x-unit': z.string().max(20).optional(),
})

/** A condition of the document, shown as a switch. */
export const SwitchField = z.strictObject({ type: z.literal('boolean'), ...FieldBase, default: z.boolean().optional() })

export const CellField = z.discriminatedUnion('type', [TextField, NumberField, SwitchField])

/** A table: one row for each entry, as `{#家庭成员}…{/家庭成员}` in the document. */
export const TableField = z.strictObject({
  type: z.literal('array'),
  title: z.string().min(1).max(100).optional(),
  description: z.string().max(500).optional(),
  'x-meaning': z.enum(MEANINGS).optional(),
  'x-subject': z.string().min(1).max(40).optional(),
  minItems: z.int().nonnegative().optional(),
  maxItems: z.int().positive().optional(),
  items: z.strictObject({
    type: z.literal('object'),
    properties: z.record(z.string(), CellField),
    required: z.array(z.string()).optional(),
  }),
})

export const TemplateField = z.discriminatedUnion('type', [TextField, NumberField, SwitchField, TableField])
export type TemplateField = z.infer<typeof TemplateField>

/** A check across fields. */
export const FieldCheck = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{2,60}$/),
  severity: Severity,
  /** Holds where its value is true; a check whose value is undefined does not apply. */
  holds: Expression,
  /** A sentence for people, said when it does not hold. */
  says: z.string().min(1).max(300),
  /** The fields it is about, so that the form can lead there. */
  fields: z.array(z.string()).min(1),
})

/** A clause the document relies on. */
export const LegalBasis = z.strictObject({
  title: z.string().min(1),
  provisions: z.array(z.string().min(1)).optional(),
  note: z.string().optional(),
})

/** One of the papers a person has to bring (办事材料). */
export const Material = z.strictObject({
  name: z.string().min(1),
  /** 原件, 复印件, 原件和复印件 */
  form: z.string().optional(),
  copies: z.int().positive().optional(),
  note: z.string().optional(),
  /** A JSONata expression: needed only where it is true. */
  when: Expression.optional(),
  /** In words, for the list that is shown before anything is filled. */
  whenSays: z.string().optional(),
})

/**
 * The JSON Schema (2020-12) beside a template's .docx, as an attachment of media type `application/schema+json`.
 * Properties are named exactly as the placeholders are printed in the document, and are shown in this order.
 * Keywords that JSON Schema does not know begin with `x-`.
 */
export const TemplateSchema = z.strictObject({
  $schema: z.literal('https://json-schema.org/draft/2020-12/schema'),
  type: z.literal('object'),
  title: z.string().optional(),
  description: z.string().optional(),
  properties: z.record(z.string(), TemplateField),
  required: z.array(z.string()).optional(),
  /** What is required when: `{if, then, else?}` schemas over the same properties. */
  allOf: z.array(z.record(z.string(), z.unknown())).optional(),
  /** Sections of the form, by the names of their fields; fields in none come last. */
  'x-groups': z.array(z.strictObject({ title: z.string(), fields: z.array(z.string()).min(1) })).optional(),
  'x-checks': z.array(FieldCheck).optional(),
  'x-basis': z.array(LegalBasis).optional(),
  'x-materials': z.array(Material).optional(),
  /** The made file's name without ending, with `{字段}`. */
  'x-file-name': z.string().min(1).max(200).optional(),
  /** An official document (公文): its layout is checked by GB/T 9704-2012. */
  'x-official': z.boolean().optional(),
})
export type TemplateSchema = z.infer<typeof TemplateSchema>
export type FieldCheck = z.infer<typeof FieldCheck>
export type LegalBasis = z.infer<typeof LegalBasis>
export type Material = z.infer<typeof Material>

/** One value of a form; what is not filled is absent. */
export type CellValue = string | number | boolean
export type FormRow = Readonly<Record<string, CellValue>>
/** A form's data, by the names of its schema's properties. */
export type FormData = Readonly<Record<string, CellValue | readonly FormRow[]>>

export const FormRow = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
export const FormData = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(FormRow)]))

/** A filled copy for showing how it is done, or how not: an attachment of media type `application/vnd.xinhuo.sample+json`. */
export const FilledSample = z.strictObject({
  title: z.string().min(1),
  /** `good`: as it should be. `bad`: with the faults that its notes explain. */
  quality: z.enum(['good', 'bad']),
  /** Said of the whole, one or two sentences. */
  note: z.string().optional(),
  /** Why a field is filled well or badly, by field name (`家庭成员/0/姓名` in a table). */
  notes: z.record(z.string(), z.string()).optional(),
  data: FormData,
})
export type FilledSample = z.infer<typeof FilledSample>

export const SCHEMA_MEDIA_TYPE = 'application/schema+json'
export const SAMPLE_MEDIA_TYPE = 'application/vnd.xinhuo.sample+json'
export const DOCX_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
