import { App, Button } from 'antd'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { ServiceError } from '../service/service-error.ts'

/** Long enough to decide. Seconds. */
const UNDO_SECONDS = 12

/** Says what was done and offers to undo it; says plainly when undoing failed. */
export function useUndoNotice() {
  const { t } = useTranslation('office')
  const { notification } = App.useApp()
  const failed = useCallback(
    (title: string, error: unknown) => {
      const description = error instanceof ServiceError ? `${error.what}${error.todo ?? ''}` : t('undo.safe')
      notification.error({ title, description })
    },
    [notification, t],
  )
  const done = useCallback(
    (title: string, description: string, undo: () => Promise<unknown>) => {
      const key = crypto.randomUUID()
      const onUndo = () => {
        notification.destroy(key)
        undo().then(
          () => notification.open({ title: t('undo.undone'), description, duration: 4 }),
          (error: unknown) => failed(t('undo.failed'), error),
        )
      }
      const actions = <Button onClick={onUndo}>{t('undo.undo')}</Button>
      notification.open({ key, title, description, duration: UNDO_SECONDS, actions })
    },
    [notification, failed, t],
  )
  return { done, failed }
}
