import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ItemSummary } from '../../library/items/item-view.ts'
import { keepFocus } from '../design/keep-focus.ts'
import { request } from '../service/client.ts'
import { ServiceError } from '../service/service-error.ts'

const undoSeconds = 12

/** Puts an item away and offers to bring it back; nothing is destroyed. */
export function usePutAway() {
  const { t } = useTranslation('library')
  const { notification } = App.useApp()
  const client = useQueryClient()
  // Lists, home and search answers all show items.
  const refresh = () => client.invalidateQueries().then(keepFocus)
  const tellFailure = (title: string) => (error: unknown) =>
    notification.error({ title, description: error instanceof ServiceError ? `${error.what}${error.todo ?? ''}` : '' })

  const bringBack = useMutation({
    mutationFn: (item: ItemSummary) => request('POST', `/api/items/${encodeURIComponent(item.itemId)}/restore`),
    onMutate: (item) => notification.destroy(item.itemId),
    onSuccess: (_answer, item) => {
      notification.open({ title: t('undone'), description: item.title, duration: 4 })
      return refresh()
    },
    onError: tellFailure(t('undoFailed')),
  })
  return useMutation({
    mutationFn: (item: ItemSummary) => request('DELETE', `/api/items/${encodeURIComponent(item.itemId)}`),
    onSuccess: (_answer, item) => {
      notification.open({
        key: item.itemId,
        title: t('putAwayDone'),
        description: item.title,
        duration: undoSeconds,
        actions: <Button onClick={() => bringBack.mutate(item)}>{t('undo')}</Button>,
      })
      return refresh()
    },
    onError: tellFailure(t('putAwayFailed')),
  })
}
