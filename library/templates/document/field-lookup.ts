import type { TemplateField, TemplateSchema } from '../template-schema.ts'

/** A field that a name in the document stands for. */
export interface FoundField {
  /** 姓名, or 家庭成员/姓名 in a table. */
  readonly path: string
  readonly field: TemplateField
  /** The table it is a cell of. */
  readonly table: string | undefined
}

type Table = Extract<TemplateField, { type: 'array' }>

/** The field of a name within the tables that are open there, the innermost first. */
export function findField(schema: TemplateSchema, name: string, tables: readonly string[]): FoundField | undefined {
  for (const table of tables.toReversed()) {
    const cell = own(tableOf(schema, table)?.items.properties, name)
    if (cell) return { path: `${table}/${name}`, field: cell, table }
  }
  const field = own(schema.properties, name)
  return field && { path: name, field, table: undefined }
}

export function tableOf(schema: TemplateSchema, name: string): Table | undefined {
  const field = own(schema.properties, name)
  return field?.type === 'array' ? field : undefined
}

/** A property of the object itself: `constructor` is a name like any other. */
export function own<T>(object: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return object !== undefined && Object.hasOwn(object, name) ? object[name] : undefined
}
