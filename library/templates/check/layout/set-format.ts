import type { Element } from '@xmldom/xmldom'
import type { LocatedParagraph, LocatedRun, PageSetup } from '../reading/located-paragraph.ts'
import { attribute, child, ensureChild } from '../reading/xml-elements.ts'

/** The order of children that ECMA-376 part 1 gives (17.3.1.26, 17.3.2.28, 17.6.17), as far as it matters here. */
const RUN_ORDER =
  'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange'.split(
    ' ',
  )
const PARAGRAPH_ORDER =
  'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange'.split(
    ' ',
  )
const SECTION_ORDER =
  'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange'.split(
    ' ',
  )

/** Attributes are in their element's namespace, which strict documents (ISO/IEC 29500-1) name otherwise. */
const set = (element: Element, name: string, value: string | number) =>
  element.setAttributeNS(element.namespaceURI, `w:${name}`, String(value))
const drop = (element: Element, ...names: readonly string[]) => {
  for (const name of names) element.removeAttributeNS(element.namespaceURI, name)
}

/** Properties come first in what they are of. */
function propertiesOf(element: Element, name: 'rPr' | 'pPr'): Element {
  const present = child(element, name)
  if (present) return present
  const made = element.ownerDocument?.createElementNS(element.namespaceURI, `w:${name}`)
  if (!made) throw new TypeError('an element of no document has no properties')
  element.insertBefore(made, element.firstChild)
  return made
}

/** @param latin also for figures and Latin letters */
export function setFont({ run }: LocatedRun, font: string, latin = false): void {
  const fonts = ensureChild(propertiesOf(run, 'rPr'), 'rFonts', RUN_ORDER)
  set(fonts, 'eastAsia', font)
  drop(fonts, 'eastAsiaTheme', 'hint')
  if (!latin) return
  for (const kind of ['ascii', 'hAnsi']) {
    set(fonts, kind, font)
    drop(fonts, `${kind}Theme`)
  }
}

export function setSize({ run }: LocatedRun, halfPoints: number): void {
  const properties = propertiesOf(run, 'rPr')
  set(ensureChild(properties, 'sz', RUN_ORDER), 'val', halfPoints)
  set(ensureChild(properties, 'szCs', RUN_ORDER), 'val', halfPoints)
}

export function setAlign({ element }: LocatedParagraph, align: 'left' | 'center' | 'right'): void {
  set(ensureChild(propertiesOf(element, 'pPr'), 'jc', PARAGRAPH_ORDER), 'val', align)
}

/** Indents in hundredths of a character of 三号 (320 twips); what is not given becomes none. */
export function setIndent({ element }: LocatedParagraph, indent: { firstLine?: number; right?: number }): void {
  const ind = ensureChild(propertiesOf(element, 'pPr'), 'ind', PARAGRAPH_ORDER)
  drop(ind, 'hanging', 'hangingChars', 'start', 'startChars', 'end', 'endChars')
  for (const [name, chars] of [
    ['left', 0],
    ['right', indent.right ?? 0],
    ['firstLine', indent.firstLine ?? 0],
  ] as const) {
    set(ind, name, (chars * 320) / 100)
    set(ind, `${name}Chars`, chars)
  }
}

/** A line of a fixed height in twips. */
export function setLine({ element }: LocatedParagraph, twips: number): void {
  const spacing = ensureChild(propertiesOf(element, 'pPr'), 'spacing', PARAGRAPH_ORDER)
  set(spacing, 'line', twips)
  set(spacing, 'lineRule', 'exact')
}

/** A4 with the margins of GB/T 9704-2012 5.2: 37 and 35 mm above and below, 28 and 26 mm left and right. Twips. */
export const OFFICIAL_PAGE = { width: 11906, height: 16838, top: 2098, bottom: 1984, left: 1587, right: 1474 } as const

export function setPage({ element }: PageSetup): void {
  const size = ensureChild(element, 'pgSz', SECTION_ORDER)
  set(size, 'w', OFFICIAL_PAGE.width)
  set(size, 'h', OFFICIAL_PAGE.height)
  const margin = ensureChild(element, 'pgMar', SECTION_ORDER)
  for (const side of ['top', 'bottom', 'left', 'right'] as const) set(margin, side, OFFICIAL_PAGE[side])
  set(margin, 'gutter', 0)
  for (const required of ['header', 'footer']) if (!attribute(margin, required)) set(margin, required, 851)
}

/** Cuts the run that holds this character in two, so that the letters before it can look different. Cuts once at most. */
export function splitRunAt(paragraph: LocatedParagraph, at: number): readonly LocatedRun[] {
  const before = paragraph.runs.filter((run) => run.end <= at)
  const across = paragraph.runs.find((run) => run.start < at && run.end > at)
  const parent = across?.run.parentNode
  if (!across?.isText || !parent) return before
  const letters = across.node.textContent ?? ''
  const head = across.run.cloneNode(true) as Element
  // What comes before these letters in the run stays with the second half, which keeps its place.
  for (const node of [...head.childNodes]) if (node.localName !== 'rPr') head.removeChild(node)
  const text = across.node.cloneNode(false) as Element
  text.textContent = letters.slice(0, at - across.start)
  head.appendChild(text)
  parent.insertBefore(head, across.run)
  across.node.textContent = letters.slice(at - across.start)
  for (const element of [text, across.node]) element.setAttribute('xml:space', 'preserve')
  return [...before, { ...across, end: at, node: text, run: head }]
}
