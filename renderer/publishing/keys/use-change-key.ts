import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { PublishedChannel } from '../../../library/updates/publishing/publishing-view.ts'
import { request } from '../../service/client.ts'
import type { Secrets } from '../secrets.ts'
import { channelRoute, keepChannel } from '../use-published-channels.ts'
import type { KeyWork } from './change-key-dialog.tsx'

interface KeyChange {
  readonly work: KeyWork
  readonly secrets: Secrets
  /** The new key's passphrase, under `new`. */
  readonly fresh: Secrets
  readonly holder: string
}

/** Puts a new key in the place of one; the passphrases are forgotten as they are sent. */
export function useChangeKey(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ work: { changed, how }, secrets, fresh, holder }: KeyChange) =>
      request<PublishedChannel>('POST', `${channelRoute(id)}/keys/${how}`, {
        body: {
          name: changed.name,
          passphrases: secrets.take(),
          newPassphrase: fresh.take().new,
          ...(how === 'rotate' && holder !== changed.holder && { holder }),
        },
      }),
    onSuccess: (channel) => keepChannel(client, channel),
  })
}
