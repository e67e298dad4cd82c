import type PizZip from 'pizzip'

/** A part of a document that holds text of people. */
export interface DocumentPart {
  /** word/document.xml */
  readonly path: string
  /** 正文, 页眉 … */
  readonly name: string
}

const NAMES: readonly (readonly [RegExp, string])[] = [
  [/wordprocessingml\.(?:document|template)\.main\+xml$/, '正文'],
  [/wordprocessingml\.header\+xml$/, '页眉'],
  [/wordprocessingml\.footer\+xml$/, '页脚'],
  [/wordprocessingml\.footnotes\+xml$/, '脚注'],
  [/wordprocessingml\.endnotes\+xml$/, '尾注'],
  [/wordprocessingml\.comments\+xml$/, '批注'],
]

/** The parts with text, the body first, by their content types (ECMA-376 part 2 §7.2.3). */
export function documentParts(zip: PizZip): DocumentPart[] {
  const types = zip.file('[Content_Types].xml')?.asText() ?? ''
  const parts: DocumentPart[] = []
  for (const [, attributes = ''] of types.matchAll(/<(?:\w+:)?Override\b([^>]*)>/g)) {
    const path = /PartName="\/([^"]+)"/.exec(attributes)?.[1]
    const type = /ContentType="([^"]+)"/.exec(attributes)?.[1]
    const name = NAMES.find(([pattern]) => pattern.test(type ?? ''))?.[1]
    if (path !== undefined && name !== undefined && zip.file(path)) parts.push({ path, name })
  }
  const order = NAMES.map(([, name]) => name)
  return parts.sort(
    (a, b) => order.indexOf(a.name) - order.indexOf(b.name) || a.path.localeCompare(b.path, 'en', { numeric: true }),
  )
}
