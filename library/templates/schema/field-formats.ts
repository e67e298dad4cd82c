import type { FieldFormat } from '../template-schema.ts'
import { residentIdCheck } from './resident-id-check.ts'

/** What a format asks for, and how to say that a value is not so. */
export interface FormatRule {
  /** The sentence's end after “身份证号”, or undefined when the value is right. */
  readonly fault: (value: string) => string | undefined
}

const CREDIT_CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** Each format by its standard. */
export const FIELD_FORMATS: Readonly<Record<FieldFormat, FormatRule>> = {
  'resident-id': { fault: residentIdFault },
  'mobile-phone': {
    fault: (value) => (/^1[3-9]\d{9}$/.test(value) ? undefined : '应是 1 开头的 11 位手机号'),
  },
  phone: {
    fault: (value) =>
      /^(?:(?:\+?86[- ]?)?1[3-9]\d{9}|(?:0\d{2,3}[- ]?)?[1-9]\d{6,7}(?:[-转]\d{1,6})?|[48]00[- ]?\d{3}[- ]?\d{4}|1\d{2}|1[02]\d{3}|9[56]\d{3,4})$/.test(
        value,
      )
        ? undefined
        : '应是手机号，或带区号的固定电话',
  },
  'social-credit-code': { fault: creditCodeFault },
  'bank-card': {
    fault: (value) =>
      /^\d{12,19}$/.test(value)
        ? passesLuhn(value)
          ? undefined
          : '的校验位不对，可能有一位写错了'
        : '应是 12 到 19 位数字',
  },
  postcode: { fault: (value) => (/^\d{6}$/.test(value) ? undefined : '应是 6 位数字') },
  date: {
    fault: (value) => (/^\d{4}-\d{2}-\d{2}$/.test(value) && isDay(value) ? undefined : '应是真实的日期，如 2026-11-21'),
  },
  'year-month': {
    fault: (value) => (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(value) ? undefined : '应是年和月，如 2026-11'),
  },
  time: { fault: (value) => (/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value) ? undefined : '应是时刻，如 14:05') },
}

/** GB 11643-1999: address, birth date, sequence and check character (ISO/IEC 7064 MOD 11-2). */
function residentIdFault(value: string): string | undefined {
  if (!/^\d{17}[\dX]$/.test(value)) return '应是 18 位，前 17 位是数字，最后一位是数字或大写 X'
  const birth = `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`
  if (!isDay(birth) || birth < '1850-01-01') return `里的出生日期 ${value.slice(6, 14)} 不是真实的日期`
  return residentIdCheck(value) === value[17] ? undefined : '的校验位不对，可能有一位写错了'
}

/** GB 32100-2015: 18 characters without I, O, S, V, Z, the last one the check character. */
function creditCodeFault(value: string): string | undefined {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(value)) return '应是 18 位数字和大写字母（没有 I、O、S、V、Z）'
  const sum = CREDIT_WEIGHTS.reduce(
    (total, weight, index) => total + weight * CREDIT_CHARACTERS.indexOf(value.charAt(index)),
    0,
  )
  const check = CREDIT_CHARACTERS[(31 - (sum % 31)) % 31]
  return check === value[17] ? undefined : '的校验位不对，可能有一位写错了'
}

/** ISO/IEC 7812-1 annex B. */
function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, character, index) => {
    const value = Number(character) * (index % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

/** Whether `YYYY-MM-DD` is in the calendar. */
function isDay(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
