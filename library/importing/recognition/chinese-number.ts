const rows = ['〇零○ＯO０0', '一１1', '二两２2', '三３3', '四４4', '五５5', '六６6', '七７7', '八８8', '九９9']
const digits = new Map(rows.flatMap((row, value) => [...row].map((character) => [character, value] as const)))
const units = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
])

/** The characters that can write a number in an official document, for use inside a character class. */
export const numeralClass = '〇零○一二两三四五六七八九十百千0-9０-９'

/**
 * Reads a whole number below 10,000 as documents write it: 一百二十三, 二〇二四, １２, 十.
 * @returns undefined when the text is not a number
 */
export function parseChineseNumber(text: string): number | undefined {
  if (text === '') return undefined
  let total = 0
  let pending: number | undefined
  for (const character of text) {
    const unit = units.get(character)
    if (unit !== undefined) {
      // 〇 before a unit only keeps the place: 一千零一十.
      total += (pending || 1) * unit
      pending = undefined
      continue
    }
    const digit = digits.get(character)
    if (digit === undefined) return undefined
    pending = (pending ?? 0) * 10 + digit
  }
  return total + (pending ?? 0)
}
