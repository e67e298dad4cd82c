import { useQuery } from '@tanstack/react-query'
import type { ChannelView } from '../../library/updates/update-view.ts'
import { request } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'

/** What a channel's publisher calls it; its id where it is not, or no longer, known here. */
export function useChannelTitles(): (channel: string) => string {
  const { data } = useQuery({
    queryKey: queryKeys.channels,
    queryFn: ({ signal }) => request<ChannelView[]>('GET', '/api/channels', { signal }),
  })
  return (channel) => data?.find(({ id }) => id === channel)?.title ?? channel
}
