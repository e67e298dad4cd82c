import { residentIdCheck } from '../schema/resident-id-check.ts'

/** What a resident id (GB 11643-1999) says of a person. */
export interface ResidentIdFacts {
  readonly sex: '男' | '女'
  /** `YYYY-MM-DD` */
  readonly birthDate: string
}

/** Without spaces, in capital letters; undefined unless digits, day and check digit are right. */
export function readResidentId(text: string): { readonly id: string; readonly facts: ResidentIdFacts } | undefined {
  const id = text.normalize('NFKC').replace(/\s+/g, '').toUpperCase()
  if (!/^[1-9]\d{16}[\dX]$/.test(id)) return undefined
  if (residentIdCheck(id) !== id[17]) return undefined
  const birthDate = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`
  const day = new Date(`${birthDate}T00:00:00Z`)
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== birthDate) return undefined
  return { id, facts: { sex: Number(id[16]) % 2 === 1 ? '男' : '女', birthDate } }
}

/** Full years on a day. Both `YYYY-MM-DD`. */
export function ageOn(birthDate: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return years - (today.slice(5) < birthDate.slice(5) ? 1 : 0)
}
