import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { ChannelView } from '../../library/updates/update-view.ts'
import { request } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'

interface NewOrder {
  readonly ids: readonly string[]
  /** The channel that the person moved; it keeps the focus. */
  readonly moved: string
}

/**
 * Changes which channel counts where several hold the same item, and tells where the moved one stands now.
 * @param ids the channels as they are shown
 */
export function useChannelOrder(ids: readonly string[]) {
  const client = useQueryClient()
  const used = useRef<Element>(null)
  const order = useMutation({
    mutationFn: (wanted: NewOrder) =>
      request<ChannelView[]>('PUT', '/api/channels/order', { body: { ids: wanted.ids } }),
    onMutate: () => {
      used.current = document.activeElement
    },
    onSuccess: (channels) => {
      client.setQueryData(queryKeys.channels, channels)
      void client.invalidateQueries()
    },
  })
  const moved = order.variables?.moved
  const shown = ids.join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: once the channels stand in another order
  useEffect(() => {
    if (used.current && moved !== undefined) keepOn(used.current, moved)
    used.current = null
  }, [shown])
  const told = order.data?.find(({ id }) => id === moved)
  return { order, told }
}

/** The button that was used goes on having the focus; at either end, where it can no more, the channel's name does. */
function keepOn(used: Element, channel: string): void {
  const canStay = used instanceof HTMLButtonElement && used.isConnected && !used.disabled
  const target = canStay ? used : document.getElementById(`channel-${channel}`)
  target?.focus()
}
