import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from '../publishing.module.css'
import { TextField } from '../text-field.tsx'
import { type CeremonyPlan, planProblems } from './ceremony-steps.ts'
import { StepSheet } from './step-sheet.tsx'

interface HoldersStepProps {
  readonly plan: CeremonyPlan
  readonly onChange: (plan: CeremonyPlan) => void
  readonly onNext: () => void
  readonly onBack: () => void
}

/** Who holds the three root keys. */
export function HoldersStep({ plan, onChange, onNext, onBack }: HoldersStepProps) {
  const { t } = useTranslation('publishing')
  const [asked, setAsked] = useState(false)
  const problems = planProblems('holders', plan, [])
  const next = () => {
    setAsked(true)
    if (problems.size === 0) onNext()
  }
  const [first, second, third] = plan.holders
  const field = (n: 1 | 2 | 3, value: string, onName: (name: string) => void) => {
    const label = t('ceremony.holder', { n })
    const problem = asked ? problems.get(`holder-${n}`) : undefined
    return (
      <TextField
        label={label}
        value={value}
        maxLength={100}
        error={problem && (problem === 'twice' ? t('ceremony.holderTwice') : t('ceremony.needed', { name: label }))}
        onChange={onName}
        onEnter={next}
      />
    )
  }
  return (
    <StepSheet step="holders" title={t('ceremony.step.holders')} onNext={next} onBack={onBack}>
      <p className={styles.text}>{t('ceremony.holdersLead')}</p>
      {field(1, first, (name) => onChange({ ...plan, holders: [name, second, third] }))}
      {field(2, second, (name) => onChange({ ...plan, holders: [first, name, third] }))}
      {field(3, third, (name) => onChange({ ...plan, holders: [first, second, name] }))}
      <p className="visually-hidden" role="alert">
        {asked && problems.size > 0 ? t('ceremony.stillMissing', { n: problems.size }) : ''}
      </p>
    </StepSheet>
  )
}
