import type { TemplateSchema } from '../template-schema.ts'
import type { PlaceholderView, TemplateProblem } from '../template-view.ts'

/** Fields that are asked for and neither printed nor used by any rule. */
export function unusedFields(schema: TemplateSchema, placeholders: readonly PlaceholderView[]): TemplateProblem[] {
  const printed = new Set(placeholders.map(({ path }) => path))
  const rules = rulesOf(schema)
  const unused: string[] = []
  for (const [name, field] of Object.entries(schema.properties)) {
    if (field.type !== 'array') {
      if (!printed.has(name) && !rules.includes(name)) unused.push(name)
      continue
    }
    const cells = Object.keys(field.items.properties).filter((cell) => !printed.has(`${name}/${cell}`))
    if (!printed.has(name) && !rules.includes(name)) unused.push(name)
    else unused.push(...cells.filter((cell) => !rules.includes(cell)).map((cell) => `${name}/${cell}`))
  }
  return unused.map((path) => ({
    code: 'FIELD_UNUSED',
    says: `字段“${path.replace('/', ' › ')}”在文档里没有用到。`,
    quote: path,
  }))
}

/** Everything in a schema that may name a field without the document printing it. */
function rulesOf(schema: TemplateSchema): string {
  const fields = Object.values(schema.properties).flatMap((field) =>
    field.type === 'array' ? Object.values(field.items.properties) : [field],
  )
  return JSON.stringify([
    schema.allOf,
    schema['x-checks']?.map(({ holds }) => holds),
    schema['x-materials']?.map(({ when }) => when),
    schema['x-file-name'],
    fields.map((field) => field['x-computed']),
  ])
}
