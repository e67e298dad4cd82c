import type { Document, Element } from '@xmldom/xmldom'
import type { ParagraphFormat, RunFormat } from './located-paragraph.ts'
import { attribute, child, childElements, descendants, numberAttribute, toggle } from './xml-elements.ts'

type RunLayer = Partial<RunFormat>
type ParagraphLayer = Partial<ParagraphFormat>

/** Resolves what a paragraph and its letters look like (ECMA-376 part 1, 17.7.2): defaults, styles, numbering, then what is said directly. */
export interface StyleSheet {
  paragraph(properties: Element | undefined, numbering?: Element | undefined): ParagraphFormat
  run(properties: Element | undefined, paragraphProperties: Element | undefined): RunFormat
  /** The numbering that a paragraph's style brings. */
  styleNumbering(properties: Element | undefined): Element | undefined
}

interface Style {
  readonly name: string | undefined
  readonly basedOn: string | undefined
  readonly paragraph: Element | undefined
  readonly run: Element | undefined
}

/** Styles inherit from at most this many others; a ring would never end. */
const DEEPEST = 20

export function openStyleSheet(styles: Document | undefined, theme: Document | undefined): StyleSheet {
  const themeFonts = readThemeFonts(theme)
  const known = new Map<string, Style>()
  let defaultParagraph: string | undefined
  const root = styles?.documentElement ?? undefined
  for (const element of root ? childElements(root) : []) {
    if (element.localName !== 'style') continue
    const id = attribute(element, 'styleId') ?? ''
    known.set(id, {
      name: attribute(child(element, 'name'), 'val'),
      basedOn: attribute(child(element, 'basedOn'), 'val'),
      paragraph: child(element, 'pPr'),
      run: child(element, 'rPr'),
    })
    const isDefault = /^(1|true|on)$/.test(attribute(element, 'default') ?? '')
    if (isDefault && attribute(element, 'type') === 'paragraph') defaultParagraph = id
  }
  const defaults = child(root, 'docDefaults')
  const defaultRun = readRun(child(child(defaults, 'rPrDefault'), 'rPr'), themeFonts)
  const defaultShape = readParagraph(child(child(defaults, 'pPrDefault'), 'pPr'))

  /** From the one it is based on in the end down to itself. */
  const chain = (id: string | undefined): Style[] => {
    const styles: Style[] = []
    for (let next = id; next !== undefined && styles.length < DEEPEST; ) {
      const style = known.get(next)
      if (!style) break
      styles.unshift(style)
      next = style.basedOn
    }
    return styles
  }
  const remembered = new Map<string, { run: RunLayer; paragraph: ParagraphLayer; numbering: Element | undefined }>()
  const resolved = (id: string | undefined) => {
    const key = id ?? ''
    let layers = remembered.get(key)
    if (!layers) {
      const styles = chain(id)
      const name = styles.at(-1)?.name
      layers = {
        run: Object.assign({}, ...styles.map((style) => readRun(style.run, themeFonts))),
        paragraph: Object.assign(
          {},
          ...styles.map((style) => readParagraph(style.paragraph)),
          name && { styleName: name },
        ),
        numbering: styles.findLast((style) => child(style.paragraph, 'numPr'))?.paragraph,
      }
      remembered.set(key, layers)
    }
    return layers
  }
  const styleOf = (properties: Element | undefined) => attribute(child(properties, 'pStyle'), 'val') ?? defaultParagraph

  return {
    paragraph: (properties, numbering) => ({
      ...PLAIN_PARAGRAPH,
      ...defaultShape,
      ...resolved(styleOf(properties)).paragraph,
      ...readParagraph(numbering),
      ...readParagraph(properties),
    }),
    run: (properties, paragraphProperties) => ({
      ...PLAIN_RUN,
      ...defaultRun,
      ...resolved(styleOf(paragraphProperties)).run,
      ...resolved(attribute(child(properties, 'rStyle'), 'val') ?? '\0').run,
      ...readRun(properties, themeFonts),
    }),
    styleNumbering: (properties) => child(resolved(styleOf(properties)).numbering, 'numPr'),
  }
}

const PLAIN_RUN: RunFormat = { eastAsiaFont: undefined, asciiFont: undefined, halfPoints: 20, bold: false }
const PLAIN_PARAGRAPH: ParagraphFormat = {
  align: 'left',
  firstLine: 0,
  firstLineChars: undefined,
  left: 0,
  leftChars: undefined,
  right: 0,
  rightChars: undefined,
  line: 240,
  lineRule: 'auto',
  styleName: undefined,
}

function readRun(properties: Element | undefined, themeFonts: ReadonlyMap<string, string>): RunLayer {
  if (!properties) return {}
  const fonts = child(properties, 'rFonts')
  const themed = (name: string) => themeFonts.get(attribute(fonts, name) ?? '')
  const eastAsiaFont = themed('eastAsiaTheme') ?? attribute(fonts, 'eastAsia')
  const asciiFont = themed('asciiTheme') ?? attribute(fonts, 'ascii')
  const halfPoints = numberAttribute(child(properties, 'sz'), 'val')
  const bold = toggle(properties, 'b')
  return {
    ...(eastAsiaFont !== undefined && { eastAsiaFont }),
    ...(asciiFont !== undefined && { asciiFont }),
    ...(halfPoints !== undefined && { halfPoints }),
    ...(bold !== undefined && { bold }),
  }
}

const ALIGN: Readonly<Record<string, ParagraphFormat['align']>> = {
  left: 'left',
  start: 'left',
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'both',
  distribute: 'both',
  thaiDistribute: 'both',
}

function readParagraph(properties: Element | undefined): ParagraphLayer {
  if (!properties) return {}
  const indent = child(properties, 'ind')
  const spacing = child(properties, 'spacing')
  const align = ALIGN[attribute(child(properties, 'jc'), 'val') ?? '']
  const hanging = numberAttribute(indent, 'hanging')
  const hangingChars = numberAttribute(indent, 'hangingChars')
  const firstLine = hanging === undefined ? numberAttribute(indent, 'firstLine') : -hanging
  const firstLineChars = hangingChars === undefined ? numberAttribute(indent, 'firstLineChars') : -hangingChars
  const rule = attribute(spacing, 'lineRule')
  return Object.fromEntries(
    Object.entries({
      align,
      firstLine,
      // 0 in characters hands back to the length in twips.
      firstLineChars: firstLineChars === 0 && firstLine !== undefined ? undefined : firstLineChars,
      left: numberAttribute(indent, 'left') ?? numberAttribute(indent, 'start'),
      leftChars: numberAttribute(indent, 'leftChars') ?? numberAttribute(indent, 'startChars'),
      right: numberAttribute(indent, 'right') ?? numberAttribute(indent, 'end'),
      rightChars: numberAttribute(indent, 'rightChars') ?? numberAttribute(indent, 'endChars'),
      line: numberAttribute(spacing, 'line'),
      lineRule: rule === 'exact' || rule === 'atLeast' || rule === 'auto' ? rule : spacing && lineAlone(spacing),
    }).filter(([, value]) => value !== undefined),
  )
}

/** A line without a rule is a multiple. */
const lineAlone = (spacing: Element) => (attribute(spacing, 'line') === undefined ? undefined : 'auto')

/** majorEastAsia, minorHAnsi … to font names (ECMA-376 part 1, 20.1.4.1). */
function readThemeFonts(theme: Document | undefined): Map<string, string> {
  const fonts = new Map<string, string>()
  for (const kind of ['major', 'minor']) {
    const element = theme?.documentElement && descendants(theme.documentElement, `${kind}Font`)[0]
    if (!element) continue
    const face = (name: string) => child(element, name)?.getAttribute('typeface') || undefined
    const hans = [...childElements(element)]
      .find((font) => font.localName === 'font' && font.getAttribute('script') === 'Hans')
      ?.getAttribute('typeface')
    const latin = face('latin')
    const eastAsia = face('ea') ?? hans ?? undefined
    if (latin) for (const name of ['HAnsi', 'Ascii']) fonts.set(kind + name, latin)
    if (eastAsia) fonts.set(`${kind}EastAsia`, eastAsia)
  }
  return fonts
}
