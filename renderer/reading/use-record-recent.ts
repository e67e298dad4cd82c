import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { request } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'
import type { PassagePlace } from './passage-link.ts'

/** Long enough that leafing past is not reading. Milliseconds. */
const SETTLED = 1500

/** Remembers where one was, so that recent items open at the same place. */
export function useRecordRecent({ itemId, anchor }: PassagePlace): void {
  const queries = useQueryClient()
  useEffect(() => {
    const timer = setTimeout(() => {
      request<unknown>('PUT', '/api/recent', { body: { itemId, anchor } }).then(
        () => {
          void queries.invalidateQueries({ queryKey: queryKeys.recent })
          void queries.invalidateQueries({ queryKey: queryKeys.home })
        },
        (error: unknown) => console.warn('The place of reading was not recorded', error),
      )
    }, SETTLED)
    return () => clearTimeout(timer)
  }, [queries, itemId, anchor])
}
