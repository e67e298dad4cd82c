import type { TemplateField, TemplateSchema } from '../../../library/templates/template-schema.ts'
import type { ProposedBlank, ProposedTemplate } from '../../../library/templates/template-view.ts'

/** By a blank's id, the name of the field that it becomes. */
export type TakenBlanks = Readonly<Record<string, string>>

/** In a document without placeholders every blank is one; beside placeholders none, until someone says so. */
export function blanksAtFirst({
  placeholders,
  blanks,
}: Pick<ProposedTemplate, 'placeholders' | 'blanks'>): TakenBlanks {
  return placeholders.length > 0 ? {} : Object.fromEntries(blanks.map(({ id, name }) => [id, name]))
}

/** The proposed schema with a field for each blank that is taken, and none for the others. */
export function schemaWithBlanks(
  { schema, blanks, placeholders }: Pick<ProposedTemplate, 'schema' | 'blanks' | 'placeholders'>,
  taken: TakenBlanks,
): TemplateSchema {
  // Without placeholders all fields of the proposal are its blanks'.
  const fixed = placeholders.length > 0 ? schema.properties : {}
  const properties: Record<string, TemplateField> = { ...fixed }
  for (const blank of blanks) {
    const name = cleanName(taken[blank.id])
    if (name !== undefined && properties[name] === undefined) properties[name] = titled(blank, name)
  }
  return { ...schema, properties }
}

/** What of the blanks is told when the template is kept. */
export function blanksToKeep(taken: TakenBlanks): { readonly id: string; readonly name: string }[] {
  return Object.entries(taken).flatMap(([id, given]) => {
    const name = cleanName(given)
    return name === undefined ? [] : [{ id, name }]
  })
}

/** A name as it can stand between braces. */
function cleanName(given: string | undefined): string | undefined {
  const name = given?.replace(/[{}|/#^]/g, '').trim()
  return name === undefined || name === '' ? undefined : name
}

function titled({ field, name: proposed }: ProposedBlank, name: string): TemplateField {
  return name === proposed ? field : { ...field, title: name }
}
