import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ChannelChoice, PublishedChannel } from '../../../library/updates/publishing/publishing-view.ts'
import { request } from '../../service/client.ts'
import { channelRoute, keepChannel, publishedQuery } from '../use-published-channels.ts'
import { type ChoiceStep, changeChoice } from './change-choice.ts'

/** Changes what a channel holds. Each step shows at once and is saved in turn; a step that could not be saved is taken back. */
export function useChoice(channel: PublishedChannel) {
  const client = useQueryClient()
  const mutationKey = ['publishing-choice', channel.id]
  const save = useMutation({
    mutationKey,
    scope: { id: `publishing-choice ${channel.id}` },
    mutationFn: (choice: ChannelChoice) =>
      request<PublishedChannel>('PUT', `${channelRoute(channel.id)}/choice`, { body: choice }),
    onSuccess: (saved) => {
      // An earlier step's answer must not undo on the page a later one that is still on its way.
      if (client.isMutating({ mutationKey }) === 1) keepChannel(client, saved)
    },
    onError: () => client.invalidateQueries({ queryKey: publishedQuery.queryKey }),
  })
  const step = (one: ChoiceStep) => {
    const shown = client.getQueryData(publishedQuery.queryKey)?.find(({ id }) => id === channel.id) ?? channel
    const choice = changeChoice(shown.choice, one)
    client.setQueryData(publishedQuery.queryKey, (channels) =>
      channels?.map((known) => (known.id === channel.id ? { ...known, choice } : known)),
    )
    save.mutate(choice)
  }
  return { step, save }
}
