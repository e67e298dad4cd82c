import type { Element } from '@xmldom/xmldom'

/** How letters look, with styles resolved. Sizes in half-points (三号 = 32). */
export interface RunFormat {
  readonly eastAsiaFont: string | undefined
  readonly asciiFont: string | undefined
  readonly halfPoints: number
  readonly bold: boolean
}

/** Letters of one look within a paragraph, and the element that holds them. */
export interface LocatedRun {
  /** Characters into the paragraph; `end` is exclusive. */
  readonly start: number
  readonly end: number
  readonly format: RunFormat
  /** The `w:t`, or what stands for one character (a tab, a line break). */
  readonly node: Element
  /** The `w:r` around it. */
  readonly run: Element
  /** Whether `node` holds letters that can be changed. */
  readonly isText: boolean
}

/** A paragraph's shape, with styles resolved. Lengths in twips (1/20 pt). */
export interface ParagraphFormat {
  readonly align: 'left' | 'center' | 'right' | 'both'
  /** First line indent: positive inwards, negative hanging. */
  readonly firstLine: number
  /** First line indent in hundredths of a character, which counts before `firstLine`; undefined when not given. */
  readonly firstLineChars: number | undefined
  readonly left: number
  readonly leftChars: number | undefined
  readonly right: number
  readonly rightChars: number | undefined
  readonly line: number
  readonly lineRule: 'auto' | 'exact' | 'atLeast'
  /** The style's own name, e.g. heading 1. */
  readonly styleName: string | undefined
}

/** Where a paragraph stands in a table; rows and columns from 0, spans counted. */
export interface CellPlace {
  readonly table: number
  readonly row: number
  readonly column: number
}

export interface LocatedParagraph {
  /** 正文, 页眉, 页脚, 脚注, 文本框 … */
  readonly part: string
  /** From 1, in its part. */
  readonly number: number
  /** The entry of the package, e.g. word/document.xml. */
  readonly entry: string
  readonly text: string
  readonly runs: readonly LocatedRun[]
  readonly format: ParagraphFormat
  readonly cell: CellPlace | undefined
  /** How its automatic number is written, e.g. `%1、` with chineseCounting. */
  readonly numbering: { readonly format: string; readonly text: string; readonly level: number } | undefined
  /** Pictures: floating ones may be a seal. */
  readonly pictures: { readonly floating: number; readonly inline: number }
  /** PAGE, DATE … and how the letters around them and their results look, shown or not. */
  readonly fieldCodes: readonly string[]
  readonly fieldFormats: readonly RunFormat[]
  readonly element: Element
}

/** Page size and margins in twips. */
export interface PageSetup {
  readonly width: number
  readonly height: number
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
  readonly gutter: number
  readonly landscape: boolean
  /** Lines a page and characters a line, where the document has a grid; spacing in twips. */
  readonly linePitch: number | undefined
  readonly element: Element
}

/** A document as the rules read it. */
export interface DocumentText {
  readonly paragraphs: readonly LocatedParagraph[]
  readonly pages: readonly PageSetup[]
  /** Whether left and right pages have headers and footers of their own. */
  readonly evenAndOddHeaders: boolean
}
