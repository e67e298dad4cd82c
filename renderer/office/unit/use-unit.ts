import { queryOptions, useQuery } from '@tanstack/react-query'
import type { UnitProfile } from '../../../library/templates/known/known-view.ts'
import { request } from '../../service/client.ts'
import { queryKeys } from '../../service/keys.ts'

export const unitQuery = queryOptions({
  queryKey: queryKeys.unit,
  queryFn: ({ signal }) => request<UnitProfile>('GET', '/api/unit', { signal }),
})

/** What the office filled in once. */
export const useUnit = () => useQuery(unitQuery)
