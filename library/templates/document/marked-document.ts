import type PizZip from 'pizzip'
import type { TemplateSchema } from '../template-schema.ts'
import type { PlaceholderView, TemplateProblem } from '../template-view.ts'
import { documentParts } from './document-parts.ts'
import { changeTexts } from './part-paragraphs.ts'
import { type Placeholder, readPlaceholders, viewPlaceholders } from './read-placeholders.ts'

/** Characters that stand for nothing (Unicode noncharacters) and no text holds: the delimiters inside the engine. */
export const MARKS = { start: '\ufdd0', end: '\ufdd1' } as const

/** A document whose placeholders have become numbered marks; every other brace in it is text. */
export interface MarkedDocument {
  /** The parts that were changed, by path. */
  readonly parts: ReadonlyMap<string, string>
  /** By number. */
  readonly marks: readonly Placeholder[]
  readonly views: readonly PlaceholderView[]
  readonly problems: readonly TemplateProblem[]
}

/**
 * Understands a document's placeholders once, so that filling need not.
 * @param leftOut tables and conditions that stay as they are printed, with what is in them
 */
export function markDocument(
  zip: PizZip,
  schema: TemplateSchema,
  leftOut: ReadonlySet<string> = new Set(),
): MarkedDocument {
  const parts = new Map<string, string>()
  const marks: Placeholder[] = []
  const views: PlaceholderView[] = []
  const problems: TemplateProblem[] = []
  for (const part of documentParts(zip)) {
    const xml = zip.file(part.path)?.asText() ?? ''
    const read = readPlaceholders(part, xml, schema)
    problems.push(...read.problems)
    views.push(...viewPlaceholders(read.placeholders))
    const tables = new Set(
      read.placeholders.flatMap(({ loop, view, tag }) => (view === 'table' && leftOut.has(loop ?? '') ? tag.name : [])),
    )
    const filled = read.placeholders.filter(
      ({ loop, tables: around }) => !leftOut.has(loop ?? '') && !around.some((name) => tables.has(name)),
    )
    if (filled.length === 0) continue
    const changes = filled.map((placeholder) => {
      const number = marks.push(placeholder) - 1
      const { paragraph, start, end, tag } = placeholder
      const written = tag.type === 'close' ? '/' : `${PREFIXES[tag.type]}${number}`
      return { paragraph, start, end, text: `${MARKS.start}${written}${MARKS.end}` }
    })
    parts.set(part.path, changeTexts(withoutMarks(xml), changes))
  }
  return { parts, marks, views, problems }
}

/** One character each, so that places in the XML stay what they are. */
const withoutMarks = (xml: string) => xml.replace(/[\ufdd0\ufdd1]/g, '\ufffd')

const PREFIXES = { value: '', open: '#', unless: '^' } as const
