import type { Document, Element } from '@xmldom/xmldom'
import type { CellPlace, DocumentText, LocatedParagraph, LocatedRun, RunFormat } from './located-paragraph.ts'
import { openNumbering } from './numbering-levels.ts'
import type { DocxPackage } from './open-docx.ts'
import { readPages } from './page-setup.ts'
import { partsOf } from './parts-of.ts'
import { openStyleSheet } from './style-sheet.ts'
import { attribute, child, childElements, numberAttribute, toggle } from './xml-elements.ts'

/** Below these nothing is printed: deleted text, the source side of a move, field codes, the copy for old programs. */
const UNPRINTED = new Set(['del', 'moveFrom', 'instrText', 'delText', 'delInstrText', 'Fallback', 'rt', 'pPr', 'rPr'])
/** What stands for one character. */
const SIGNS: Readonly<Record<string, string>> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-', sym: '□' }

/**
 * Reads the text of a document as it is printed, each paragraph with its place and its looks.
 * @throws {TemplateDocumentError} when a part is not well-formed
 */
export function readDocument(docx: DocxPackage): DocumentText {
  const main = docx.xml('word/document.xml')
  const styles = openStyleSheet(docx.xml('word/styles.xml'), docx.xml('word/theme/theme1.xml'))
  const levelOf = openNumbering(docx.xml('word/numbering.xml'))
  const paragraphs: LocatedParagraph[] = []
  let tables = 0

  const readPart = (part: string, entry: string, document: Document) => {
    const counters = new Map<string, number>()
    const nextNumber = (name: string) => {
      const number = (counters.get(name) ?? 0) + 1
      counters.set(name, number)
      return number
    }

    const readParagraph = (element: Element, name: string, cell: CellPlace | undefined) => {
      const properties = child(element, 'pPr')
      const number = nextNumber(name)
      const level = levelOf(child(properties, 'numPr') ?? styles.styleNumbering(properties))
      const runs: LocatedRun[] = []
      const boxes: Element[] = []
      const pictures = { floating: 0, inline: 0 }
      let text = ''
      const fieldCodes: string[] = []
      const fieldFormats: RunFormat[] = []
      let run: Element | undefined
      const visit = (parent: Element) => {
        for (const node of childElements(parent)) {
          const kind = node.localName ?? ''
          if (kind === 'instrText') {
            fieldCodes.push(node.textContent ?? '')
            if (run) fieldFormats.push(styles.run(child(run, 'rPr'), properties))
          }
          if (UNPRINTED.has(kind)) continue
          if (kind === 'fldSimple') fieldCodes.push(attribute(node, 'instr') ?? '')
          if (kind === 'txbxContent') {
            boxes.push(node)
          } else if (kind === 'anchor' || kind === 'inline' || kind === 'pict') {
            if (holdsPicture(node)) pictures[kind === 'anchor' || isFloatingShape(node) ? 'floating' : 'inline'] += 1
            visit(node)
          } else if (kind === 'r') {
            if (toggle(child(node, 'rPr'), 'vanish')) continue
            const outer = run
            run = node
            visit(node)
            run = outer
          } else if (run && (kind === 't' || kind in SIGNS)) {
            const isText = kind === 't'
            const letters = isText ? (node.textContent ?? '') : (SIGNS[kind] ?? '')
            const format = styles.run(child(run, 'rPr'), properties)
            if (isText) fieldFormats.push(format)
            if (letters !== '')
              runs.push({ start: text.length, end: text.length + letters.length, format, node, run, isText })
            text += letters
          } else {
            visit(node)
          }
        }
      }
      visit(element)
      paragraphs.push({
        part: name,
        number,
        entry,
        text,
        runs,
        format: styles.paragraph(properties, level?.properties),
        cell,
        numbering: level,
        pictures,
        fieldCodes,
        fieldFormats: fieldCodes.length > 0 ? fieldFormats : [],
        element,
      })
      for (const box of boxes) readBlocks(box, name === '正文' ? '文本框' : `${part}文本框`, undefined)
    }

    const readTable = (element: Element, name: string) => {
      const table = tables++
      let row = -1
      for (const tr of rowsOf(element)) {
        row += 1
        let column = numberAttribute(child(child(tr, 'trPr'), 'gridBefore'), 'val') ?? 0
        for (const tc of cellsOf(tr)) {
          readBlocks(tc, name, { table, row, column })
          column += numberAttribute(child(child(tc, 'tcPr'), 'gridSpan'), 'val') ?? 1
        }
      }
    }

    const readBlocks = (parent: Element, name: string, cell: CellPlace | undefined) => {
      for (const node of childElements(parent)) {
        const kind = node.localName ?? ''
        if (UNPRINTED.has(kind)) continue
        if (kind === 'p') readParagraph(node, name, cell)
        else if (kind === 'tbl') readTable(node, name)
        else if (kind !== 'sectPr') readBlocks(node, name, cell)
      }
    }
    if (document.documentElement) readBlocks(document.documentElement, part, undefined)
  }

  for (const { part, entry } of partsOf(docx)) {
    const document = docx.xml(entry)
    if (document) readPart(part, entry, document)
  }
  const settings = docx.xml('word/settings.xml')?.documentElement ?? undefined
  return {
    paragraphs,
    pages: main ? readPages(main) : [],
    evenAndOddHeaders: toggle(settings, 'evenAndOddHeaders') ?? false,
  }
}

/** Rows, also those inside content controls. */
function* rowsOf(table: Element): Generator<Element> {
  for (const node of childElements(table)) {
    if (node.localName === 'tr') yield node
    else if (/^(sdt|sdtContent|ins)$/.test(node.localName ?? '')) yield* rowsOf(node)
  }
}

function* cellsOf(row: Element): Generator<Element> {
  for (const node of childElements(row)) {
    if (node.localName === 'tc') yield node
    else if (/^(sdt|sdtContent|ins)$/.test(node.localName ?? '')) yield* cellsOf(node)
  }
}

const holdsPicture = (node: Element): boolean => {
  for (const element of childElements(node)) {
    if (/^(pic|imagedata)$/.test(element.localName ?? '') || holdsPicture(element)) return true
  }
  return false
}

/** VML says in its style whether a picture floats. */
const isFloatingShape = (node: Element): boolean => {
  for (const element of childElements(node)) {
    if (/position:\s*absolute/i.test(element.getAttribute('style') ?? '') || isFloatingShape(element)) return true
  }
  return false
}
