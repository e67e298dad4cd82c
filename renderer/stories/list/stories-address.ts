import type { StoriesAsked } from '../story-queries.ts'

/** What narrows the list, as it stands in the address of `/stories`. */
export interface StoriesAddress {
  readonly q?: string | undefined
  readonly state?: string | undefined
  readonly theme?: string | undefined
  readonly post?: string | undefined
  readonly place?: string | undefined
  readonly group?: string | undefined
  readonly own?: string | undefined
  readonly sort?: string | undefined
  readonly page?: string | undefined
}

export const STORIES_PAGE = 50

export const shownStates = [
  'in-work',
  'draft',
  'submitted',
  'verified',
  'approved',
  'published',
  'retired',
  'discarded',
] as const
const sorts = ['updated', 'published', 'title'] as const

/** The question to the service for an address; what nobody knows in it is left out. */
export function askedBy(address: StoriesAddress): StoriesAsked & { readonly limit: number; readonly offset: number } {
  const { q, theme, post, place, group } = address
  return {
    q: q?.trim() || undefined,
    theme,
    post,
    place,
    group,
    state: shownStates.find((one) => one === address.state),
    own: address.own ? true : undefined,
    sort: sorts.find((one) => one === address.sort),
    limit: STORIES_PAGE,
    offset: pageOf(address) * STORIES_PAGE,
  }
}

/** From 0. */
export function pageOf(address: StoriesAddress): number {
  const page = Number(address.page ?? '1')
  return Number.isInteger(page) && page >= 1 && page <= 100_000 ? page - 1 : 0
}

export function isNarrowed({ q, state, theme, post, place, group, own }: StoriesAddress): boolean {
  return [q?.trim(), state, theme, post, place, group, own].some(Boolean)
}
