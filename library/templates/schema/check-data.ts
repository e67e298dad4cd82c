import { decimalText } from '../document/decimal-text.ts'
import { own } from '../document/field-lookup.ts'
import { likelyField } from '../document/likely-field.ts'
import type { Finding } from '../finding.ts'
import type { CellValue, FieldCheck, FormData, FormRow, TemplateField, TemplateSchema } from '../template-schema.ts'
import { type CompiledExpression, compileExpression } from './expression.ts'
import { openSchemaFindings, type SchemaFindings, titleAt } from './schema-findings.ts'
import { settleData, settleValue } from './settle-data.ts'

/** The day a form is filled, `YYYY-MM-DD`; `$today` in expressions. */
export interface DataCheckDay {
  readonly today: string
}

/** A template's rules over a form's data. */
export interface DataCheck {
  /** Defaults, and computed values where the person left a field; numbers and dates given as text are understood. */
  complete(data: FormData, day: DataCheckDay): Promise<FormData>
  /** What is missing, wrongly written or contradictory, in the order of the form; a rule that could not run says so. */
  findings(data: FormData, day: DataCheckDay): Promise<Finding[]>
}

/** Opens the rules once for many forms. A rule that is broken never throws: it is found as `check-not-run`. */
export function openDataCheck(schema: TemplateSchema): DataCheck {
  const schemaFindings = attempt(() => openSchemaFindings(schema))
  const computed = computedFields(schema)
  const checks = (schema['x-checks'] ?? []).map((check) => ({
    check,
    table: tableOfCheck(schema, check),
    holds: attempt(() => compileExpression(check.holds)),
  }))
  return {
    async complete(data, { today }) {
      const filled = withDefaults(schema, settleData(schema, data))
      return (await compute(computed, filled, today)).data
    },
    async findings(given, { today }) {
      const data = settleData(schema, given)
      const findings = [...runSchema(schemaFindings, data), ...unknownFields(schema, given)]
      const { failed } = await compute(computed, data, today)
      for (const { path, title } of failed) findings.push(notComputed(path, title))
      for (const { check, table, holds } of checks) {
        findings.push(...(await runCheck(schema, check, table, holds, data, today)))
      }
      return findings
    },
  }
}

function attempt<T>(make: () => T): T | undefined {
  try {
    return make()
  } catch {
    return undefined
  }
}

function runSchema(find: SchemaFindings | undefined, data: FormData): Finding[] {
  const found = find && attempt(() => find(data))
  return (
    found ?? [
      {
        id: 'check-not-run:schema',
        rule: 'check-not-run',
        severity: 'should',
        says: '必填和格式没有检查。',
        why: '模板里的规则写错了，或算得太久。',
        place: { type: 'whole' },
      },
    ]
  )
}

function unknownFields(schema: TemplateSchema, data: FormData): Finding[] {
  const names = Object.keys(schema.properties)
  return Object.keys(data)
    .filter((name) => !Object.hasOwn(schema.properties, name))
    .map((name) => {
      const likely = likelyField(name, names)
      return {
        id: `unknown-field:${name}`,
        rule: 'unknown-field',
        severity: 'should',
        says: `数据里的“${name}”不是这个模板的字段，没有用上${likely === undefined ? '' : `；是不是“${likely}”`}。`,
        place: { type: 'field', path: name, title: name },
      }
    })
}

interface ComputedField {
  readonly table: string | undefined
  readonly name: string
  readonly title: string
  readonly field: TemplateField
  readonly expression: CompiledExpression | undefined
}

function computedFields(schema: TemplateSchema): ComputedField[] {
  const list = (table: string | undefined, properties: Readonly<Record<string, TemplateField>>): ComputedField[] =>
    Object.entries(properties).flatMap(([name, field]) => {
      if (field.type === 'array') return list(name, field.items.properties)
      const { 'x-computed': text, title = name } = field
      if (text === undefined) return []
      return [{ table, name, title, field, expression: attempt(() => compileExpression(text)) }]
    })
  return list(undefined, schema.properties)
}

function withDefaults(schema: TemplateSchema, data: FormData): FormData {
  const filled: Record<string, CellValue | readonly FormRow[]> = { ...data }
  for (const [name, field] of Object.entries(schema.properties)) {
    const value = own(filled, name)
    if (field.type !== 'array') {
      if (value === undefined && field.default !== undefined) filled[name] = field.default
    } else if (Array.isArray(value)) {
      const defaults = Object.entries(field.items.properties).flatMap(([cell, { default: preset }]) =>
        preset === undefined ? [] : [[cell, preset] as const],
      )
      filled[name] = (value as readonly FormRow[]).map((row) => ({ ...Object.fromEntries(defaults), ...row }))
    }
  }
  return filled
}

/** Values that depend on each other settle after a few rounds; what goes round in circles stays as it is. */
async function compute(
  fields: readonly ComputedField[],
  given: FormData,
  today: string,
): Promise<{ data: FormData; failed: { path: string; title: string }[] }> {
  let data = given
  let failed = new Map<string, { path: string; title: string }>()
  const open = fields.filter(({ table, name }) => table !== undefined || own(given, name) === undefined)
  for (let round = 0; round <= open.length; round++) {
    let changed = false
    failed = new Map()
    for (const one of open) {
      const { table, name } = one
      const fail = (path: string) => failed.set(path, { path, title: one.title })
      if (table === undefined) {
        const value = await computedValue(one, data, { form: data, today }).catch(() => fail(name) && undefined)
        if (value === undefined || value === data[name]) continue
        data = { ...data, [name]: value }
        changed = true
        continue
      }
      const rows = own(data, table)
      if (!Array.isArray(rows)) continue
      const before = own(given, table) as readonly FormRow[]
      const next: FormRow[] = []
      for (const [index, row] of (rows as readonly FormRow[]).entries()) {
        const left = before[index] === undefined || own(before[index], name) === undefined
        const bindings = { form: data, row: index + 1, today }
        const value = left
          ? await computedValue(one, row, bindings).catch(() => fail(`${table}/${index}/${name}`) && undefined)
          : undefined
        if (value === undefined || value === row[name]) next.push(row)
        else {
          next.push({ ...row, [name]: value })
          changed = true
        }
      }
      data = { ...data, [table]: next }
    }
    if (!changed) break
  }
  return { data, failed: [...failed.values()] }
}

async function computedValue(
  { field, expression }: ComputedField,
  input: FormData | FormRow,
  bindings: Readonly<Record<string, unknown>>,
): Promise<CellValue | undefined> {
  if (!expression) throw new Error('the expression does not parse')
  const value = await expression.evaluate(input, bindings)
  if (typeof value === 'number') {
    const places = field.type === 'number' && field.format === 'money' ? 2 : undefined
    return settleValue(field, Number(decimalText(value, places)))
  }
  if (typeof value === 'string' || typeof value === 'boolean') return settleValue(field, value)
  return undefined
}

const notComputed = (path: string, title: string): Finding => ({
  id: `check-not-run:${path}`,
  rule: 'check-not-run',
  severity: 'should',
  says: `“${title}”没有自动算出来，请自己填写。`,
  why: '模板里的算式写错了，或算得太久。',
  place: { type: 'field', path, title },
})

/**
 * A check about cells of one table that does not name the table itself, or that speaks of `$row` or `$form`, is made
 * for each of its rows.
 */
function tableOfCheck(schema: TemplateSchema, { fields, holds }: FieldCheck): string | undefined {
  const [table, cell] = fields[0]?.split('/') ?? []
  if (table === undefined || cell === undefined || own(schema.properties, table)?.type !== 'array') return undefined
  if (!fields.every((path) => path.startsWith(`${table}/`))) return undefined
  return /\$(?:row|form)\b/.test(holds) || !holds.includes(table) ? table : undefined
}

async function runCheck(
  schema: TemplateSchema,
  check: FieldCheck,
  table: string | undefined,
  holds: CompiledExpression | undefined,
  data: FormData,
  today: string,
): Promise<Finding[]> {
  const rows = table === undefined ? undefined : own(data, table)
  const inputs: readonly { input: FormData | FormRow; row?: number }[] =
    table === undefined
      ? [{ input: data }]
      : Array.isArray(rows)
        ? (rows as readonly FormRow[]).map((input, index) => ({ input, row: index }))
        : []
  const findings: Finding[] = []
  for (const { input, row } of inputs) {
    const path = pathInRow(check.fields[0] ?? '', row)
    const place = { type: 'field', path, title: titleAt(schema, path) } as const
    const id = `${check.id}${row === undefined ? '' : `:${row}`}`
    try {
      if (!holds) throw new Error('the expression does not parse')
      const bindings = { form: data, today, ...(row !== undefined && { row: row + 1 }) }
      const value = await holds.evaluate(input, bindings)
      if (value === undefined || value) continue
      const { severity, says } = check
      const where = row === undefined ? '' : `第${row + 1}行：`
      findings.push({ id: `contradiction:${id}`, rule: 'contradiction', severity, says: `${where}${says}`, place })
    } catch {
      findings.push({
        id: `check-not-run:${id}`,
        rule: 'check-not-run',
        severity: 'should',
        says: `有一项检查没有做成：${check.says}`,
        why: '模板里的算式写错了，或算得太久。请自己核对这一项。',
        place,
      })
    }
  }
  return findings
}

/** 家庭成员/姓名 in the first row is 家庭成员/0/姓名. */
function pathInRow(path: string, row: number | undefined): string {
  const [table = '', ...rest] = path.split('/')
  const cell = rest.at(-1)
  return cell === undefined || row === undefined ? table : `${table}/${row}/${cell}`
}
