/** `#RRGGBB` as red, green and blue, 0–255. */
function channels(colour: string): [number, number, number] {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
  return [red ?? 0, green ?? 0, blue ?? 0]
}

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0)
}

/** Contrast of two colours, 1–21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** Goes from one colour towards another, `share` of 0–1. */
export function mixed(from: string, to: string, share: number): string {
  const target = channels(to)
  const parts = channels(from).map((value, index) => Math.round(value + ((target[index] ?? 0) - value) * share))
  return `#${parts.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

/** The colour itself where it is read on all of these, or else as little darker or lighter as it takes. */
export function readableOn(colour: string, grounds: readonly string[], least: number): string {
  const reads = (one: string) => grounds.every((ground) => contrast(one, ground) >= least)
  if (reads(colour)) return colour
  const ways = ['#000000', '#ffffff'].flatMap((end) => {
    for (let share = 0.05; share < 1.001; share += 0.05) {
      const tried = mixed(colour, end, Math.min(1, share))
      if (reads(tried)) return [{ tried, share }]
    }
    return []
  })
  const nearest = ways.sort((a, b) => a.share - b.share)[0]
  if (nearest) return nearest.tried
  const worst = (one: string) => Math.min(...grounds.map((ground) => contrast(one, ground)))
  return worst('#000000') >= worst('#ffffff') ? '#000000' : '#ffffff'
}
