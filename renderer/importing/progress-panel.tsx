import { Button, Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import { useArrivalFocus } from '../design/use-arrival-focus.ts'
import type { ImportState } from './import-desk.ts'
import { useImportDesk } from './import-desk-context.tsx'
import styles from './import-panels.module.css'

/** An import under way: how far, at which file, and how to stop it. */
export function ProgressPanel({ state }: { readonly state: Extract<ImportState, { kind: 'sending' | 'running' }> }) {
  const { t } = useTranslation('importing')
  const desk = useImportDesk()
  const heading = useArrivalFocus<HTMLHeadingElement>()
  const { title, detail, label, percent } = describe(state)
  const cancelling = state.kind === 'running' && state.cancelling
  return (
    <div className={styles.sheet}>
      <h2 ref={heading} tabIndex={-1} className={styles.sheetTitle}>
        {t(title)}
      </h2>
      <Progress percent={percent} status="normal" showInfo={false} aria-label={t(title)} />
      <p className={styles.progress}>
        <span className={styles.label}>{label}</span>
        <span>{detail}</span>
      </p>
      <p className={styles.muted}>{cancelling ? t('cancelling') : t('keepsGoing')}</p>
      <div className={styles.actions}>
        <Button disabled={cancelling} onClick={() => void desk.cancel()}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  )
}

function describe(state: Extract<ImportState, { kind: 'sending' | 'running' }>) {
  if (state.kind === 'sending') {
    const percent = Math.round(100 * state.fraction)
    return { title: 'sending', label: '', detail: `${percent}%`, percent } as const
  }
  const { done, total, label } = state.job.progress
  const percent = total > 0 ? Math.floor((100 * done) / total) : 0
  return { title: 'running', label, detail: total > 0 ? `${done} / ${total}` : '', percent } as const
}
