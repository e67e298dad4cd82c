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
  /** Where else key files are looked for, such as the holders' sticks. */
  readonly places: readonly string[]
  /** Where the new key's file goes; empty for where the old one was. */
  readonly newPlace: string
}

/** Puts a new key in the place of one; the passphrases are forgotten as they are sent. */
export function useChangeKey(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ work: { changed, how }, secrets, fresh, holder, places, newPlace }: KeyChange) => {
      const keysDirectory = places.map((place) => place.trim()).filter((place) => place !== '')
      return request<PublishedChannel>('POST', `${channelRoute(id)}/keys/${how}`, {
        body: {
          name: changed.name,
          passphrases: secrets.take(),
          newPassphrase: fresh.take().new,
          ...(how === 'rotate' && holder !== changed.holder && { holder }),
          ...(keysDirectory.length > 0 && { keysDirectory }),
          ...(newPlace.trim() !== '' && { newKeysDirectory: newPlace.trim() }),
        },
      })
    },
    onSuccess: (channel) => keepChannel(client, channel),
  })
}
