import { useTranslation } from 'react-i18next'
import layout from '../design/form-desk.module.css'
import type { SavingState } from '../drafts/draft-saver.ts'
import { SavingConflict } from '../drafts/saving-conflict.tsx'

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
        <p role="status" className={layout.notice}>
          {t(draft.recovered === 'restored' ? 'templates:saving.restored' : 'recoveredOther')}
        </p>
      )}
      {draft.saving.kind === 'conflict' && (
        <SavingConflict
          says={t('conflict')}
          onTheirs={() => void draft.renew()}
          onMine={() => void draft.saver.overwrite()}
        />
      )}
    </>
  )
}
