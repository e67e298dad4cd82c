import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ItemSummary } from '../../library/items/item-view.ts'
import { request } from '../service/client.ts'
import { ServiceError } from '../service/service-error.ts'

const undoSeconds = 12

/** Puts an item away and offers to bring it back; nothing is destroyed. */
export function usePutAway() {
  const { t } = useTranslation('library')
  const { notification } = App.useApp()
  const client = useQueryClient()
  // Lists, home and search answers all show items.
  const refresh = () => client.invalidateQueries()
  const failed = (item: ItemSummary) => (error: unknown) =>
    notification.error({
      title: t('putAwayFailed', { title: item.title }),
      description: error instanceof ServiceError ? error.todo : undefined,
    })
  const bringBack = async (item: ItemSummary) => {
    notification.destroy(item.itemId)
    await request('POST', `/api/items/${encodeURIComponent(item.itemId)}/restore`).catch(failed(item))
    notification.success({ title: t('undone', { title: item.title }), duration: 4 })
    await refresh()
  }
  return useMutation({
    mutationFn: (item: ItemSummary) => request('DELETE', `/api/items/${encodeURIComponent(item.itemId)}`),
    onSuccess: async (_answer, item) => {
      notification.open({
        key: item.itemId,
        title: t('putAwayDone', { title: item.title }),
        duration: undoSeconds,
        actions: (
          <Button type="primary" onClick={() => void bringBack(item)}>
            {t('undo')}
          </Button>
        ),
      })
      await refresh()
    },
    onError: (error, item) => failed(item)(error),
  })
}
