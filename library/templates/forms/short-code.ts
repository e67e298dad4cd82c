import { randomInt } from 'node:crypto'

/** Digits and capitals without what is read as another: no I, L, O, U, and no V beside them. 31, a prime. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTWXYZ'
const LENGTH = 8
/** What a person may read or type instead. */
const READ_AS: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' }

/**
 * The short code on a basis sheet, e.g. `K7QM-P2XA-4`: eight random characters (40 bits) and one that
 * checks them, so that a slip of one character or two exchanged never finds another record.
 * @param random an integer from 0 up to, not including, its argument
 */
export function shortCode(random: (below: number) => number = randomInt): string {
  const values = Array.from({ length: LENGTH }, () => random(ALPHABET.length))
  return printed([...values, checkValue(values)])
}

/**
 * The code as printed, from however it was typed: lower case, full width, with spaces or without dashes, O for 0.
 * @returns undefined for what no record can have
 */
export function readShortCode(typed: string): string | undefined {
  const letters = [...typed.normalize('NFKC').toUpperCase()].filter((letter) => !/[\s\p{Pd}·.]/u.test(letter))
  const values = letters.map((letter) => ALPHABET.indexOf(READ_AS[letter] ?? letter))
  if (values.length !== LENGTH + 1 || values.includes(-1)) return undefined
  return checkValue(values.slice(0, LENGTH)) === values[LENGTH] ? printed(values) : undefined
}

/** Weighted modulo a prime: any single slip and any exchange of two changes it. */
const checkValue = (values: readonly number[]): number =>
  values.reduce((sum, value, index) => sum + value * (index + 2), 0) % ALPHABET.length

function printed(values: readonly number[]): string {
  const letters = values.map((value) => ALPHABET[value]).join('')
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`
}
