import { widthOf } from '../deck/text-width.ts'

/** Short texts on as few lines as hold them, none of them broken. @param width of a line, in em */
export function wholeRows(texts: readonly string[], width: number, gap = '　　'): string[] {
  const rows: string[] = []
  for (const text of texts) {
    const last = rows.at(-1)
    const longer = `${last ?? ''}${gap}${text}`
    if (last !== undefined && widthOf(longer) <= width) rows[rows.length - 1] = longer
    else rows.push(text)
  }
  return rows
}
