import { type Entry, openPromise } from 'yauzl'
import { refuseSheet } from './sheet-refused-error.ts'

/** What the cells alone do not say. */
export interface XlsxFacts {
  readonly sheets: readonly SheetFacts[]
}

export interface SheetFacts {
  readonly name: string
  readonly hidden: boolean
  readonly merged: readonly MergedArea[]
  readonly formulas: number
}

/** Rows and columns from 0, ends included. */
export interface MergedArea {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** All XML of a workbook, unpacked. Bytes. */
const MOST_BYTES = 256 * 1024 * 1024
const MOST_ENTRIES = 5000
const MOST_MERGED = 50_000
/** Longer than any tag that is looked for. Characters. */
const LONGEST_TAG = 300

/**
 * Goes once through a workbook's XML without keeping it: measures what it really unpacks to, so that nothing after this
 * can be made to take more, and notes which sheets are hidden and which cells are merged.
 * @throws {SheetRefusedError} SHEET_TOO_LARGE, SHEET_UNKNOWN_FORMAT, SHEET_BROKEN
 */
export async function readXlsxFacts(file: string): Promise<XlsxFacts> {
  const zip = await openPromise(file, { validateEntrySizes: true }).catch((cause: unknown) => {
    throw refuseSheet('SHEET_BROKEN', '文件不完整。', cause)
  })
  let unpacked = 0
  let entries = 0
  let workbook: string | undefined
  let relations: string | undefined
  const parts = new Map<string, { merged: MergedArea[]; formulas: number }>()
  try {
    for await (const entry of zip.eachEntry()) {
      const { fileName } = entry as Entry
      entries += 1
      if (entries > MOST_ENTRIES) throw tooLarge()
      if (!/\.(xml|rels)$/i.test(fileName)) continue
      const isSheet = /^xl\/worksheets\/[^/]+\.xml$/i.test(fileName)
      const isKept = fileName === 'xl/workbook.xml' || fileName === 'xl/_rels/workbook.xml.rels'
      const scan = isSheet ? createSheetScan() : undefined
      const kept: Buffer[] = []
      const stream = await zip.openReadStreamPromise(entry as Entry)
      for await (const piece of stream as AsyncIterable<Buffer>) {
        unpacked += piece.length
        if (unpacked > MOST_BYTES) throw tooLarge()
        scan?.take(piece)
        if (isKept) kept.push(piece)
      }
      if (scan) parts.set(fileName, scan.found())
      if (fileName === 'xl/workbook.xml') workbook = Buffer.concat(kept).toString('utf8')
      if (fileName === 'xl/_rels/workbook.xml.rels') relations = Buffer.concat(kept).toString('utf8')
    }
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'SheetRefusedError') throw cause
    throw refuseSheet('SHEET_BROKEN', '文件不完整，或中间有损坏。', cause)
  } finally {
    zip.close()
  }
  if (workbook === undefined) throw refuseSheet('SHEET_UNKNOWN_FORMAT', '里面没有工作表。')
  return { sheets: listSheets(workbook, relations ?? '', parts) }
}

const tooLarge = () => refuseSheet('SHEET_TOO_LARGE', '展开后超过 256 MB。')

function createSheetScan() {
  const merged: MergedArea[] = []
  let formulas = 0
  let rest = ''
  return {
    take(piece: Buffer) {
      const text = rest + piece.toString('latin1')
      // A tag cut in two is seen whole with the next piece.
      const end = Math.max(0, text.lastIndexOf('<'))
      const whole = text.slice(0, end)
      rest = text.slice(end).slice(-LONGEST_TAG)
      for (const [tag, ref] of whole.matchAll(/<(?:\w+:)?(?:f[\s>]|mergeCell\s[^>]*?ref="([A-Z]+\d+:[A-Z]+\d+)")/g)) {
        if (ref === undefined) formulas += tag.length > 0 ? 1 : 0
        else if (merged.length < MOST_MERGED) merged.push(areaOf(ref))
      }
    },
    found: () => ({ merged, formulas }),
  }
}

/** `A1:C2` */
function areaOf(ref: string): MergedArea {
  const [from = '', to = ''] = ref.split(':')
  const start = placeOf(from)
  const end = placeOf(to)
  return { top: start.row, left: start.column, bottom: end.row, right: end.column }
}

function placeOf(address: string): { row: number; column: number } {
  const [, letters = 'A', digits = '1'] = /^([A-Z]+)(\d+)$/.exec(address) ?? []
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return { row: Number(digits) - 1, column: column - 1 }
}

function listSheets(
  workbook: string,
  relations: string,
  parts: ReadonlyMap<string, { merged: MergedArea[]; formulas: number }>,
): SheetFacts[] {
  const targets = new Map(
    [...relations.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target')
        .replace(/^\/?(xl\/)?/, 'xl/')
        .replace('xl/./', 'xl/'),
    ]),
  )
  return [...workbook.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)].map(([tag]) => {
    const part = parts.get(targets.get(attribute(tag, 'r:id')) ?? '')
    return {
      name: unescapeXml(attribute(tag, 'name')),
      hidden: /hidden/i.test(attribute(tag, 'state')),
      merged: part?.merged ?? [],
      formulas: part?.formulas ?? 0,
    }
  })
}

const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? ''

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

const unescapeXml = (text: string) =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name: string | undefined) => {
    if (name !== undefined) return ENTITIES[name] ?? whole
    const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })
