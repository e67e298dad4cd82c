import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import { decimalText } from '../document/decimal-text.ts'
import { own } from '../document/field-lookup.ts'
import type { Finding } from '../finding.ts'
import type { FormData, TemplateField, TemplateSchema } from '../template-schema.ts'
import { BoundedRegExp } from './bounded-reg-exp.ts'
import { FIELD_FORMATS } from './field-formats.ts'

/** What the schema itself says of the data: missing and wrongly written fields, in sentences. */
export type SchemaFindings = (data: FormData) => Finding[]

/** Numbers like 0.1 have no exact form: how far from a multiple counts as one. */
const MULTIPLE_PRECISION = 6

/** @throws {Error} when the schema's conditions cannot be understood */
export function openSchemaFindings(schema: TemplateSchema): SchemaFindings {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: false,
    validateSchema: false,
    multipleOfPrecision: MULTIPLE_PRECISION,
    code: { regExp: boundedPattern },
    logger: false,
  })
  for (const [name, { fault }] of Object.entries(FIELD_FORMATS)) {
    ajv.addFormat(name, { type: 'string', validate: (value: string) => fault(value) === undefined })
  }
  ajv.addFormat('money', {
    type: 'number',
    validate: (value: number) => /^-?\d+(\.\d{1,2})?$/.test(decimalText(value)),
  })
  const validate: ValidateFunction = ajv.compile({ ...schema, title: undefined, description: undefined })
  return (data) => {
    if (validate(data)) return []
    const findings = new Map<string, Finding>()
    for (const error of validate.errors ?? []) {
      const finding = toFinding(schema, error, data)
      if (finding && !findings.has(finding.id)) findings.set(finding.id, finding)
    }
    return inFormOrder(schema, [...findings.values()])
  }
}

const boundedPattern = Object.assign((pattern: string, flags: string) => new BoundedRegExp(pattern, flags), {
  code: 'boundedPattern',
})

function toFinding(schema: TemplateSchema, error: ErrorObject, data: FormData): Finding | undefined {
  const path = pathOf(error)
  const field = path === undefined ? undefined : fieldAt(schema, path)
  if (path === undefined || !field) return undefined
  const title = titleAt(schema, path)
  const says = sentence(error, field, valueAt(data, path))
  if (says === undefined) return undefined
  const rule = error.keyword === 'required' || error.keyword === 'minItems' ? 'missing' : 'format'
  return {
    id: `${rule}:${path}`,
    rule,
    severity: 'must',
    says: `${rule === 'missing' ? `还没有填“${title}”` : `“${title}”${says}`}${rule === 'missing' ? says : ''}。`,
    place: { type: 'field', path, title },
  }
}

/** 家庭成员/0/姓名; undefined for what is about no field. */
function pathOf({ keyword, instancePath, params }: ErrorObject): string | undefined {
  const parts = instancePath.split('/').slice(1).map(unescaped)
  if (keyword === 'required') parts.push(String((params as { missingProperty: unknown }).missingProperty))
  return parts.length > 0 ? parts.join('/') : undefined
}

const unescaped = (part: string) => part.replaceAll('~1', '/').replaceAll('~0', '~')

/** The field at a path of data; the row's number does not count. */
export function fieldAt(schema: TemplateSchema, path: string): TemplateField | undefined {
  const direct = own(schema.properties, path)
  if (direct) return direct
  const [name = '', , cell] = path.split('/')
  const field = own(schema.properties, name)
  if (cell === undefined || field?.type !== 'array') return field
  return own(field.items.properties, cell)
}

/** 家庭成员第1行的姓名 */
export function titleAt(schema: TemplateSchema, path: string): string {
  const direct = own(schema.properties, path)
  if (direct) return direct.title ?? path
  const [name = '', row, cell] = path.split('/')
  const table = own(schema.properties, name)?.title ?? name
  if (cell === undefined) return table
  return `${table}第${Number(row) + 1}行的${fieldAt(schema, path)?.title ?? cell}`
}

function valueAt(data: FormData, path: string): unknown {
  if (Object.hasOwn(data, path)) return data[path]
  return path
    .split('/')
    .reduce<unknown>((value, key) => (value === undefined ? undefined : (value as Record<string, unknown>)[key]), data)
}

/** The end of the sentence; undefined for what another finding says already. */
function sentence({ keyword, params }: ErrorObject, field: TemplateField, value: unknown): string | undefined {
  const { limit } = params as { limit?: number }
  switch (keyword) {
    case 'required':
      return ''
    case 'minItems':
      return `，至少要有 ${limit} 行`
    case 'maxItems':
      return `最多 ${limit} 行`
    case 'type':
      return {
        string: '应是文字',
        number: '应是数字',
        integer: '应是整数',
        boolean: '应是“是”或“否”',
        array: '应是表格的行',
      }[field.type]
    case 'enum':
      return `只能是${((field.type === 'string' && field.enum) || []).map((one) => `“${one}”`).join('、')}`
    case 'const':
      return `应是“${String((params as { allowedValue: unknown }).allowedValue)}”`
    case 'minLength':
      return `至少要写 ${limit} 个字`
    case 'maxLength':
      return `最多写 ${limit} 个字，现在有 ${[...String(value)].length} 个`
    case 'minimum':
      return `不能小于 ${limit}`
    case 'maximum':
      return `不能大于 ${limit}`
    case 'exclusiveMinimum':
      return `要大于 ${limit}`
    case 'exclusiveMaximum':
      return `要小于 ${limit}`
    case 'multipleOf':
      return `应是 ${String((params as { multipleOf: unknown }).multipleOf)} 的倍数`
    case 'pattern':
      return '的写法不对'
    case 'format':
      if (field.type === 'string' && field.format)
        return FIELD_FORMATS[field.format].fault(String(value)) ?? '的写法不对'
      return field.type === 'number' || field.type === 'integer' ? '应是金额，最多两位小数' : '的写法不对'
    case 'not':
      return '在这里不能这样填'
    default:
      return undefined
  }
}

function inFormOrder(schema: TemplateSchema, findings: Finding[]): Finding[] {
  const names = Object.keys(schema.properties)
  const placeOf = ({ place }: Finding) => (place.type === 'field' ? names.indexOf(place.path.split('/')[0] ?? '') : -1)
  return findings.sort((a, b) => placeOf(a) - placeOf(b))
}
