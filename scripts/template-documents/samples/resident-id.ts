import { residentIdCheck } from '../../../library/templates/schema/resident-id-check.ts'

/**
 * A resident id for samples: its check digit is right, but no place has the area code 990000, so it is nobody's.
 * @param birthDate YYYYMMDD
 * @param order three digits, odd for men
 */
export function inventedResidentId(birthDate: string, order: string): string {
  const digits = `990000${birthDate}${order}`
  return `${digits}${residentIdCheck(digits)}`
}
