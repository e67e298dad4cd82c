import type { ItemKind } from '../../library/items/item-kind.ts'
import type { Validity } from '../../library/items/validity.ts'
import { itemKinds, validities } from '../search/search-filters.ts'

export const librarySorts = ['recorded', 'issued', 'title'] as const
export type LibrarySort = (typeof librarySorts)[number]

export interface LibraryFilters {
  readonly kind: ItemKind | ''
  readonly topic: string
  readonly validity: Validity | ''
  readonly q: string
  readonly sort: LibrarySort
  /** From 1. */
  readonly page: number
}

/** What the address may say of the library desk. */
export interface LibraryAddress {
  readonly kind?: string | undefined
  readonly topic?: string | undefined
  readonly validity?: string | undefined
  readonly q?: string | undefined
  readonly sort?: string | undefined
  readonly page?: string | undefined
}

export function libraryFiltersFromAddress(address: LibraryAddress): LibraryFilters {
  return {
    kind: itemKinds.find((kind) => kind === address.kind) ?? '',
    topic: address.topic ?? '',
    validity: validities.find((validity) => validity === address.validity) ?? '',
    q: address.q ?? '',
    sort: librarySorts.find((sort) => sort === address.sort) ?? 'recorded',
    page: Math.max(1, Math.floor(Number(address.page)) || 1),
  }
}

export function addressFromLibraryFilters(filters: LibraryFilters): LibraryAddress {
  return {
    kind: filters.kind || undefined,
    topic: filters.topic || undefined,
    validity: filters.validity || undefined,
    q: filters.q.trim() || undefined,
    sort: filters.sort === 'recorded' ? undefined : filters.sort,
    page: filters.page > 1 ? String(filters.page) : undefined,
  }
}
