import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { SavingState } from '../drafts/draft-saver.ts'
import styles from '../stories/telling/telling.module.css'

interface SavingNoticesProps {
  readonly draft: {
    readonly saving: SavingState
    readonly recovered: 'none' | 'restored' | 'other-window'
    readonly renew: () => Promise<unknown>
    readonly saver: { overwrite(): Promise<boolean> }
  }
}

/** What a person should know of saving: that another window saved meanwhile, and that something was recovered. */
export function SavingNotices({ draft }: SavingNoticesProps) {
  const { t } = useTranslation(['materials', 'templates'])
  return (
    <>
      {draft.recovered !== 'none' && (
        <p role="status" className={styles.muted}>
          {t(draft.recovered === 'restored' ? 'templates:saving.restored' : 'recoveredOther')}
        </p>
      )}
      {draft.saving.kind === 'conflict' && (
        <div className={styles.conflict} role="alert">
          <p>{t('conflict')}</p>
          <Button size="small" onClick={() => void draft.renew()}>
            {t('templates:saving.theirs')}
          </Button>
          <Button size="small" onClick={() => void draft.saver.overwrite()}>
            {t('templates:saving.mine')}
          </Button>
        </div>
      )}
    </>
  )
}
