import Docxtemplater from 'docxtemplater'
import type PizZip from 'pizzip'
import { schemaProblems } from '../schema/schema-problems.ts'
import { documentRefusals } from '../template-errors.ts'
import type { CellValue, FormData, FormRow, TemplateSchema } from '../template-schema.ts'
import type { PlaceholderView, TemplateProblem } from '../template-view.ts'
import { type FoundField, findField, own } from './field-lookup.ts'
import { MARKS, type MarkedDocument, markDocument } from './marked-document.ts'
import { openDocx } from './open-docx.ts'
import { dropOutsideParts } from './outside-parts.ts'
import { openPacker } from './pack-docx.ts'
import { printValue, safeText } from './print-value.ts'
import type { Placeholder } from './read-placeholders.ts'
import { unusedFields } from './unused-fields.ts'

/** A template's document, understood once and filled as often as wanted. */
export interface CompiledDocument {
  readonly placeholders: readonly PlaceholderView[]
  readonly problems: readonly TemplateProblem[]
  /** The .docx with the values in place. They are text and never templates; what is not there prints as nothing. */
  fill(data: FormData): Uint8Array
}

/**
 * Reads a template's document by its schema.
 * @throws {TemplateDocumentError} for what is broken, encrypted, macro-carrying, far too large or partly elsewhere
 */
export function compileDocument(docx: Uint8Array, schema: TemplateSchema): CompiledDocument {
  const zip = openDocx(docx)
  dropOutsideParts(zip)
  const { marked, engine, problems } = prepare(zip, schema)
  return {
    placeholders: marked.views,
    problems: [...marked.problems, ...problems, ...unusedFields(schema, marked.views), ...schemaProblems(schema)],
    fill: (data) => engine.fill(data),
  }
}

interface Engine {
  fill(data: FormData): Uint8Array
}

/** Tables that cannot be repeated are found one after the other: so often at most. */
const ATTEMPTS = 8

/** A table that begins in one cell and ends outside it cannot be repeated: it stays as it is printed, and the rest is filled. */
function prepare(
  zip: PizZip,
  schema: TemplateSchema,
): { marked: MarkedDocument; engine: Engine; problems: TemplateProblem[] } {
  const unmarked = { ...zip.files }
  const marked = markDocument(zip, schema)
  const leftOut = new Set<string>()
  const problems: TemplateProblem[] = []
  for (let attempt = 1; ; attempt++) {
    const left = markDocument(zip, schema, leftOut)
    try {
      return { marked, engine: openEngine(zip, left, schema), problems }
    } catch (error) {
      zip.files = { ...unmarked }
      const openers = left.marks.filter(({ loop, tag }) => loop !== undefined && tag.type !== 'close')
      if (openers.length === 0) throw documentRefusals.broken(error)
      const named = misplacedLoops(error, left)
      for (const opener of attempt < ATTEMPTS && named.length > 0 ? named : openers) {
        leftOut.add(opener.loop ?? '')
        problems.push(misplaced(opener))
      }
    }
  }
}

/** What of docxtemplater renders one part: used by itself, since its own render works once only and packs all anew. */
interface RenderedPart {
  scopeManager: unknown
  allErrors: readonly Error[]
  content: Uint8Array
  render(path: string): unknown
}
interface CompiledParts {
  readonly compiled: Readonly<Record<string, RenderedPart>>
  scopeManagers: object
  getScopeManager(path: string, part: RenderedPart, data: FormData): unknown
}

function openEngine(zip: PizZip, marked: MarkedDocument, schema: TemplateSchema): Engine {
  for (const [path, xml] of marked.parts) zip.file(path, xml)
  const marks = marked.marks.map((mark) => ({ ...mark, found: findField(schema, mark.tag.name, mark.tables) }))
  const packer = openPacker(zip)
  const document = new Docxtemplater(zip, {
    delimiters: MARKS,
    paragraphLoop: true,
    linebreaks: true,
    stripInvalidXMLChars: true,
    errorLogging: false,
    syntax: { changeDelimiterPrefix: null },
    nullGetter: () => '',
    parser: (number) => ({ get: (_scope, context) => markValue(marks[Number(number)], marks, context) }),
    modules: [endnotes],
  }) as unknown as CompiledParts
  return {
    fill(data) {
      document.scopeManagers = {}
      const made = new Map<string, Uint8Array>()
      for (const path of marked.parts.keys()) {
        const part = document.compiled[path]
        if (!part) continue
        part.scopeManager = document.getScopeManager(path, part, data)
        part.render(path)
        const [error] = part.allErrors
        if (error) throw error
        made.set(path, part.content)
      }
      return packer.pack(withOwnDrawingIds(made))
    },
  }
}

const DRAWING_ID = /(<wp:docPr\b[^>]*?\bid=")(\d+)(")/g

/** A picture repeated by a table needs a number of its own in each copy (ECMA-376 §20.4.2.5). */
function withOwnDrawingIds(parts: Map<string, Uint8Array>): Map<string, Uint8Array> {
  const texts = [...parts].flatMap(([path, bytes]) => {
    const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    return content.includes('<wp:docPr') ? [[path, content.toString('utf8')] as const] : []
  })
  const ids = texts.flatMap(([, text]) => [...text.matchAll(DRAWING_ID)].map((match) => match[2]))
  if (new Set(ids).size === ids.length) return parts
  let next = Math.max(...ids.map(Number))
  const seen = new Set<string>()
  for (const [path, text] of texts) {
    const numbered = text.replace(DRAWING_ID, (whole, before: string, id: string, after: string) => {
      if (!seen.has(id)) {
        seen.add(id)
        return whole
      }
      next += 1
      return `${before}${next}${after}`
    })
    parts.set(path, Buffer.from(numbered))
  }
  return parts
}

/** docxtemplater reads notes at the foot of a page, and leaves out those at the end. */
const endnotes = {
  name: 'Endnotes',
  clone: () => endnotes,
  getFileType({ doc }: { doc: { invertedContentTypes?: Record<string, string[]>; targets: string[] } }) {
    const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.endnotes+xml'
    doc.targets.push(...(doc.invertedContentTypes?.[type] ?? []))
  },
}

interface Context {
  /** The form, then for each table and condition open here its row, or once more what was before. */
  readonly scopeList: readonly object[]
  /** The numbers of the marks that opened them. */
  readonly scopePath: readonly string[]
}

type Values = Readonly<Record<string, CellValue | readonly FormRow[]>>

interface Understood extends Placeholder {
  readonly found: FoundField | undefined
}

/** A mark's value where it stands: text, or for a table its rows and for a condition whether it holds. */
function markValue(
  mark: Understood | undefined,
  marks: readonly Understood[],
  { scopeList, scopePath }: Context,
): string | boolean | readonly FormRow[] {
  if (!mark?.found) return ''
  const { tag, found, view } = mark
  // A cell belongs to its row alone: an empty one is never taken from outside the table.
  const level = scopePath.findLastIndex((number) => {
    const opener = marks[Number(number)]
    return opener?.view === 'table' && opener.tag.name === found.table
  })
  const scope = found.table === undefined ? scopeList[0] : level < 0 ? undefined : scopeList[level + 1]
  const value = own(scope as Values | undefined, tag.name)
  if (view === 'value') return isRows(value) ? '' : printValue(value, found.field, tag.filters)
  if (view === 'table') return isRows(value) ? value : []
  if (tag.compare) {
    const printed = isRows(value) ? '' : printValue(value, undefined, [])
    return (printed.trim() === safeText(tag.compare.value)) === tag.compare.equal
  }
  if (isRows(value)) return value.length > 0
  return typeof value === 'string' ? value.trim() !== '' : Boolean(value)
}

const isRows = (value: CellValue | readonly FormRow[] | undefined): value is readonly FormRow[] => Array.isArray(value)

interface TemplateFault {
  readonly properties?: { readonly xtag?: string; readonly openingtag?: string }
}

/** The tables and conditions that docxtemplater cannot place: it names them by their marks' numbers. */
function misplacedLoops(error: unknown, { marks }: MarkedDocument): Placeholder[] {
  const { errors = [] } = ((error as { properties?: object }).properties ?? {}) as {
    errors?: readonly TemplateFault[]
  }
  const numbers = errors.flatMap(({ properties }) => [properties?.xtag, properties?.openingtag])
  const named = numbers.flatMap((number) => (/^\d+$/.test(number ?? '') ? (marks[Number(number)] ?? []) : []))
  return [...new Set(named)].filter(({ loop, tag }) => loop !== undefined && tag.type !== 'close')
}

const misplaced = ({ part, inside, paragraph }: Placeholder): TemplateProblem => ({
  code: 'LOOP_UNCLOSED',
  says: `“{${inside.trim()}}”的开头和结尾不在同一层，例如一个在表格里、一个在表格外，没法重复。`,
  quote: `{${inside}}`,
  part,
  paragraph: paragraph.number,
})
