const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** What a resident id says, or what is wrong with it while it is typed (GB 11643-1999). */
export type ResidentIdReading =
  | { readonly kind: 'good'; readonly sex: '男' | '女'; readonly birthDate: string }
  /** Too short yet to say. */
  | { readonly kind: 'typing'; readonly missing: number }
  | { readonly kind: 'wrong'; readonly why: 'length' | 'characters' | 'date' | 'check-digit' }

/** Reads an id as typed: spaces are passed over, x counts as X. */
export function readResidentId(typed: string): ResidentIdReading {
  const id = plainId(typed)
  if (!/^\d*X?$/.test(id) || (id.endsWith('X') && id.length !== 18)) return { kind: 'wrong', why: 'characters' }
  if (id.length > 18) return { kind: 'wrong', why: 'length' }
  const birthDate = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`
  if (id.length >= 14 && !isDay(birthDate)) return { kind: 'wrong', why: 'date' }
  if (id.length < 18) return { kind: 'typing', missing: 18 - id.length }
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(id[at]), 0)
  if ('10X98765432'[sum % 11] !== id[17]) return { kind: 'wrong', why: 'check-digit' }
  return { kind: 'good', sex: Number(id[16]) % 2 === 1 ? '男' : '女', birthDate }
}

/** As it is kept: without spaces, X as a capital. */
export function plainId(typed: string): string {
  return typed.normalize('NFKC').replace(/\s/g, '').toUpperCase()
}

function isDay(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date) && date >= '1850'
}
