import { type QueryClient, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { PublishedChannel } from '../../library/updates/publishing/publishing-view.ts'
import { type Method, request } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'

export const publishedQuery = queryOptions({
  queryKey: [...queryKeys.publishing, 'channels'],
  queryFn: ({ signal }) => request<PublishedChannel[]>('GET', '/api/publishing', { signal }),
})

/** The channels that are published from this machine. */
export function usePublishedChannels(enabled = true) {
  return useQuery({ ...publishedQuery, enabled })
}

/** Where a channel's routes begin. */
export function channelRoute(id: string): string {
  return `/api/publishing/${encodeURIComponent(id)}`
}

/** Puts a channel as the service told it into the list; previews are asked for anew. */
export function keepChannel(client: QueryClient, channel: PublishedChannel): void {
  client.setQueryData(publishedQuery.queryKey, (channels = []) =>
    channels.some(({ id }) => id === channel.id)
      ? channels.map((known) => (known.id === channel.id ? channel : known))
      : [...channels, channel],
  )
  void client.invalidateQueries({ queryKey: [...queryKeys.publishing, 'preview'] })
}

/** Reads the list anew, for example after a release. */
export function refreshChannels(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: queryKeys.publishing })
}

export function useOpenChannel() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (directory: string) =>
      request<PublishedChannel>('POST', '/api/publishing/open', { body: { directory } }),
    onSuccess: (channel) => keepChannel(client, channel),
  })
}

/** Takes a channel off the list; its files stay. */
export function useForgetChannel() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => request('DELETE', channelRoute(id)),
    onSuccess: () => refreshChannels(client),
  })
}

/** One change to a channel whose answer is the changed channel; `path` follows the channel's route. */
export interface ChannelChange {
  readonly method: Method
  readonly path: string
  readonly body?: unknown
}

export function useChangeChannel(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ method, path, body }: ChannelChange) =>
      request<PublishedChannel>(method, `${channelRoute(id)}/${path}`, { body }),
    onSuccess: (channel) => keepChannel(client, channel),
  })
}
