import type { PassageView } from '../../library/items/item-view.ts'

/** A place inside a policy as officials write it: 第六十二条第一款第（二）项第1目. */
const PLACE =
  /^(第[^条款项目]+条(?:之[一二三四五六七八九十百]+)?)(第[^条款项目]+款)?(第?[（(]?[^条款项目]+[）)]?项)?(第?[^条款项目]+目)?$/

function levels(cite: string): string[] {
  const match = PLACE.exec(cite)
  return match ? match.slice(1).filter((part) => part !== undefined) : [cite]
}

const isWithin = (cite: string, outer: string) => {
  const inner = levels(cite)
  return cite !== outer && levels(outer).every((part, i) => inner[i] === part)
}

/** Joins places of one level: two with 、, more with 至. */
const joined = (places: readonly string[]) => (places.length > 2 ? `${places[0]}至${places.at(-1)}` : places.join('、'))

/**
 * The place of a run of paragraphs in document order, as briefly as a careful writer would put it.
 * @example citedPlace(['第六十二条第一款', '第六十二条第二款']) // 第六十二条第一款、第二款
 * @example citedPlace(['第三条第二款', '第四条', '第五条第一款']) // 第三条至第五条
 */
export function citedPlace(cites: readonly string[]): string {
  const distinct = [...new Set(cites)].filter((cite) => cite !== '')
  const outermost = distinct.filter((cite) => !distinct.some((other) => isWithin(cite, other)))
  const provisions = [...new Set(outermost.map((cite) => levels(cite)[0] ?? cite))]
  if (provisions.length > 1) return outermost.length > 2 ? joined(provisions) : outermost.join('、')
  const parsed = outermost.map(levels)
  const first = parsed[0]
  if (!first) return ''
  let shared = 0
  while (parsed.every((parts) => parts.length > shared + 1 && parts[shared] === first[shared])) shared += 1
  const head = first.slice(0, shared).join('')
  return head + joined(parsed.map((parts) => parts.slice(shared).join('')))
}

/** The place of a whole passage: its number, or its heading in quotation marks. */
export function passagePlace(passage: Pick<PassageView, 'type' | 'heading'>): string {
  if (passage.type === 'provision' || passage.heading === '') return passage.heading
  return `“${passage.heading}”`
}

/** Quotation marks inside a quotation turn single (GB/T 15834-2011, 4.8). */
const nested = (quote: string) => quote.replace(/[“”]/g, (mark) => (mark === '“' ? '‘' : '’'))

/**
 * A citation ready to paste: 《土地管理法》第六十二条第一款, with the words when `quote` is given.
 * A work named inside the title takes single marks (GB/T 15834-2011, 4.15).
 */
export function citation(title: string, place: string, quote?: string): string {
  const inner = title.replace(/[《》]/g, (mark) => (mark === '《' ? '〈' : '〉'))
  const reference = `《${inner}》${place}`
  const words = quote?.replace(/\s*\n\s*/g, '').trim()
  return words ? `${reference}：“${nested(words)}”` : reference
}
