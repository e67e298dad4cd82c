import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { NewSince } from '../../library/updates/update-view.ts'
import { request } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'
import { newSinceQuery } from './use-channels.ts'

/** Takes the mark off an item that is being read. */
export function useMarkSeen(itemId: string): void {
  const client = useQueryClient()
  useEffect(() => {
    let wanted = true
    const marks = client.ensureQueryData(newSinceQuery)
    marks
      .then(async (all: readonly NewSince[]) => {
        if (!wanted || !all.some((one) => one.itemId === itemId)) return
        await request('POST', '/api/updates/new/seen', { body: { itemId } })
        await client.invalidateQueries({ queryKey: queryKeys.newSince })
      })
      .catch((error: unknown) => console.warn('The mark of something new was not taken off', error))
    return () => {
      wanted = false
    }
  }, [client, itemId])
}
