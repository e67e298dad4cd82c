import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import layout from '../design/form-desk.module.css'

interface SavingConflictProps {
  /** What happened, in a sentence. */
  readonly says: string
  readonly onTheirs: () => void
  readonly onMine: () => void
}

/** Another window saved meanwhile: the person chooses which state counts. */
export function SavingConflict({ says, onTheirs, onMine }: SavingConflictProps) {
  const { t } = useTranslation('templates')
  return (
    <div className={layout.notice} role="alert">
      <p>{says}</p>
      <Button size="small" onClick={onTheirs}>
        {t('saving.theirs')}
      </Button>
      <Button size="small" onClick={onMine}>
        {t('saving.mine')}
      </Button>
    </div>
  )
}
