import type { PageSetup } from '../reading/located-paragraph.ts'
import type { Fault } from '../rules/rule.ts'
import type { OfficialOutline } from './official-outline.ts'
import { OFFICIAL_PAGE } from './set-format.ts'

/** Twips of a millimetre. */
const MM = 1440 / 25.4
/** GB/T 9704-2012 gives ±1 mm; a little more for rounding. */
const TOLERANCE = 1.1 * MM

export const PAGE_REPAIR = 'page'

/** Paper and margins (GB/T 9704-2012 5.1, 5.2.1) in one finding. Pages on their side hold tables and are left alone. */
export function pageFaults({ pages }: OfficialOutline): Fault[] {
  const wrong = uprightPages(pages)
    .map(faultsOf)
    .find((faults) => faults.length > 0)
  if (!wrong) return []
  return [
    {
      rule: 'layout',
      severity: 'should',
      says: `${wrong.join('，')}。`,
      why: 'A4纸，上白边37毫米、左白边28毫米，版心156×225毫米（GB/T 9704-2012 5.1、5.2.1）。',
      repair: { label: '改为公文的纸张和页边距' },
      layoutRepair: PAGE_REPAIR,
    },
  ]
}

export const uprightPages = (pages: readonly PageSetup[]): PageSetup[] =>
  pages.filter((page) => !page.landscape && page.width <= page.height)

function faultsOf(page: PageSetup): string[] {
  const off = (is: number, should: number) => Math.abs(is - should) > TOLERANCE
  const mm = (twips: number) => Math.round(twips / MM)
  const faults: string[] = []
  // A program's own page is meant where a document names none.
  if (page.width === 0 || page.height === 0)
    return ['没有写明纸张和页边距，各家软件会各按各的来，应当是A4（210×297毫米）']
  if (off(page.width, OFFICIAL_PAGE.width) || off(page.height, OFFICIAL_PAGE.height))
    faults.push(`纸张是${mm(page.width)}×${mm(page.height)}毫米，应当是A4（210×297毫米）`)
  for (const [side, name] of [
    ['top', '上'],
    ['bottom', '下'],
    ['left', '左'],
    ['right', '右'],
  ] as const) {
    const is = page[side] + (side === 'left' ? page.gutter : 0)
    if (off(is, OFFICIAL_PAGE[side])) faults.push(`${name}白边是${mm(is)}毫米，应当是${mm(OFFICIAL_PAGE[side])}毫米`)
  }
  return faults
}
