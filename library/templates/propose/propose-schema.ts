import type PizZip from 'pizzip'
import { documentParts } from '../document/document-parts.ts'
import { openDocx } from '../document/open-docx.ts'
import { readPlaceholders } from '../document/read-placeholders.ts'
import type { TemplateField, TemplateSchema } from '../template-schema.ts'
import { proposeField } from './propose-field.ts'
import { proposeGroups } from './propose-groups.ts'

/**
 * Proposes a schema from a document's placeholders: a field for each name, tables from `{#…}{/…}` around other names.
 * @throws {TemplateDocumentError}
 */
export function proposeSchema(docx: Uint8Array, title: string): TemplateSchema {
  return schemaOf(openDocx(docx), title)
}

export function schemaOf(zip: PizZip, title: string): TemplateSchema {
  const properties: Record<string, TemplateField> = {}
  const cells = new Map<string, Record<string, ReturnType<typeof proposeField>>>()
  for (const part of documentParts(zip)) {
    const { placeholders } = readPlaceholders(part, zip.file(part.path)?.asText() ?? '', undefined)
    for (const { tag, tables, view } of placeholders) {
      if (tag.type === 'close' || tag.name === '') continue
      if (view === 'value') {
        const table = tables.at(-1)
        const field = proposeField(tag.name, tag.filters, table)
        if (table === undefined) properties[tag.name] ??= field
        else {
          const row = cells.get(table) ?? {}
          row[tag.name] ??= field
          cells.set(table, row)
        }
      } else if (view === 'table') properties[tag.name] ??= { type: 'boolean', title: tag.name }
      else properties[tag.name] ??= tag.compare ? proposeField(tag.name, []) : { type: 'boolean', title: tag.name }
    }
  }
  for (const [table, row] of cells) {
    properties[table] = { type: 'array', title: table, items: { type: 'object', properties: row } }
  }
  const groups = proposeGroups(zip, Object.keys(properties))
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    title,
    properties,
    ...(groups.length > 1 && { 'x-groups': groups }),
  }
}
