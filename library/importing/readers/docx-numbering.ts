import { chineseNumber } from '../../items/chinese-number.ts'

/** One level of a list's numbering (ECMA-376 §17.9.6). */
interface Level {
  readonly start: number
  readonly format: string
  /** Such as 第%1条 or （%2）. */
  readonly text: string
}

interface Place {
  readonly list: string
  readonly level: number
}

/**
 * Writes the numbers that Word and WPS would make when showing a document (第一条, 一、, （一）) into its
 * paragraphs, for they are not in its text. Bullets and plain 1. 2. 3. stay lists.
 * @param document, numbering, styles the XML of the parts of those names; the last two may be empty
 * @returns the document's XML, the very same when there is nothing to write
 */
export function writeNumbers(document: string, numbering: string, styles: string): string {
  const lists = readLists(numbering)
  if (![...lists.values()].some((levels) => levels.some(isOfficial))) return document
  const byStyle = readStyles(styles)
  const counters = new Map<string, number[]>()
  return document.replace(/<w:p(?: [^>]*)?>(?:(?!<w:p[ >])[\s\S])*?<\/w:p>/g, (paragraph) => {
    const properties = /<w:pPr>[\s\S]*?<\/w:pPr>/.exec(paragraph)?.[0] ?? ''
    const place: Place | undefined = placeOf(properties) ?? byStyle.get(attribute(properties, 'w:pStyle') ?? '')
    const levels = place && lists.get(place.list)
    if (!place || !levels) return paragraph
    const level = levels[place.level]
    if (!level) return paragraph
    const counter = count(counters, place, levels)
    if (!isOfficial(level) || !/<w:t[ >]/.test(paragraph)) return paragraph
    const number = level.text.replace(/%(\d)/g, (_, digit: string) =>
      formatNumber(counter[Number(digit) - 1] ?? 1, levels[Number(digit) - 1]?.format ?? ''),
    )
    const run = `<w:r><w:t xml:space="preserve">${number}${number.startsWith('第') ? '\u3000' : ''}</w:t></w:r>`
    // The list itself is taken off, or the reader would make a list item of the paragraph as well.
    const bare = properties
      .replace(/<w:numPr>[\s\S]*?<\/w:numPr>|<w:numPr\/>/, '')
      .replace('</w:pPr>', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr></w:pPr>')
    return paragraph.replace(properties, () => bare + run)
  })
}

/** Numbering that documents are cited by: in Chinese numerals, or with words or brackets of its own. */
function isOfficial({ format, text }: Level): boolean {
  return (
    format !== 'bullet' && format !== 'none' && /%\d/.test(text) && (isChinese(format) || /^(?:第%|[（(])/.test(text))
  )
}

function isChinese(format: string): boolean {
  return /^(?:chinese|japanese|taiwanese|ideograph|korean)/.test(format) && !/zodiac|traditional$/i.test(format)
}

function formatNumber(value: number, format: string): string {
  if (isChinese(format) && value >= 1 && value <= 9999) return chineseNumber(value)
  return format === 'decimalEnclosedCircleChinese' && value <= 20 ? String.fromCodePoint(0x245f + value) : String(value)
}

function count(counters: Map<string, number[]>, { list, level }: Place, levels: readonly Level[]): readonly number[] {
  const counter = counters.get(list) ?? []
  counters.set(list, counter)
  for (let above = 0; above < level; above++) counter[above] ??= levels[above]?.start ?? 1
  counter[level] = counter[level] === undefined ? (levels[level]?.start ?? 1) : counter[level] + 1
  counter.length = level + 1
  return counter
}

function readLists(numbering: string): Map<string, readonly Level[]> {
  const abstract = new Map<string, Level[]>()
  for (const [, id = '', body = ''] of numbering.matchAll(
    /<w:abstractNum [^>]*?w:abstractNumId="(\d+)"[^>]*>([\s\S]*?)<\/w:abstractNum>/g,
  )) {
    const levels: Level[] = []
    for (const [, level = '', text = ''] of body.matchAll(/<w:lvl [^>]*?w:ilvl="(\d)"[^>]*>([\s\S]*?)<\/w:lvl>/g)) {
      levels[Number(level)] = {
        start: Number(attribute(text, 'w:start') ?? 1),
        format: attribute(text, 'w:numFmt') ?? 'decimal',
        text: attribute(text, 'w:lvlText') ?? '',
      }
    }
    abstract.set(id, levels)
  }
  const lists = new Map<string, readonly Level[]>()
  for (const [, id = '', body = ''] of numbering.matchAll(/<w:num [^>]*?w:numId="(\d+)"[^>]*>([\s\S]*?)<\/w:num>/g)) {
    const levels = abstract.get(attribute(body, 'w:abstractNumId') ?? '')
    if (levels) lists.set(id, levels)
  }
  return lists
}

/** Paragraph styles that number by themselves. */
function readStyles(styles: string): Map<string, Place> {
  const places = new Map<string, Place>()
  for (const [, id = '', body = ''] of styles.matchAll(
    /<w:style [^>]*?w:styleId="([^"]+)"[^>]*>([\s\S]*?)<\/w:style>/g,
  )) {
    const place = placeOf(body)
    if (place) places.set(id, place)
  }
  return places
}

function placeOf(properties: string): Place | undefined {
  const numbering = /<w:numPr>([\s\S]*?)<\/w:numPr>/.exec(properties)?.[1]
  const list = numbering && attribute(numbering, 'w:numId')
  return list ? { list, level: Number(attribute(numbering, 'w:ilvl') ?? 0) } : undefined
}

function attribute(xml: string, element: string): string | undefined {
  return new RegExp(`<${element} [^>]*?w:val="([^"]*)"`).exec(xml)?.[1]
}
