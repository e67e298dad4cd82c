import type { Validity } from '../../items/validity.ts'
import type { EditionPolicy } from '../feed-edition.ts'

export const VALIDITY_NAMES: Readonly<Record<Validity, string>> = {
  'in-force': '现行有效',
  'not-yet': '尚未生效',
  amended: '已修改',
  repealed: '已废止',
  expired: '已失效',
}

/** 《土地管理法》第六十二条 */
export const policyName = ({ title, provision = '' }: Pick<EditionPolicy, 'title' | 'provision'>): string =>
  `${title.startsWith('《') ? title : `《${title}》`}${provision}`
