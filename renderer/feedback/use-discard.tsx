import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Report } from '../../library/feedback/report-view.ts'
import { keepFocus } from '../design/keep-focus.ts'
import { request } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'
import { ServiceError } from '../service/service-error.ts'

const undoSeconds = 12

/** Deletes a report and offers to bring it back. */
export function useDiscard() {
  const { t } = useTranslation('feedback')
  const { notification } = App.useApp()
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ queryKey: queryKeys.reports }).then(keepFocus)
  const tellFailure = (error: unknown) =>
    notification.error({
      title: t('drafts.failed'),
      description: error instanceof ServiceError ? `${error.what}${error.todo ?? ''}` : '',
    })
  const bringBack = useMutation({
    mutationFn: ({ id }: Report) => request<Report>('POST', `/api/reports/${encodeURIComponent(id)}/restore`),
    onMutate: ({ id }) => notification.destroy(id),
    onSuccess: ({ number }) => {
      notification.open({ title: t('drafts.undone'), description: number, duration: 4 })
      return refresh()
    },
    onError: tellFailure,
  })
  return useMutation({
    mutationFn: ({ id }: Report) => request<Report>('DELETE', `/api/reports/${encodeURIComponent(id)}`),
    onSuccess: (report) => {
      notification.open({
        key: report.id,
        title: t('drafts.removed', { number: report.number }),
        duration: undoSeconds,
        actions: <Button onClick={() => bringBack.mutate(report)}>{t('drafts.undo')}</Button>,
      })
      return refresh()
    },
    onError: tellFailure,
  })
}
