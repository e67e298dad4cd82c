import type { MaterialPage, MaterialSummary } from '../meetings/materials/material-view.ts'
import { namedOne } from './named-one.ts'
import type { ServiceClient } from './service-client.ts'

/**
 * The meeting, drill, guide or path of an id, a title, or a beginning of either that no other has.
 * @param own only one that was made here, so that it can be changed
 * @param discarded looks among those that were deleted
 */
export async function findMaterial(
  client: ServiceClient,
  named: string,
  options: { readonly own?: boolean; readonly discarded?: boolean } = {},
): Promise<MaterialSummary> {
  const given = named.replace(/^《(.+)》$/, '$1').trim()
  const query = new URLSearchParams({ q: given.slice(0, 200), limit: '500' })
  if (options.own) query.set('own', 'true')
  if (options.discarded) query.set('discarded', 'true')
  const { materials } = await client.call<MaterialPage>('GET', `/api/materials?${query}`)
  return namedOne(materials, given, { kind: '会议资料', list: 'xinhuo meeting list' })
}

/** Where the service has it. */
export const materialAt = ({ id }: Pick<MaterialSummary, 'id'>): string => `/api/materials/${encodeURIComponent(id)}`
