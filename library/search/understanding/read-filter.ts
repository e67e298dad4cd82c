import { ItemKind } from '../../items/item-kind.ts'
import { Validity } from '../../items/validity.ts'
import type { ExceptFilters, SearchFilters } from '../search-query.ts'
import { readDay } from './read-day.ts'

/** What `name:value` was understood as; `message` says, for people, why it cannot be used as meant. */
export type FilterReading =
  | { readonly limits: SearchFilters }
  | { readonly except: ExceptFilters }
  | { readonly message: string }

type FilterName = 'kind' | 'validity' | 'topic' | 'issuer' | 'number' | 'channel' | 'after' | 'before' | 'date'

const NAMES: Readonly<Record<FilterName, string>> = {
  kind: '类别 种类 类型',
  validity: '时效 效力',
  topic: '主题 主题词',
  issuer: '发文机关 发布机关 制定机关 机关 发文单位',
  number: '文号 发文字号 字号',
  channel: '频道',
  after: '之后 以后 自',
  before: '之前 以前 至',
  date: '日期 时间',
}
const BY_NAME = new Map(
  Object.entries(NAMES).flatMap(([name, chinese]) =>
    [name, ...chinese.split(' ')].map((one) => [one, name as FilterName] as const),
  ),
)
const KINDS: Readonly<Record<ItemKind, string>> = {
  policy: '政策 法规 政策法规 法律法规',
  template: '文书 模板 文书模板 范本',
  story: '故事 案例',
  guide: '指南 办事指南',
}
const VALIDITIES: Readonly<Record<Validity, string>> = {
  'in-force': '现行 有效 现行有效',
  'not-yet': '尚未生效 未生效',
  amended: '已修改 已修订 修改',
  repealed: '已废止 废止',
  expired: '失效 已失效',
}
const FIRST_NAMES = (names: Readonly<Record<string, string>>) =>
  Object.values(names)
    .map((words) => words.split(' ')[0])
    .join('、')
const AS_WORDS = '，已按一般字词查找。'

/** Whether `name` before a colon names a filter, in English or Chinese. Folded. */
export const isFilterName = (name: string): boolean => name === 'in-force' || BY_NAME.has(name)

/** What a colon after an unknown name might have been meant for. */
export const unknownFilter = (name: string): string =>
  `没有“${name}:”这个筛选，可用的有 ${Object.keys(NAMES)
    .map((one) => `${one}:`)
    .join(' ')}${AS_WORDS}`

/**
 * Reads a filter. Several values are separated by commas (kind:政策,文书), any of them is enough.
 * @param name folded, one that {@link isFilterName}
 * @param value folded, as typed after the colon
 * @param negated typed with `-` before it
 */
export function readFilter(name: string, value: string, negated: boolean): FilterReading {
  const known = BY_NAME.get(name)
  if (known === undefined) return readInForce(value, negated)
  const values = value
    .split(/[,，、;]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
  if (values.length === 0) return { message: `“${name}:”后面没有写内容${AS_WORDS}` }
  switch (known) {
    case 'kind':
      return choose(values, KINDS, ItemKind.options, '类别', (kinds) =>
        negated ? { except: { kinds } } : { limits: { kinds } },
      )
    case 'validity':
      return choose(values, VALIDITIES, Validity.options, '时效', (validities) =>
        negated ? { except: { validities } } : { limits: { validities } },
      )
    case 'topic':
      return negated ? { except: { topics: values } } : { limits: { topics: values } }
    case 'channel':
      return negated ? { except: { channels: values } } : { limits: { channels: values } }
    case 'issuer': {
      // 国务院、中央军委 is the printed name of two bodies, so only a comma separates.
      const issuers = value.split(/[,;]/).map((one) => one.trim())
      const issuer = issuers.filter((one) => one !== '').join(',')
      return negated ? { except: { issuer } } : { limits: { issuer } }
    }
    case 'number':
      return negated ? { message: '文号不能用减号排除，已略去这一项。' } : { limits: { documentNumber: value.trim() } }
    default:
      return readDates(known, value.trim(), negated)
  }
}

/** `in-force`, `-in-force`, `in-force:yes`. */
function readInForce(value: string, negated: boolean): FilterReading {
  if (!/^(?:|true|yes|1|是)$/.test(value)) return { message: `“in-force”后面不用写内容${AS_WORDS}` }
  return negated ? { except: { validities: ['in-force'] } } : { limits: { validities: ['in-force'] } }
}

function choose<T extends string>(
  values: readonly string[],
  names: Readonly<Record<T, string>>,
  options: readonly T[],
  what: string,
  use: (chosen: readonly T[]) => FilterReading,
): FilterReading {
  const chosen = new Set<T>()
  for (const value of values) {
    const option = options.find((one) => one === value || names[one].split(' ').includes(value))
    if (option === undefined) return { message: `没有“${value}”这种${what}，有${FIRST_NAMES(names)}${AS_WORDS}` }
    chosen.add(option)
  }
  return use([...chosen])
}

function readDates(name: 'after' | 'before' | 'date', value: string, negated: boolean): FilterReading {
  if (negated) return { message: '日期不能用减号排除，请用 after: 或 before:，已略去这一项。' }
  const [from = '', to] = name === 'date' ? value.split(/\.\.|~|至|到|—+/) : [value]
  const after = name === 'before' ? undefined : readDay(from, 'first')
  const before = name === 'after' ? undefined : readDay(to ?? from, 'last')
  if ((name !== 'before' && after === undefined) || (name !== 'after' && before === undefined))
    return { message: `“${value}”不是能用的日期，可写 2023、2023-05 或 2023-05-01${AS_WORDS}` }
  return { limits: { ...(after !== undefined && { after }), ...(before !== undefined && { before }) } }
}
