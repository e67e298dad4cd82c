import type { CellValue, FormData, FormRow, TemplateSchema } from '../../../library/templates/template-schema.ts'
import type { PlaceholderView } from '../../../library/templates/template-view.ts'
import type { Cell } from '../fields/pasted-rows.ts'
import { dateText } from '../fields/read-date.ts'
import { numberText } from '../fields/read-number.ts'

/**
 * Characters for private use that enclose a value on its way through the document, with the field's number between the
 * first two: they come out where the value is printed, so that the preview knows which words are which field's.
 */
const OPEN = '\uE600'
const FULL = '\uE601'
const EMPTY = '\uE602'
const CLOSE = '\uE603'
const MARKS = /[\uE600-\uE603]/g

export interface MarkedData {
  readonly data: FormData
  /** Field paths, by the number in their marks. */
  readonly paths: readonly string[]
}

/**
 * The data with every value marked that is printed as it is. Fields that steer the document or are changed by a
 * filter on the way stay as they are. Empty ones get their names in the brackets that `emptyText` gives.
 */
export function markData(
  schema: TemplateSchema,
  placeholders: readonly PlaceholderView[],
  data: FormData,
  emptyText: (title: string) => string,
): MarkedData {
  const left = leftAlone(placeholders)
  const paths: string[] = []
  const mark = (path: string, name: string, field: Cell, value: CellValue | undefined) => {
    const words = typeof value === 'string' ? value.replace(MARKS, '') : value
    if (left.has(name) || field.type === 'boolean') return words
    paths.push(path)
    const open = `${OPEN}${paths.length - 1}`
    if (words === undefined || words === '')
      return `${open}${EMPTY}${emptyText(field.title ?? name.split('/').at(-1) ?? name)}${CLOSE}`
    return `${open}${FULL}${printedText(field, words)}${CLOSE}`
  }
  const marked: [string, CellValue | readonly FormRow[]][] = []
  for (const [name, field] of Object.entries(schema.properties)) {
    const value = data[name]
    if (field.type === 'array') {
      const rows = Array.isArray(value) ? (value as readonly FormRow[]) : []
      const cells = Object.entries(field.items.properties)
      marked.push([
        name,
        rows.map((row, at) =>
          withoutGaps(
            cells.map(([cell, inside]) => [cell, mark(`${name}/${at}/${cell}`, `${name}/${cell}`, inside, row[cell])]),
          ),
        ),
      ])
    } else {
      const made = mark(name, name, field, value as CellValue | undefined)
      if (made !== undefined) marked.push([name, made])
    }
  }
  return { data: Object.fromEntries(marked), paths }
}

/** As the document prints it by itself; between marks it is words and no longer a date or an amount. */
function printedText(field: Cell, value: CellValue): string {
  if (typeof value === 'number')
    return field.type === 'number' && field.format === 'money' ? value.toFixed(2) : numberText(value)
  const dated = field.type === 'string' && (field.format === 'date' || field.format === 'year-month')
  return dated ? dateText(String(value)) : String(value)
}

/** Puts the marked words of a rendered document into elements that name their field, and takes the marks out. */
export function markWords(root: ParentNode & Node, paths: readonly string[]): void {
  const document = root.ownerDocument ?? (root as Document)
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const nodes: Text[] = []
  while (walker.nextNode()) nodes.push(walker.currentNode as Text)
  let open: { path: string | undefined; empty: boolean } | undefined
  for (const node of nodes) {
    const text = node.data
    if (!open && !text.includes(OPEN)) continue
    const pieces = document.createDocumentFragment()
    let rest = text
    while (rest !== '') {
      if (!open) {
        const at = rest.indexOf(OPEN)
        pieces.append(at < 0 ? rest : rest.slice(0, at))
        if (at < 0) break
        const begin = new RegExp(`^${OPEN}(\\d+)([${FULL}${EMPTY}])`).exec(rest.slice(at))
        rest = rest.slice(at + (begin?.[0].length ?? 1))
        if (begin) open = { path: paths[Number(begin[1])], empty: begin[2] === EMPTY }
        continue
      }
      const end = rest.indexOf(CLOSE)
      const words = end < 0 ? rest : rest.slice(0, end)
      if (words !== '') pieces.append(fieldElement(document, open, words))
      rest = end < 0 ? '' : rest.slice(end + CLOSE.length)
      if (end >= 0) open = undefined
    }
    node.replaceWith(pieces)
  }
}

function fieldElement(document: Document, open: { path: string | undefined; empty: boolean }, words: string): Element {
  const element = document.createElement('span')
  element.textContent = words
  if (open.path !== undefined) element.dataset.field = open.path
  if (open.empty) element.dataset.empty = ''
  return element
}

/** Fields whose value the document looks at or changes before it prints it, by path without row numbers. */
function leftAlone(placeholders: readonly PlaceholderView[]): ReadonlySet<string> {
  return new Set(
    placeholders
      .filter(({ type, tag }) => type === 'condition' || type === 'unless' || tag.includes('|'))
      .map(({ path }) => path),
  )
}

function withoutGaps(entries: readonly (readonly [string, CellValue | undefined])[]): FormRow {
  return Object.fromEntries(entries.filter((entry): entry is [string, CellValue] => entry[1] !== undefined))
}
