import type { MaterialType } from '../../../library/meetings/materials/material.schema.ts'
import type { MaterialsAsked } from '../material-queries.ts'
import { LEVELS } from '../material-types.ts'

/** What narrows a list of materials, as it stands in the address of its desk. */
export interface MaterialsAddress {
  readonly q?: string | undefined
  readonly kind?: string | undefined
  readonly post?: string | undefined
  readonly level?: string | undefined
  readonly own?: string | undefined
  readonly changed?: string | undefined
  readonly discarded?: string | undefined
  readonly page?: string | undefined
}

/** The names of a {@link MaterialsAddress}, for the router. */
export const MATERIALS_ADDRESS = ['q', 'kind', 'post', 'level', 'own', 'changed', 'discarded', 'page'] as const

export const MATERIALS_PAGE = 50

export const MEETING_KINDS = ['regular', 'study', 'training', 'party-day', 'on-site'] as const

/** The question to the service for an address; what nobody knows in it is left out. */
export function askedBy(type: MaterialType, address: MaterialsAddress): MaterialsAsked & { readonly limit: number } {
  return {
    type,
    q: address.q?.trim() || undefined,
    kind: MEETING_KINDS.find((one) => one === address.kind),
    post: address.post,
    level: LEVELS.find((one) => one === address.level),
    own: address.own ? true : undefined,
    changed: address.changed ? true : undefined,
    discarded: address.discarded ? true : undefined,
    limit: MATERIALS_PAGE,
    offset: pageOf(address) * MATERIALS_PAGE,
  }
}

/** From 0. */
export function pageOf(address: MaterialsAddress): number {
  const page = Number(address.page ?? '1')
  return Number.isInteger(page) && page >= 1 && page <= 100_000 ? page - 1 : 0
}

export function isNarrowed({ q, kind, post, level, own, changed, discarded }: MaterialsAddress): boolean {
  return [q?.trim(), kind, post, level, own, changed, discarded].some(Boolean)
}
