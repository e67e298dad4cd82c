import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { ServiceError } from '../service/service-error.ts'
import type { SavingState } from './draft-saver.ts'
import styles from './saving-line.module.css'

/** How far the draft is saved, quietly; louder only when something is to be done. */
export function SavingLine({ state, onRetry }: { readonly state: SavingState; readonly onRetry: () => void }) {
  const { t, i18n } = useTranslation('templates')
  if (state.kind === 'failed') {
    return (
      <span className={styles.failed} role="alert">
        {t('saving.failed')} {state.error instanceof ServiceError ? (state.error.todo ?? '') : ''}
        <Button size="small" onClick={onRetry}>
          {t('saving.retry')}
        </Button>
      </span>
    )
  }
  const time = (iso: string) =>
    new Intl.DateTimeFormat(i18n.language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
      new Date(iso),
    )
  return (
    <span className={styles.saving} data-saving={state.kind}>
      {state.kind === 'saved' ? t('saving.saved', { time: time(state.at) }) : t(`saving.${state.kind}`)}
    </span>
  )
}
