import type { Validity } from '../items/validity.ts'

const NAMES: Readonly<Record<Validity, string>> = {
  'in-force': '现行',
  'not-yet': '尚未生效',
  amended: '已修改',
  repealed: '已废止',
  expired: '失效',
}

/** 时效 as officials say it. */
export const validityName = (validity: Validity): string => NAMES[validity]
