import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import { actingPerson, chooseActingPerson, isChoiceUntold, setChoiceUntold } from '../../service/acting-person.ts'
import { request } from '../../service/client.ts'
import { queryKeys } from '../../service/keys.ts'
import { type RememberedPerson, rememberedPersonQuery } from '../story-queries.ts'

/**
 * Lets whoever sat here last sit here again, also where the window's address is another than the last time, and gives
 * how somebody else sits down.
 */
export function useChosenPerson(): (id: string | undefined) => void {
  const client = useQueryClient()
  const remembered = useQuery(rememberedPersonQuery)
  const sit = useCallback(
    (id: string | undefined) => {
      chooseActingPerson(id)
      // The steps allowed and what waits depend on who asks.
      void client.invalidateQueries({ queryKey: queryKeys.stories })
      void client.invalidateQueries({ queryKey: queryKeys.feeds })
    },
    [client],
  )
  const tell = useCallback(
    async (chosen: string | undefined) => {
      const answer = await request<RememberedPerson>('PUT', '/api/story-person', { body: { id: chosen ?? null } })
      if (actingPerson() !== chosen) return
      await client.cancelQueries({ queryKey: queryKeys.storyPerson })
      client.setQueryData(rememberedPersonQuery.queryKey, answer)
      setChoiceUntold(false)
    },
    [client],
  )
  const id = remembered.data?.id
  useEffect(() => {
    if (id === undefined) return
    // What could not be told holds here all the same, and is told when the window is opened next.
    if (isChoiceUntold()) tell(actingPerson()).catch(() => undefined)
    else if ((id ?? undefined) !== actingPerson()) sit(id ?? undefined)
  }, [id, sit, tell])
  return (chosen) => {
    setChoiceUntold(true)
    sit(chosen)
    tell(chosen).catch(() => undefined)
  }
}
