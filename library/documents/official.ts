import { AlignmentType, BorderStyle, type IParagraphOptions, LineRuleType, Paragraph, TextRun } from 'docx'
import { font, officialLine, size, textWidth } from './page.ts'

/** Paragraphs of official documents, after GB/T 9704-2012. */

const exactLine = { line: officialLine, lineRule: LineRuleType.EXACT }

/** Two characters of indent: 200 hundredths of a character, with 三号 twips for readers that ignore it. */
const twoCharacters = { firstLineChars: 200, firstLine: 640 }

/** Number at the left and signer at the right, each one character in. */
const upwardLayout: IParagraphOptions = {
  alignment: AlignmentType.LEFT,
  tabStops: [{ type: 'right', position: textWidth.official - 320 }],
  indent: { left: 320 },
}

/** 发文机关标志, document number and red line; upward documents also name who signs (§7.2). */
export function redHead(mark: string, documentNumber: string, signer?: string): Paragraph[] {
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 360 },
      children: [new TextRun({ text: mark, font: font.title, size: size.一号, color: 'C00000' })],
    }),
    new Paragraph({
      spacing: exactLine,
      ...(signer ? upwardLayout : { alignment: AlignmentType.CENTER }),
      children: signer
        ? [bodyRun(documentNumber), bodyRun('\t签发人：'), signerRun(signer)]
        : [bodyRun(documentNumber)],
    }),
    new Paragraph({
      spacing: { before: 0, after: 240, line: 120, lineRule: LineRuleType.EXACT },
      border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: 'C00000', space: 1 } },
      children: [],
    }),
  ]
}

/** 标题: two blank lines' worth of air above, 二号小标宋, centred. A newline ends a line of it. */
export function officialTitle(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 360, after: officialLine, line: 640, lineRule: LineRuleType.EXACT },
    children: text
      .split('\n')
      .map(
        (part, index) => new TextRun({ text: part, font: font.title, size: size.二号, ...(index > 0 && { break: 1 }) }),
      ),
  })
}

/** 主送机关, flush left. */
export function recipient(text: string): Paragraph {
  return line(text)
}

/** 正文. A newline starts a new paragraph. */
export function body(text: string): Paragraph[] {
  return text.split('\n').map((part) => line(part, { indent: twoCharacters, alignment: AlignmentType.BOTH }))
}

/** The last paragraph before the signature: it moves to a new page with it, so that no page has a signature alone. */
export function closing(text: string): Paragraph {
  return line(text, { indent: twoCharacters, alignment: AlignmentType.BOTH, keepLines: true, keepNext: true })
}

/** First-level heading of the text: 一、 in 黑体. */
export function heading(text: string): Paragraph {
  return new Paragraph({
    spacing: exactLine,
    indent: twoCharacters,
    keepNext: true,
    children: [new TextRun({ text, font: font.heading, size: size.三号 })],
  })
}

/** A body paragraph whose lead words stand in 黑体, such as "时间："; `keepNext` holds it with what follows. */
export function labelled(label: string, text: string, keepNext = false): Paragraph {
  return new Paragraph({
    spacing: exactLine,
    indent: twoCharacters,
    keepNext,
    children: [new TextRun({ text: label, font: font.heading, size: size.三号 }), bodyRun(text)],
  })
}

/** 附件说明, one blank line below the text. */
export function attachmentNote(text: string): Paragraph[] {
  return [line('', { keepNext: true }), line(text, { indent: twoCharacters, keepNext: true })]
}

/** 发文机关署名 and 成文日期, at the right with room for the seal. */
export function signature(issuer: string, date: string): Paragraph[] {
  const right = { alignment: AlignmentType.RIGHT, keepLines: true }
  return [
    line('', { keepNext: true }),
    line(issuer, { ...right, indent: { right: 960 }, keepNext: true }),
    line(date, { ...right, indent: { right: 1280 } }),
  ]
}

/** 版记: who gets a copy and who printed it, between two lines, in 四号. */
export function colophon(lines: readonly string[]): Paragraph[] {
  const rule = { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 }
  return lines.map(
    (text, index) =>
      new Paragraph({
        spacing: { before: index === 0 ? 480 : 0, line: 480, lineRule: LineRuleType.EXACT },
        indent: { left: 280, right: 280 },
        tabStops: [{ type: 'right', position: textWidth.official - 280 }],
        border: index === 0 ? { top: rule, bottom: rule, between: rule } : { bottom: rule, between: rule },
        keepLines: true,
        keepNext: index < lines.length - 1,
        children: [new TextRun({ text, font: font.body, size: size.四号 })],
      }),
  )
}

export function blank(): Paragraph {
  return line('')
}

export function line(text: string, options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ spacing: exactLine, ...options, children: text === '' ? [] : [bodyRun(text)] })
}

function signerRun(name: string): TextRun {
  return new TextRun({ text: name, font: font.subheading, size: size.三号 })
}

function bodyRun(text: string): TextRun {
  return new TextRun({ text, font: font.body, size: size.三号 })
}
