import type { Meaning } from '../../../library/templates/meanings.ts'
import type { FieldFormat, TemplateField } from '../../../library/templates/template-schema.ts'

/** A field of a template, and whether it has to be filled. */
export type FieldDefinition<Field extends TemplateField = TemplateField> = {
  readonly field: Field
  readonly required: boolean
}

type Cell = Exclude<TemplateField, { type: 'array' }>
export type CellDefinition = FieldDefinition<Cell>

/** What may be said of any field, beside what to fill in. */
type Common = {
  readonly meaning?: Meaning
  readonly subject?: string
  readonly computed?: string
  /** Need not be filled. A computed field never needs to be. */
  readonly optional?: true
}
type TextOptions = Common & {
  readonly format?: FieldFormat
  readonly example?: string
  readonly default?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly pattern?: string
}
type NumberOptions = Common & {
  readonly default?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly unit?: string
}

export function text(description: string, options: TextOptions = {}): FieldDefinition<TextCell> {
  const { format, example, default: value, minLength, maxLength, pattern } = options
  return defined(
    {
      type: 'string',
      ...common(description, options),
      ...(format && { format }),
      ...(example && { examples: [example] }),
      ...(value && { default: value }),
      ...(minLength && { minLength }),
      ...(maxLength && { maxLength }),
      ...(pattern && { pattern }),
    },
    options,
  )
}
type TextCell = Extract<TemplateField, { type: 'string' }>

/** Text of several lines. */
export function longText(description: string, options: TextOptions = {}): FieldDefinition<TextCell> {
  const { field, required } = text(description, options)
  return { field: { ...field, 'x-multiline': true }, required }
}

/** One of several values. */
export function choice(
  values: readonly string[],
  description: string,
  options: TextOptions = {},
): FieldDefinition<TextCell> {
  const { field, required } = text(description, options)
  return { field: { ...field, enum: [...values] }, required }
}

export const date = (description: string, options: TextOptions = {}) =>
  text(description, { format: 'date', ...options })
export const time = (description: string, options: TextOptions = {}) =>
  text(description, { format: 'time', ...options })
export const mobile = (description: string, options: TextOptions = {}) =>
  text(description, { format: 'mobile-phone', meaning: 'person.phone', ...options })
export const phone = (description: string, options: TextOptions = {}) =>
  text(description, { format: 'phone', ...options })
export const residentId = (description: string, options: TextOptions = {}) =>
  text(description, { format: 'resident-id', meaning: 'person.residentId', ...options })
export const sex = (options: TextOptions = {}) =>
  choice(['男', '女'], '男或者女，与身份证号一致', { meaning: 'person.sex', ...options })

/** Yuan with up to two decimals. */
export function money(description: string, options: NumberOptions = {}): FieldDefinition<NumberCell> {
  const { field, required } = amount(description, { unit: '元', ...options })
  return { field: { ...field, format: 'money' }, required }
}
type NumberCell = Extract<TemplateField, { type: 'number' | 'integer' }>

/** A measure such as an area; never negative. */
export function amount(description: string, options: NumberOptions = {}): FieldDefinition<NumberCell> {
  const { default: value, minimum = 0, maximum, unit } = options
  return defined(
    {
      type: 'number',
      ...common(description, options),
      minimum,
      ...(maximum !== undefined && { maximum }),
      ...(value !== undefined && { default: value }),
      ...(unit && { 'x-unit': unit }),
    },
    options,
  )
}

/** A whole number such as of people or days; never negative. */
export function count(description: string, options: NumberOptions = {}): FieldDefinition<NumberCell> {
  const { field, required } = amount(description, options)
  return { field: { ...field, type: 'integer' }, required }
}

/** The number of a row, counted by itself. */
export const rowNumber = () => count('从1起，自动编号', { minimum: 1, computed: '$row' })

/** A condition of the document. */
export function condition(description: string, options: { readonly default?: boolean } = {}): CellDefinition {
  return {
    field: { type: 'boolean', description, ...(options.default !== undefined && { default: options.default }) },
    required: false,
  }
}

/** A list of rows; at least one unless it is optional. */
export function table(
  description: string,
  columns: Readonly<Record<string, CellDefinition>>,
  options: Pick<Common, 'meaning' | 'subject' | 'optional'> & { readonly maxItems?: number } = {},
): FieldDefinition {
  return {
    field: {
      type: 'array',
      ...common(description, options),
      ...(options.optional ? {} : { minItems: 1 }),
      ...(options.maxItems && { maxItems: options.maxItems }),
      items: { type: 'object', properties: titled(columns), required: requiredOf(columns) },
    },
    required: options.optional !== true,
  }
}

/** Fields under their names as titles. */
export function titled<Field extends TemplateField>(
  definitions: Readonly<Record<string, FieldDefinition<Field>>>,
): Record<string, Field> {
  return Object.fromEntries(
    Object.entries(definitions).map(([name, { field }]) => [name, { ...field, title: field.title ?? name }]),
  ) as Record<string, Field>
}

export function requiredOf(definitions: Readonly<Record<string, FieldDefinition>>): string[] {
  return Object.entries(definitions).flatMap(([name, { required }]) => (required ? [name] : []))
}

function defined<Field extends TemplateField>(field: Field, options: Common): FieldDefinition<Field> {
  return { field, required: options.optional !== true && options.computed === undefined }
}

function common(description: string, { meaning, subject, computed }: Common) {
  return {
    description,
    ...(meaning && { 'x-meaning': meaning }),
    ...(subject && { 'x-subject': subject }),
    ...(computed && { 'x-computed': computed }),
  }
}
