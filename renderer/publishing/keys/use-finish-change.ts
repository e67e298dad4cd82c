import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { PublishedChannel } from '../../../library/updates/publishing/publishing-view.ts'
import { request } from '../../service/client.ts'
import type { Secrets } from '../secrets.ts'
import { channelRoute, keepChannel } from '../use-published-channels.ts'

/** Carries a broken change of keys through; the passphrases are forgotten as they are sent. */
export function useFinishChange(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ secrets, keysDirectory }: { secrets: Secrets; keysDirectory: string | undefined }) =>
      request<PublishedChannel>('POST', `${channelRoute(id)}/keys/finish`, {
        body: { passphrases: secrets.take(), keysDirectory },
      }),
    onSuccess: (channel) => keepChannel(client, channel),
  })
}
