import { htmlText } from '../../feeds/syndication/xml-text.ts'
import type { SlideLook } from '../deck/deck.ts'
import { colourScheme } from './colour-scheme.ts'
import { XML } from './part-frame.ts'

/** Names of CSS that are no fonts of an office. */
const GENERIC = /^(?:serif|sans-serif|monospace|cursive|fantasy|system-ui|ui-.*|emoji|math)$/i
const FALLBACK = '微软雅黑'

/** The first family that is a font's name. */
export const firstFont = (families: readonly string[]): string =>
  families.map((family) => family.trim().replace(/^["']|["']$/g, '')).find((one) => one !== '' && !GENERIC.test(one)) ??
  FALLBACK

/** `theme1.xml` (ECMA-376 part 1 §14.2.7): the look's colours and fonts, of which everything else is painted. */
export function themePart(look: SlideLook): string {
  const colours = [...colourScheme(look).slots]
    .map(([slot, colour]) => `<a:${slot}><a:srgbClr val="${colour.slice(1).toUpperCase()}"/></a:${slot}>`)
    .join('')
  return `${XML}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="薪火"><a:themeElements><a:clrScheme name="薪火">${colours}</a:clrScheme><a:fontScheme name="薪火"><a:majorFont>${fonts(look.titleFonts)}</a:majorFont><a:minorFont>${fonts(look.bodyFonts)}</a:minorFont></a:fontScheme>${FORMATS}</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>`
}

/** Chinese fonts have Latin letters that go with them. */
function fonts(families: readonly string[]): string {
  const name = htmlText(firstFont(families))
  return `<a:latin typeface="${name}"/><a:ea typeface="${name}"/><a:cs typeface=""/><a:font script="Hans" typeface="${name}"/>`
}

const flat = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
const line = (width: number) =>
  `<a:ln w="${width}" cap="flat" cmpd="sng" algn="ctr">${flat}<a:prstDash val="solid"/><a:miter lim="800000"/></a:ln>`
const plain = '<a:effectStyle><a:effectLst/></a:effectStyle>'
/** Three of each are asked for; here nothing glows and nothing throws a shadow. */
const FORMATS = `<a:fmtScheme name="薪火"><a:fillStyleLst>${flat.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line(6350)}${line(12700)}${line(19050)}</a:lnStyleLst><a:effectStyleLst>${plain.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${flat.repeat(3)}</a:bgFillStyleLst></a:fmtScheme>`
