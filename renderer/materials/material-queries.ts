import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { LinkProps } from '@tanstack/react-router'
import type { MaterialType } from '../../library/meetings/materials/material.schema.ts'
import type {
  MaterialChanges,
  MaterialFilter,
  MaterialPage,
  MaterialView,
} from '../../library/meetings/materials/material-view.ts'
import { request } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'

/** What is asked of the list; what is not said does not narrow. */
export type MaterialsAsked = Omit<MaterialFilter, 'limit' | 'offset'> & {
  readonly limit?: number
  readonly offset?: number
}

export function materialsQuery(asked: MaterialsAsked) {
  return queryOptions({
    queryKey: [...queryKeys.materials, 'list', asked],
    queryFn: ({ signal }) =>
      request<MaterialPage>('GET', '/api/materials', { query: { limit: 50, offset: 0, ...asked }, signal }),
    placeholderData: keepPreviousData,
  })
}

export function materialKey(id: string) {
  return [...queryKeys.materials, 'one', id] as const
}

/** A material, whole. What is on the desk is newer than what the service has, so nothing asks by itself. */
export function materialQuery(id: string) {
  return queryOptions({
    queryKey: materialKey(id),
    queryFn: ({ signal }) => request<MaterialView>('GET', materialAddress(id), { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
}

/** What it cites that is another now, and the validity of everything it cites. */
export function materialChangesQuery(id: string, recordSha256: string) {
  return queryOptions({
    queryKey: [...queryKeys.materials, 'changes', id, recordSha256],
    queryFn: ({ signal }) => request<MaterialChanges>('GET', `${materialAddress(id)}/changes`, { signal }),
    placeholderData: keepPreviousData,
  })
}

export function createMaterial(body: object): Promise<MaterialView> {
  return request<MaterialView>('POST', '/api/materials', { body })
}

/** An own copy of a material, or of an item of the library, to be changed. */
export function copyMaterial(id: string): Promise<MaterialView> {
  return createMaterial({ from: id })
}

/** `/api/materials/ID` */
export function materialAddress(id: string): string {
  return `/api/materials/${encodeURIComponent(id)}`
}

const desks = { meeting: '/meetings', drill: '/drills', guide: '/guides', path: '/learning' } as const

/** Where the materials of a type are listed. */
export const deskOf = (type: MaterialType): (typeof desks)[MaterialType] => desks[type]

/** Where one is opened. */
export function materialPlace(type: MaterialType, id: string): NonNullable<LinkProps['to']> {
  return `${desks[type]}/${encodeURIComponent(id)}` as NonNullable<LinkProps['to']>
}
