import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from '../publishing.module.css'
import type { Secrets } from '../secrets.ts'
import { type CeremonyKey, type CeremonyPlan, holderOf } from './ceremony-steps.ts'
import { NewPassphrase, type TypedPassphrase } from './new-passphrase.tsx'
import { StepSheet } from './step-sheet.tsx'

interface PassphraseStepProps {
  readonly name: CeremonyKey
  readonly plan: CeremonyPlan
  readonly secrets: Secrets
  readonly onNext: () => void
  readonly onBack: () => void
}

/** One person types one key's passphrase while the others look away. */
export function PassphraseStep({ name, plan, secrets, onNext, onBack }: PassphraseStepProps) {
  const { t } = useTranslation('publishing')
  const typed = useRef<TypedPassphrase>(null)
  const holder = holderOf(name, plan)
  const next = () => {
    const passphrase = typed.current?.take()
    if (passphrase === undefined) return
    secrets.hold(name, passphrase)
    onNext()
  }
  const title = holder ? `${t(`ceremony.step.${name}`)} · ${holder}` : t(`ceremony.step.${name}`)
  return (
    <StepSheet step={name} title={title} onNext={next} onBack={onBack}>
      {holder && <p className={styles.lookAway}>{t('ceremony.passphraseLead', { holder })}</p>}
      <p className={styles.text}>
        {name === 'targets-1' || name === 'release-1' ? t(`ceremony.workingLead.${name}`) : t('ceremony.rootUse')}
      </p>
      <NewPassphrase ref={typed} label={t('ceremony.passphrase')} again={t('ceremony.again')} onEnter={next} />
    </StepSheet>
  )
}
