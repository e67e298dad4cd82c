import type { SlideBox } from '../deck/deck.ts'
import type { Paint } from './colour-scheme.ts'
import { emu } from './slide-areas.ts'

/** Begins every part. */
export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'

/** The namespaces of a part of PresentationML. */
export const NAMESPACES =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** What a part points to: the end of a relationship's type, and where it lies. */
export interface Relationship {
  readonly type: string
  readonly target: string
}

/** A `.rels` part; ids are rId1, rId2 … in order. */
export function relationshipsPart(relationships: readonly Relationship[]): string {
  const all = relationships.map(
    ({ type, target }, index) =>
      `<Relationship Id="rId${index + 1}" Type="${type.includes(':') ? type : `${RELATIONSHIPS}/${type}`}" Target="${target}"/>`,
  )
  return `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`
}

/** Begins every tree of shapes. */
export const TREE_ROOT =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'

export const transform = ({ x, y, width, height }: SlideBox) =>
  `<a:xfrm><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(width)}" cy="${emu(height)}"/></a:xfrm>`

export const fill = (paint: Paint) => `<a:solidFill><a:schemeClr val="${paint}"/></a:solidFill>`

/** The theme's fonts: `mj` for titles, `mn` for everything else. */
export const themeFonts = (which: 'mj' | 'mn') =>
  `<a:latin typeface="+${which}-lt"/><a:ea typeface="+${which}-ea"/><a:cs typeface="+${which}-cs"/>`

/** Chinese lines break by the rules of Chinese: no mark begins a line, and one may hang over its end. */
export const CHINESE_LINES = 'rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"'

/** Hundredths of a point, as the schema has them. */
export const size = (points: number) => Math.round(Math.min(Math.max(points, 1), 4000) * 100)
