import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { PublishedChannel } from '../../../library/updates/publishing/publishing-view.ts'
import { request } from '../../service/client.ts'
import type { Secrets } from '../secrets.ts'
import { keepChannel } from '../use-published-channels.ts'
import { type CeremonyPlan, THRESHOLD } from './ceremony-steps.ts'

/**
 * Opens the channel. The passphrases are gone from this window once it is open; a folder that would not do
 * must not make three people type theirs again.
 */
export function useCeremony() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ plan, secrets }: { readonly plan: CeremonyPlan; readonly secrets: Secrets }) =>
      request<PublishedChannel>('POST', '/api/publishing', {
        body: {
          directory: plan.directory.trim(),
          id: plan.id,
          title: plan.title.trim(),
          publisher: plan.publisher.trim(),
          holders: plan.holders.map((name) => name.trim()),
          threshold: THRESHOLD,
          passphrases: secrets.read(),
          ...(plan.keysDirectory.trim() !== '' && { keysDirectory: plan.keysDirectory.trim() }),
        },
      }),
    onSuccess: (channel, { secrets }) => {
      secrets.forget()
      keepChannel(client, channel)
    },
  })
}
