import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ChannelView } from '../../library/updates/update-view.ts'
import { request } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'

interface NewOrder {
  readonly ids: readonly string[]
  /** The channel that the person moved; it keeps the focus. */
  readonly moved: string
}

/** Changes which channel counts where several hold the same item, and tells where the moved one stands now. */
export function useChannelOrder() {
  const client = useQueryClient()
  const order = useMutation({
    mutationFn: ({ ids }: NewOrder) => request<ChannelView[]>('PUT', '/api/channels/order', { body: { ids } }),
    onSuccess: (channels, { moved }) => {
      const used = document.activeElement
      client.setQueryData(queryKeys.channels, channels)
      void client.invalidateQueries()
      requestAnimationFrame(() => keepOn(used, moved))
    },
  })
  const told = order.data?.find(({ id }) => id === order.variables?.moved)
  return { order, told }
}

/** The button that was used goes on having the focus; at either end, where it can no more, the channel's name does. */
function keepOn(used: Element | null, channel: string): void {
  const canStay = used instanceof HTMLButtonElement && used.isConnected && !used.disabled
  const target = canStay ? used : document.getElementById(`channel-${channel}`)
  target?.focus()
}
