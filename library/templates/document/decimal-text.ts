/**
 * A number as people write it: 0.3 for 0.1 + 0.2, never 3e-7. Fifteen digits count, as in a spreadsheet.
 * @param places exactly so many decimals, rounded half away from zero; without it as many as there are
 */
export function decimalText(value: number, places?: number): string {
  if (!Number.isFinite(value)) return ''
  const kept = Number(value.toPrecision(15))
  const [sign, digits] = toPlain(Number.isFinite(kept) ? kept : value)
  if (places === undefined) return `${sign}${digits}`
  const rounded = roundPlain(digits, places)
  return `${/[1-9]/.test(rounded) ? sign : ''}${rounded}`
}

/** Sign and digits without an exponent. */
function toPlain(value: number): readonly [string, string] {
  const [mantissa = '0', exponent = '0'] = Math.abs(value).toString().split('e')
  const sign = value < 0 ? '-' : ''
  const shift = Number(exponent)
  if (shift === 0) return [sign, mantissa]
  const [whole = '0', fraction = ''] = mantissa.split('.')
  if (shift > 0) {
    const padded = fraction.padEnd(shift, '0')
    const rest = padded.slice(shift)
    return [sign, `${whole}${padded.slice(0, shift)}${rest && `.${rest}`}`]
  }
  return [sign, `0.${'0'.repeat(-shift - whole.length)}${whole}${fraction}`]
}

/** Rounds digits without a sign, half up, on the digits themselves: no float comes near them. */
export function roundPlain(digits: string, places: number): string {
  const [whole = '0', fraction = ''] = digits.split('.')
  const kept = fraction.slice(0, places).padEnd(places, '0')
  const up = (fraction[places] ?? '0') >= '5' ? 1n : 0n
  const all = (BigInt(`${whole}${kept}`) + up).toString().padStart(places + 1, '0')
  return places === 0 ? all : `${all.slice(0, -places)}.${all.slice(-places)}`
}
