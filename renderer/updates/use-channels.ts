import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type {
  ChannelView,
  FoundStick,
  NewSince,
  TextConflict,
  TrustOffer,
  UpdateOffer,
} from '../../library/updates/update-view.ts'
import { request } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'

export const channelsQuery = queryOptions({
  queryKey: queryKeys.channels,
  queryFn: ({ signal }) => request<ChannelView[]>('GET', '/api/channels', { signal }),
})

/** Everything that another version in effect, another order or another choice may change. */
export function useRefreshContent(): () => void {
  const client = useQueryClient()
  return () => void client.invalidateQueries()
}

export const useChannels = () => useQuery(channelsQuery)

export const offersQuery = queryOptions({
  queryKey: queryKeys.offers,
  queryFn: ({ signal }) => request<UpdateOffer[]>('GET', '/api/updates/offers', { signal }),
})

export const useOffers = () => useQuery({ ...offersQuery, staleTime: 0 })

export const useConflicts = () =>
  useQuery({
    queryKey: queryKeys.conflicts,
    queryFn: ({ signal }) => request<TextConflict[]>('GET', '/api/updates/conflicts', { signal }),
  })

export const newSinceQuery = queryOptions({
  queryKey: queryKeys.newSince,
  queryFn: ({ signal }) => request<NewSince[]>('GET', '/api/updates/new', { signal }),
})

/** How often plugged-in drives are looked at while the window is seen. Milliseconds. */
const STICKS_EVERY = 30_000

export const useSticks = () =>
  useQuery({
    queryKey: queryKeys.sticks,
    queryFn: ({ signal }) => request<FoundStick[]>('GET', '/api/updates/sticks', { signal }),
    refetchInterval: STICKS_EVERY,
    refetchOnWindowFocus: true,
    staleTime: 0,
  })

/** Looks at who a source says it is. */
export const inspect = (from: string) => request<TrustOffer>('POST', '/api/channels/inspect', { body: { from } })

/** One change to the channels; lists, search and items are asked for anew. */
export function useChannelChange<Input>(change: (input: Input) => Promise<unknown>) {
  const refresh = useRefreshContent()
  return useMutation({ mutationFn: change, onSuccess: refresh })
}

export const channelPath = (id: string) => `/api/channels/${encodeURIComponent(id)}`
