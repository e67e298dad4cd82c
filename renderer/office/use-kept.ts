import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'

/**
 * State that outlives its page for as long as the window is open, so that looking something up elsewhere loses nothing.
 * @param name told apart from all others
 */
export function useKept<T>(name: string, initial: T): readonly [T, (change: (before: T) => T) => void] {
  const client = useQueryClient()
  const queryKey = ['kept', name]
  // Disabled: nothing that is asked for anew replaces it.
  const kept = useQuery<T>({
    queryKey,
    queryFn: () => initial,
    enabled: false,
    initialData: initial,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the name never changes for one use
  const change = useCallback(
    (step: (before: T) => T) => {
      client.setQueryData<T>(queryKey, (before) => step(before ?? initial))
    },
    [client],
  )
  return [kept.data ?? initial, change]
}
