import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../../design/error-notice.tsx'
import styles from '../publishing.module.css'
import type { CeremonyPlan } from './ceremony-steps.ts'
import { StepSheet } from './step-sheet.tsx'

interface ReviewStepProps {
  readonly plan: CeremonyPlan
  readonly creating: boolean
  readonly error: unknown
  readonly onCreate: () => void
  readonly onBack: () => void
  /** Back to the channel's facts, with the passphrases kept. */
  readonly onRepair: () => void
}

/** All that was said, before anything is written. */
export function ReviewStep({ plan, creating, error, onCreate, onBack, onRepair }: ReviewStepProps) {
  const { t } = useTranslation('publishing')
  const facts = [
    [t('ceremony.name'), plan.title],
    [t('ceremony.id'), plan.id],
    [t('ceremony.publisher'), plan.publisher],
    [t('folder'), plan.directory],
    [t('ceremony.reviewKeys'), plan.keysDirectory || t('ceremony.reviewKeysDefault')],
    [t('ceremony.step.holders'), plan.holders.join('、')],
    [t('ceremony.reviewPassphrases'), t('ceremony.reviewHeld')],
  ] as const
  const failed = error !== null && error !== undefined && !creating
  return (
    <StepSheet
      step="review"
      title={t('ceremony.step.review')}
      onNext={onCreate}
      nextLabel={t('ceremony.create')}
      onBack={onBack}
      busy={creating}
    >
      <p className={styles.text}>{t('ceremony.reviewLead')}</p>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name} className={styles.fact}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {failed && (
        <>
          <ErrorNotice error={error} />
          <p className={styles.actions}>
            <Button onClick={onRepair}>{t('ceremony.repair')}</Button>
            <span className={styles.muted}>{t('ceremony.repairHint')}</span>
          </p>
        </>
      )}
      <p role="status">{creating ? t('ceremony.creating') : ''}</p>
    </StepSheet>
  )
}
