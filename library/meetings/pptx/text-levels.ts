import type { Deck } from '../deck/deck.ts'
import type { Paint } from './colour-scheme.ts'
import { CHINESE_LINES, fill, size, themeFonts } from './part-frame.ts'
import { emu } from './slide-areas.ts'

type Spacing = Deck['spacing']

/** Height of a line of Microsoft YaHei by its size, which is what 100 % means. */
const FONT_LINE = 1.32
const percent = (lineHeight: number) =>
  `<a:lnSpc><a:spcPct val="${Math.round((lineHeight / FONT_LINE) * 100) * 1000}"/></a:lnSpc>`

/** What a paragraph says of itself beyond its level; ems. */
export interface ParagraphPlace {
  readonly left: number
  /** Of the marker, back from `left`. */
  readonly hang: number
  /** Above it. */
  readonly gap: number
}

/** Attributes and children of `a:pPr` and `a:lvlNpPr` that say where a paragraph stands. */
export const placed = ({ left, hang, gap }: ParagraphPlace, points: number) => ({
  attributes: `marL="${emu(left * points)}" indent="${-emu(hang * points)}"`,
  before: `<a:spcBef><a:spcPts val="${Math.round(gap * points * 100)}"/></a:spcBef>`,
})

/** The nine levels of text of one size. */
export function bodyLevels(points: number, spacing: Spacing, paint: Paint): string {
  return Array.from({ length: 9 }, (_, level) => {
    const { attributes, before } = placed(
      { left: Math.min(level, 5) * spacing.indent, hang: 0, gap: spacing.paragraphGap },
      points,
    )
    return `<a:lvl${level + 1}pPr ${attributes} algn="l" defTabSz="914400" ${CHINESE_LINES}>${percent(spacing.lineHeight)}${before}<a:buNone/><a:defRPr sz="${size(points)}" kern="1200">${fill(paint)}${themeFonts('mn')}</a:defRPr></a:lvl${level + 1}pPr>`
  }).join('')
}

/** Titles of one size. */
export const titleLevel = (points: number, spacing: Spacing, paint: Paint) =>
  `<a:lvl1pPr algn="l" defTabSz="914400" ${CHINESE_LINES}>${percent(spacing.titleLineHeight)}<a:spcBef><a:spcPct val="0"/></a:spcBef><a:buNone/><a:defRPr sz="${size(points)}" b="1" kern="1200">${fill(paint)}${themeFonts('mj')}</a:defRPr></a:lvl1pPr>`

/** Small and quiet: citations, captions, the number. */
export const quietLevel = (points: number, paint: Paint, align: 'l' | 'ctr' | 'r' = 'l') =>
  `<a:lvl1pPr marL="0" indent="0" algn="${align}" ${CHINESE_LINES}><a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/><a:defRPr sz="${size(points)}">${fill(paint)}${themeFonts('mn')}</a:defRPr></a:lvl1pPr>`

/** Of text that stands in no placeholder. */
export const plainLevels = () =>
  Array.from(
    { length: 9 },
    (_, level) =>
      `<a:lvl${level + 1}pPr marL="${level * 457_200}" algn="l" defTabSz="914400" ${CHINESE_LINES}><a:defRPr sz="1800" kern="1200">${fill('tx1')}${themeFonts('mn')}</a:defRPr></a:lvl${level + 1}pPr>`,
  ).join('')
