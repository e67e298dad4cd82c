/**
 * The number meant by what was typed: 1,234.5, １２．５, 3万, 200元, 12亩.
 * @param unit what stands behind the field and may be typed along
 * @returns undefined when it is no number
 */
export function readNumber(typed: string, unit = ''): number | undefined {
  let text = typed.normalize('NFKC').replace(/[\s,，¥￥]/g, '')
  for (const end of [unit, '元']) if (end !== '' && text.endsWith(end)) text = text.slice(0, -end.length)
  const found = /^([-+]?(?:\d+\.?\d*|\.\d+))(万)?$/.exec(text)
  if (!found) return undefined
  const value = Number(found[1]) * (found[2] ? 10_000 : 1)
  return Number.isFinite(value) ? Number(value.toPrecision(15)) : undefined
}

/** How a number stands in its field: without groups, so that it can be typed on. */
export function numberText(value: number): string {
  return Number.isInteger(value) ? value.toFixed(0) : String(value)
}
