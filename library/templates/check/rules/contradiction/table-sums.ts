import type { DocumentText, LocatedParagraph } from '../../reading/located-paragraph.ts'
import type { Fault } from '../rule.ts'

const TOTAL = /^(?:合计|总计|共计|累计|合\s*计|总\s*计|小计)$/
/** Columns whose numbers are not added: 序号, 年龄, 单价 … */
const NOT_ADDED =
  /序号|编号|单价|均|率|比例|占比|年龄|电话|手机|日期|时间|年份|身份证|账号|卡号|面积系数|标准|代码|得分|排名|备注|幅度|%/

/** Totals of tables that the rows do not add up to. */
export function wrongSums({ paragraphs }: DocumentText): Fault[] {
  const cells = paragraphs.filter((paragraph) => paragraph.cell)
  return [...Map.groupBy(cells, (paragraph) => paragraph.cell?.table)].flatMap(([, table]) => inTable(table))
}

type Row = ReadonlyMap<number, LocatedParagraph>

function inTable(table: readonly LocatedParagraph[]): Fault[] {
  const rows: Row[] = []
  for (const paragraph of table) {
    const { row, column } = paragraph.cell ?? { row: 0, column: 0 }
    const cells = (rows[row] ?? new Map()) as Map<number, LocatedParagraph>
    // A cell of several paragraphs is no number.
    if (!cells.has(column) || paragraph.text.trim() !== '') cells.set(column, paragraph)
    rows[row] = cells
  }
  const at = rows.findIndex(
    (row) => row && [...row.values()].some(({ text }) => TOTAL.test(text.trim()) && !/小计/.test(text)),
  )
  const total = rows[at]
  if (
    !total ||
    at < 2 ||
    rows.slice(at + 1).some((row) => row && [...row.values()].some(({ text }) => TOTAL.test(text.trim())))
  )
    return []
  const [head] = rows
  const body = rows.slice(1, at).filter((row) => row !== undefined)
  // Only tables of one shape: below merged cells nobody knows which column a number is in.
  if (!head || body.some((row) => [...row.keys()].some((column) => !head.has(column)))) return []
  return [...total].flatMap(([column, paragraph]): Fault[] => {
    const written = numberOf(paragraph.text)
    const name = head.get(column)?.text.trim() ?? ''
    if (typeof written !== 'number' || NOT_ADDED.test(name)) return []
    const isSubtotal = (row: Row) => [...row.values()].some(({ text }) => /^小\s*计$/.test(text.trim()))
    const values = body.map((row) => ({ value: numberOf(row.get(column)?.text ?? ''), sub: isSubtotal(row) }))
    if (values.some(({ value }) => value === 'text') || values.every(({ value }) => value === undefined)) return []
    const add = (some: typeof values) =>
      some.reduce((sum, { value }) => sum + (typeof value === 'number' ? value : 0), 0)
    const sum = add(values.filter(({ sub }) => !sub))
    if (Math.abs(sum - written) < 0.006) return []
    const start = paragraph.text.search(/\S/)
    return [
      {
        rule: 'contradiction',
        severity: 'must',
        says: `“${name}”的合计是${plain(written)}，各行加起来是${plain(sum)}。`,
        paragraph,
        start,
        end: paragraph.text.trimEnd().length,
      },
    ]
  })
}

const plain = (value: number) => String(Math.round(value * 100) / 100)

/** A number with its unit; undefined for an empty cell or a dash. */
function numberOf(text: string): number | 'text' | undefined {
  const bare = text.replace(/[\s,，]/g, '')
  if (/^[-—－/／无]*$/.test(bare)) return undefined
  const match = /^[￥¥]?(-?\d+(?:\.\d+)?)(?:元|人|户|亩|平方米|㎡|公斤|吨|个|份|次|户次|人次|万元|m²)?$/.exec(bare)
  return match ? Number(match[1]) : 'text'
}
