import type { DocumentText, LocatedParagraph } from './located-paragraph.ts'

/** What names a paragraph's content: the paragraph above it in its cell, the cell on its left, the heads of its column. */
export type LabelOf = (paragraph: LocatedParagraph) => readonly string[]

/** A cell on the left that names what follows, as in a form; in a list of people it is only the value before. */
const LABEL = /(?:号码?|日期|时间|电话|方式|姓名|地址|住址|名称|金额|银行|单位|籍贯|性别|民族|意见)$/

export function cellLabels({ paragraphs }: DocumentText): LabelOf {
  const rows = new Map<string, LocatedParagraph[]>()
  const heads = new Map<string, LocatedParagraph[]>()
  for (const paragraph of paragraphs) {
    const { cell } = paragraph
    if (!cell || paragraph.text.trim() === '') continue
    push(rows, `${cell.table}/${cell.row}`, paragraph)
    if (cell.row <= 1) push(heads, `${cell.table}/${cell.column}`, paragraph)
  }
  return (paragraph) => {
    const { cell } = paragraph
    if (!cell) return []
    const row = rows.get(`${cell.table}/${cell.row}`) ?? []
    const left = row.findLast((other) => (other.cell?.column ?? 0) < cell.column)
    const before = row[row.indexOf(paragraph) - 1]
    const inCell = before?.cell?.column === cell.column ? before : undefined
    const above = (heads.get(`${cell.table}/${cell.column}`) ?? []).filter((other) => (other.cell?.row ?? 0) < cell.row)
    const isLabel = left !== undefined && LABEL.test(left.text.replace(/[\s：:]/g, ''))
    return [inCell, left, ...(isLabel ? [] : above)].flatMap((other) =>
      other ? [other.text.replace(/[\s：:]/g, '')] : [],
    )
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
