import type { TemplateSchema } from '../template-schema.ts'
import type { TemplateProblem } from '../template-view.ts'
import { isBrokenExpression } from './expression.ts'

/** What is wrong with a schema that JSON alone does not show: names of no field, expressions and patterns that do not parse. */
export function schemaProblems(schema: TemplateSchema): TemplateProblem[] {
  return [...unusableNames(schema), ...unknownNames(schema), ...brokenExpressions(schema), ...brokenPatterns(schema)]
}

/** Names that cannot stand in a document's braces, or in a path. */
function unusableNames(schema: TemplateSchema): TemplateProblem[] {
  const names = Object.entries(schema.properties).flatMap(([name, field]) =>
    field.type === 'array' ? [name, ...Object.keys(field.items.properties)] : [name],
  )
  return names
    .filter((name) => name.trim() !== name || /^$|[{}｛｝|｜/]|^[#^]/.test(name))
    .map((name) => ({
      code: 'SCHEMA_BROKEN',
      says: `字段名“${name}”里不能有花括号、竖线、斜杠，开头不能是 # 或 ^。`,
      quote: name,
    }))
}

function unknownNames(schema: TemplateSchema): TemplateProblem[] {
  const known = (path: string) => {
    const [name = '', ...rest] = path.split('/')
    if (!Object.hasOwn(schema.properties, name)) return false
    const field = schema.properties[name]
    const cell = rest.at(-1)
    return cell === undefined || (field?.type === 'array' && Object.hasOwn(field.items.properties, cell))
  }
  const named = [
    ...(schema.required ?? []).map((name) => [name, '必填项'] as const),
    ...(schema['x-groups'] ?? []).flatMap(({ title, fields }) =>
      fields.map((name) => [name, `分组“${title}”`] as const),
    ),
    ...(schema['x-checks'] ?? []).flatMap(({ id, fields }) => fields.map((name) => [name, `检查“${id}”`] as const)),
    ...Object.entries(schema.properties).flatMap(([table, field]) =>
      field.type === 'array' ? (field.items.required ?? []).map((cell) => [`${table}/${cell}`, '必填项'] as const) : [],
    ),
  ]
  return named
    .filter(([name]) => !known(name))
    .map(([name, where]) => ({ code: 'SCHEMA_BROKEN', says: `${where}里的“${name}”不是这个模板的字段。`, quote: name }))
}

function brokenExpressions(schema: TemplateSchema): TemplateProblem[] {
  const expressions: (readonly [string, string | undefined])[] = [
    ...(schema['x-checks'] ?? []).map(({ id, holds }) => [`检查“${id}”`, holds] as const),
    ...(schema['x-materials'] ?? []).map(({ name, when }) => [`材料“${name}”`, when] as const),
    ...Object.entries(schema.properties).flatMap(([name, field]) =>
      field.type === 'array'
        ? Object.entries(field.items.properties).map(
            ([cell, { 'x-computed': computed }]) => [`字段“${name} › ${cell}”`, computed] as const,
          )
        : [[`字段“${name}”`, field['x-computed']] as const],
    ),
  ]
  return expressions.flatMap(([where, expression]) => {
    if (expression === undefined || !isBrokenExpression(expression)) return []
    return [{ code: 'EXPRESSION_BROKEN', says: `${where}的算式写错了，不会计算。`, quote: expression }]
  })
}

function brokenPatterns(schema: TemplateSchema): TemplateProblem[] {
  return Object.entries(schema.properties).flatMap(([name, field]) => {
    const cells = field.type === 'array' ? Object.entries(field.items.properties) : [[name, field] as const]
    return cells.flatMap(([cell, { ...one }]) => {
      if (one.type !== 'string' || one.pattern === undefined || isPattern(one.pattern)) return []
      return [{ code: 'SCHEMA_BROKEN', says: `字段“${cell}”的格式规则写错了，不会检查。`, quote: one.pattern } as const]
    })
  })
}

function isPattern(pattern: string): boolean {
  try {
    return Boolean(new RegExp(pattern, 'u'))
  } catch {
    return false
  }
}
