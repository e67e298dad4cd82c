import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ChannelView } from '../../library/updates/update-view.ts'
import { request } from '../service/client.ts'
import { channelPath, channelsQuery } from './use-channels.ts'

/** Subscribes to topics, null for all. What was ticked shows at once, so that the next tick builds on it. */
export function useChannelTopics(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (topics: readonly string[] | null) =>
      request<ChannelView>('PATCH', channelPath(id), { body: { topics } }),
    scope: { id: `topics ${id}` },
    onMutate: (topics) => {
      client.setQueryData(channelsQuery.queryKey, (channels) =>
        channels?.map((channel) => (channel.id === id ? { ...channel, topics: topics ?? undefined } : channel)),
      )
    },
    onSettled: () => client.invalidateQueries(),
  })
}
