import type { ItemKind } from '../../library/items/item-kind.ts'
import type { Validity } from '../../library/items/validity.ts'

export const itemKinds = ['policy', 'template', 'story', 'guide'] as const satisfies readonly ItemKind[]
export const validities = [
  'in-force',
  'not-yet',
  'amended',
  'repealed',
  'expired',
] as const satisfies readonly Validity[]
export const sorts = ['relevance', 'date', 'title'] as const
export type Sort = (typeof sorts)[number]

/** What is asked of the search desk; kept in the address, so that back, reload and links keep it. */
export interface SearchFilters {
  readonly q: string
  readonly kind: readonly ItemKind[]
  readonly validity: readonly Validity[]
  readonly issuer: string
  readonly topic: readonly string[]
  /** Where items came from: `starter`, `own`, or a channel's id. */
  readonly channel: readonly string[]
  /** `YYYY-MM-DD` or empty. */
  readonly after: string
  readonly before: string
  readonly sort: Sort
  /** From 1. */
  readonly page: number
}

/** The address's form of {@link SearchFilters}: defaults left out, lists comma separated. */
export interface SearchAddress {
  readonly q?: string | undefined
  readonly kind?: string | undefined
  readonly validity?: string | undefined
  readonly issuer?: string | undefined
  readonly topic?: string | undefined
  readonly channel?: string | undefined
  readonly after?: string | undefined
  readonly before?: string | undefined
  readonly sort?: string | undefined
  readonly page?: string | undefined
}

/** Nothing narrows the answer. */
export const noFilters = {
  kind: [],
  validity: [],
  issuer: '',
  topic: [],
  channel: [],
  after: '',
  before: '',
} as const satisfies Partial<SearchFilters>

const isoDate = /^\d{4}-\d{2}-\d{2}$/

/** Reads an address someone may have typed: what is not known is left out. */
export function filtersFromAddress(address: SearchAddress): SearchFilters {
  return {
    q: address.q ?? '',
    kind: known(address.kind, itemKinds),
    validity: known(address.validity, validities),
    issuer: address.issuer ?? '',
    topic: names(address.topic),
    channel: names(address.channel),
    after: date(address.after),
    before: date(address.before),
    sort: known(address.sort, sorts)[0] ?? 'relevance',
    page: Math.max(1, Math.floor(Number(address.page)) || 1),
  }
}

const names = (list: string | undefined) => [...new Set((list ?? '').split(',').filter((name) => name !== ''))]

export function addressFromFilters(filters: Partial<SearchFilters>): SearchAddress {
  return {
    q: filters.q?.trim() || undefined,
    kind: filters.kind?.join(',') || undefined,
    validity: filters.validity?.join(',') || undefined,
    issuer: filters.issuer || undefined,
    topic: filters.topic?.join(',') || undefined,
    channel: filters.channel?.join(',') || undefined,
    after: filters.after || undefined,
    before: filters.before || undefined,
    sort: filters.sort === 'relevance' ? undefined : filters.sort,
    page: filters.page !== undefined && filters.page > 1 ? String(filters.page) : undefined,
  }
}

/** How many filters narrow the answer, the words themselves aside. */
export function countFilters(filters: SearchFilters): number {
  return (
    filters.kind.length +
    filters.validity.length +
    filters.topic.length +
    filters.channel.length +
    [filters.issuer, filters.after, filters.before].filter((value) => value !== '').length
  )
}

function known<T extends string>(text: string | undefined, values: readonly T[]): T[] {
  const wanted = new Set((text ?? '').split(','))
  return values.filter((value) => wanted.has(value))
}

function date(text: string | undefined): string {
  return text && isoDate.test(text) ? text : ''
}
