import { type Schema, Validator } from '@cfworker/json-schema'
import type { FormData, TemplateSchema } from '../../../library/templates/template-schema.ts'

/** The fields that have to be filled as the form stands: always, or by an if/then of the schema. */
export function requiredNow(schema: TemplateSchema, data: FormData): ReadonlySet<string> {
  const required = new Set(schema.required)
  for (const rule of schema.allOf ?? []) {
    const branch = rule.if === undefined ? rule : holds(rule.if, data) ? rule.then : rule.else
    for (const name of requiredOf(branch)) required.add(name)
  }
  return required
}

/** True when the data is as the schema says (JSON Schema 2020-12); a schema that cannot be read says nothing. */
export function holds(schema: unknown, data: unknown): boolean {
  try {
    return new Validator(schema as Schema | boolean, '2020-12').validate(data).valid
  } catch {
    return false
  }
}

function requiredOf(branch: unknown): readonly string[] {
  if (typeof branch !== 'object' || branch === null || !('required' in branch)) return []
  return Array.isArray(branch.required) ? branch.required.filter((name) => typeof name === 'string') : []
}
