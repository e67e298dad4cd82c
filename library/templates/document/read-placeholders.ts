import type { TemplateSchema } from '../template-schema.ts'
import type { PlaceholderView, TemplateProblem } from '../template-view.ts'
import type { DocumentPart } from './document-parts.ts'
import { findField, own } from './field-lookup.ts'
import { FILTERS } from './filters.ts'
import { likelyField } from './likely-field.ts'
import { type PartParagraph, readParagraphs } from './part-paragraphs.ts'
import { type BraceFind, scanBraces } from './scan-braces.ts'
import { parseTag, type Tag } from './tag.ts'

/** A placeholder at its place, understood by the schema. */
export interface Placeholder {
  /** 正文, 页眉 … */
  readonly part: string
  readonly paragraph: PartParagraph
  readonly start: number
  readonly end: number
  readonly inside: string
  readonly tag: Tag
  /** The tables it stands in, the outermost first. */
  readonly tables: readonly string[]
  /** The field it stands for; absent for one that no field is named by, which stays as it is printed. */
  readonly path: string | undefined
  readonly view: PlaceholderView['type']
  /** The same for the beginning and the end of a table or condition. */
  readonly loop: string | undefined
}

export interface PartPlaceholders {
  /** Those that are filled, with the end of each table and condition, in reading order. */
  readonly placeholders: readonly Placeholder[]
  readonly problems: readonly TemplateProblem[]
  /** Names without a field, for proposing one. */
  readonly unknown: readonly string[]
}

interface Draft extends Omit<Placeholder, 'part' | 'paragraph' | 'inside'> {
  readonly paragraph: PartParagraph
  readonly find: BraceFind
}

/**
 * Reads a part's placeholders, also those that an editor split over runs, and says what is wrong with them.
 * @param schema undefined to take every name as a field, for a document that has none yet
 */
export function readPlaceholders(
  part: DocumentPart,
  xml: string,
  schema: TemplateSchema | undefined,
): PartPlaceholders {
  const problems: TemplateProblem[] = []
  const kept = new Set<Draft>()
  const unknown: string[] = []
  const open: Draft[] = []
  const tell = (paragraph: PartParagraph, problem: TemplateProblem) => {
    if (!paragraph.fallback) problems.push({ ...problem, part: part.name, paragraph: paragraph.number })
  }
  const tablesHere = () => open.filter((draft) => draft.view === 'table').map((draft) => draft.tag.name)

  for (const paragraph of readParagraphs(xml)) {
    for (const find of scanBraces(paragraph.text)) {
      const names = schema ? namesWithin(schema, tablesHere()) : []
      if (find.type !== 'placeholder') {
        tell(paragraph, faultyBraces(find, names))
        continue
      }
      const tag = parseTag(find.inside)
      const base = { paragraph, find, start: find.start, end: find.end, tag, tables: tablesHere() }
      if (tag.type === 'close') {
        const opener = open.findLastIndex((draft) => closes(tag, draft.tag))
        if (opener < 0) {
          tell(paragraph, loopUnopened(find))
          continue
        }
        for (const left of open.splice(opener + 1)) {
          kept.delete(left)
          tell(left.paragraph, loopUnclosed(left.find))
        }
        const start = open.pop()
        if (start?.path !== undefined) kept.add({ ...base, path: start.path, view: start.view, loop: start.loop })
        continue
      }
      for (const filter of tag.filters.filter((name) => !FILTERS.has(name))) {
        tell(paragraph, unknownFilter(find, filter))
      }
      const found = schema && findField(schema, tag.name, base.tables)
      if (schema ? !found : tag.name === '') {
        if (tag.name !== '') unknown.push(tag.name)
        tell(paragraph, unknownField(find, tag.name, names))
      }
      const path = schema ? found?.path : [...base.tables.slice(-1), tag.name].filter(Boolean).join('/') || undefined
      const isTable = schema ? found?.field.type === 'array' : tag.type === 'open' && tag.compare === undefined
      const view = tag.type === 'value' ? 'value' : tag.type === 'unless' ? 'unless' : isTable ? 'table' : 'condition'
      const loop = tag.type === 'value' ? undefined : `${part.path}#${paragraph.number}:${find.start}`
      const draft: Draft = { ...base, path, view, loop }
      if (path !== undefined) kept.add(draft)
      if (tag.type !== 'value') open.push(draft)
    }
  }
  for (const left of open) {
    kept.delete(left)
    tell(left.paragraph, loopUnclosed(left.find))
  }
  return {
    placeholders: [...kept].map(({ find, ...rest }) => ({ ...rest, part: part.name, inside: find.inside })),
    problems,
    unknown,
  }
}

/** What people see of the placeholders: the ends of tables and copies for old programs are left out. */
export function viewPlaceholders(placeholders: readonly Placeholder[]): PlaceholderView[] {
  return placeholders
    .filter(({ tag, paragraph }) => tag.type !== 'close' && !paragraph.fallback)
    .map(({ part, inside, path = '', view, paragraph }) => ({
      tag: inside.trim(),
      path,
      type: view,
      part,
      paragraph: paragraph.number,
    }))
}

/** `{/}` closes whatever is open last; `{/婚姻状况}` also closes `{#婚姻状况=已婚}`. */
function closes(tag: Tag, opener: Tag): boolean {
  if (tag.name === '' || tag.name === opener.name) return true
  const written = opener.compare && parseTag(`#${tag.name}`)
  return (
    written?.name === opener.name &&
    written.compare?.value === opener.compare?.value &&
    written.compare?.equal === opener.compare?.equal
  )
}

/** Every name that may stand where these tables are open. */
function namesWithin(schema: TemplateSchema, tables: readonly string[]): string[] {
  const cells = tables.flatMap((table) => {
    const field = own(schema.properties, table)
    return field?.type === 'array' ? Object.keys(field.items.properties) : []
  })
  return [...cells, ...Object.keys(schema.properties)]
}

function faultyBraces(find: BraceFind, names: readonly string[]): TemplateProblem {
  const { quote, inside } = find
  switch (find.type) {
    case 'full-width': {
      const { name } = parseTag(inside)
      const likely = names.includes(name) ? name : likelyField(name, names)
      return problem('PLACEHOLDER_UNKNOWN', quote, `“${quote}”用了全角花括号，请改成半角的 { }。`, likely)
    }
    case 'unclosed': {
      const likely = longest(names.filter((name) => inside.trim().startsWith(name)))
      return problem('PLACEHOLDER_UNCLOSED', quote, `“${quote}”少了右花括号 }。`, likely)
    }
    default: {
      const likely = longest(names.filter((name) => inside.trim().endsWith(name)))
      return problem('PLACEHOLDER_UNOPENED', quote, `“${quote}”少了左花括号 {。`, likely)
    }
  }
}

const longest = (names: readonly string[]) => names.toSorted((a, b) => b.length - a.length)[0]

function unknownField({ quote }: BraceFind, name: string, names: readonly string[]): TemplateProblem {
  if (name === '') return problem('PLACEHOLDER_UNKNOWN', quote, `“${quote}”里没有写字段名。`)
  const likely = likelyField(name, names)
  const hint = likely === undefined ? '' : `，是不是“${likely}”`
  return problem('PLACEHOLDER_UNKNOWN', quote, `没有“${name}”这个字段${hint}。`, likely)
}

const unknownFilter = ({ quote }: BraceFind, filter: string): TemplateProblem =>
  problem(
    'FILTER_UNKNOWN',
    quote,
    `“${quote}”里的“${filter}”不认识，可以用${[...FILTERS.keys()].join('、')}。`,
    likelyField(filter, [...FILTERS.keys()]),
  )
const loopUnclosed = ({ quote }: BraceFind): TemplateProblem =>
  problem('LOOP_UNCLOSED', quote, `“${quote}”没有结尾，请在后面加上“{/${parseTag(quote.slice(1, -1)).name}}”。`)
const loopUnopened = ({ quote }: BraceFind): TemplateProblem =>
  problem('LOOP_UNOPENED', quote, `“${quote}”前面没有对应的开头。`)

function problem(
  code: TemplateProblem['code'],
  quote: string,
  says: string,
  likely?: string | undefined,
): TemplateProblem {
  return { code, says, quote, ...(likely !== undefined && { likely }) }
}
