/** A stretch that no line breaks within, unless it is wider than a line. Widths in em. */
export interface Unit {
  readonly text: string
  readonly width: number
  /** Of the blanks behind it, which hang over at the end of a line. */
  readonly blank: number
}

/** Never at the beginning of a line (CSS `line-break: strict`, GB/T 15834). */
const NO_START =
  /^[，。、；：？！）》〉」』】〕〗｝”’…—～·・％‰℃℉°′″ー々〻ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.;:!?)\]}%|\-\u2010\u2013]/u
/** Never at the end of one. */
const NO_END = /[（《〈「『【〔〖｛“‘￥＄£$([{#]$/u
const BLANK = /^[\p{Zs}\t]+$/u
/** What stands as one with its neighbours: Latin words, figures, dates, addresses. */
const WORD =
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Nd}\p{ASCII}\p{M}\u00a0\u2060]+$/u
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u
const JOINER = /^(?:\p{Cf}|\p{Variation_Selector})$/u
const NARROW = /^[ijlI.,:;'|!()[\]{}`]$/
const BROAD = /^[mwMW@%—…&]$/

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** Graphemes: what is seen as one character is never cut. */
export const charactersOf = (text: string): string[] => [...graphemes.segment(text)].map(({ segment }) => segment)

/**
 * Width of one character, in em: of the broadest of the fonts that may be there. Without a font for them, emoji of
 * several parts are drawn part by part.
 */
export function characterWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x20) return 0
  if (code < 0x7f && character.length === 1) {
    if (NARROW.test(character)) return 0.38
    if (BROAD.test(character)) return 0.98
    if (code === 0x20) return 0.34
    return character >= 'A' && character <= 'Z' ? 0.78 : 0.64
  }
  if (EMOJI.test(character)) return 1.45 * [...character].filter((one) => !JOINER.test(one)).length
  if (/^[\p{M}\p{Cf}]+$/u.test(character)) return 0
  if (/^\p{Script=Latin}/u.test(character)) return code >= 0xff00 ? 1 : 0.8
  return character.length > 2 && !/^.[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u.test(character) ? 1.3 : 1
}

/** Width of a text on one line, in em. */
export const widthOf = (text: string): number =>
  charactersOf(text).reduce((sum, character) => sum + characterWidth(character), 0)

/** A text as the stretches that a line may end behind. */
export function unitsOf(text: string): Unit[] {
  const units: { text: string; width: number; blank: number }[] = []
  let before = ''
  for (const character of charactersOf(text)) {
    const last = units.at(-1)
    const width = characterWidth(character)
    if (BLANK.test(character)) {
      if (last) {
        last.text += character
        last.blank += width
      } else units.push({ text: character, width: 0, blank: width })
    } else if (last && last.blank === 0 && holdTogether(before, character)) {
      last.text += character
      last.width += width
    } else units.push({ text: character, width, blank: 0 })
    before = character
  }
  return units
}

function holdTogether(before: string, character: string): boolean {
  return NO_START.test(character) || NO_END.test(before) || (WORD.test(character) && WORD.test(before))
}

/** How far a paragraph has come: lines begun, and how much of the last is taken. */
export interface LineFill {
  readonly lines: number
  readonly used: number
}

export const EMPTY_FILL: LineFill = { lines: 0, used: 0 }

/** Sets more units behind what stands already. @param width of a line, in em */
export function fillLines(fill: LineFill, units: readonly Unit[], width: number): LineFill {
  let { lines, used } = fill
  for (const unit of units) {
    if (lines === 0) lines = 1
    if (used > 0 && used + unit.width > width) {
      lines += 1
      used = 0
    }
    if (unit.width > width) {
      // Broken anywhere: nothing fits the end of a line exactly.
      const perLine = Math.max(1, width - 1.45)
      lines += Math.ceil(unit.width / perLine) - 1
      used = width
    } else used += unit.width
    used += unit.blank
  }
  return { lines, used }
}

/** Lines that a text takes. @param width of a line, in em */
export const countLines = (text: string, width: number): number =>
  text === '' ? 0 : Math.max(1, fillLines(EMPTY_FILL, unitsOf(text), width).lines)
