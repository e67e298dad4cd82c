import { useBlocker } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import styles from '../publishing.module.css'
import { Secrets } from '../secrets.ts'
import { CeremonyDone } from './ceremony-done.tsx'
import {
  type CeremonyKey,
  type CeremonyStep,
  ceremonyKeys,
  emptyPlan,
  stepAfter,
  stepBefore,
} from './ceremony-steps.ts'
import { ChannelStep } from './channel-step.tsx'
import { HoldersStep } from './holders-step.tsx'
import { PassphraseStep } from './passphrase-step.tsx'
import { ReviewStep } from './review-step.tsx'
import { StepList } from './step-list.tsx'
import { useCeremony } from './use-ceremony.ts'

/** The key ceremony: what the channel is, three holders, five passphrases, a review; files are written at the end only. */
export function Ceremony({ taken }: { readonly taken: readonly string[] }) {
  const { t } = useTranslation('publishing')
  const [plan, setPlan] = useState(emptyPlan)
  const [step, setStep] = useState<CeremonyStep>('channel')
  const [secrets] = useState(() => new Secrets())
  const ceremony = useCeremony()
  // What was typed does not outlive the ceremony, however it ends.
  useEffect(() => () => secrets.forget(), [secrets])

  const complete = ceremonyKeys.every((key) => secrets.has(key))
  const underWay = (step !== 'channel' || complete) && !ceremony.isSuccess
  const leaving = useBlocker({ shouldBlockFn: () => underWay, withResolver: true, enableBeforeUnload: false })
  const next = () => setStep(step === 'channel' && complete ? 'review' : stepAfter(step))
  const back = () => {
    const before = stepBefore(step)
    secrets.hold(before, '')
    secrets.hold(step, '')
    setStep(before)
  }
  if (ceremony.isSuccess) return <CeremonyDone channel={ceremony.data} />
  return (
    <div className={styles.stack}>
      <StepList at={step} />
      {step === 'channel' && <ChannelStep plan={plan} taken={taken} onChange={setPlan} onNext={next} />}
      {step === 'holders' && <HoldersStep plan={plan} onChange={setPlan} onNext={next} onBack={back} />}
      {isKey(step) && (
        <PassphraseStep key={step} name={step} plan={plan} secrets={secrets} onNext={next} onBack={back} />
      )}
      {step === 'review' && (
        <ReviewStep
          plan={plan}
          creating={ceremony.isPending}
          error={ceremony.error}
          onCreate={() => ceremony.mutate({ plan, secrets })}
          onBack={back}
          onRepair={() => setStep('channel')}
        />
      )}
      <ConfirmDialog
        open={leaving.status === 'blocked'}
        title={t('ceremony.leaveTitle')}
        text={t('ceremony.leaveText')}
        confirm={t('ceremony.leave')}
        refuse={t('ceremony.stay')}
        onConfirm={() => leaving.proceed?.()}
        onClose={() => leaving.reset?.()}
      />
    </div>
  )
}

function isKey(step: CeremonyStep): step is CeremonyKey {
  return step.endsWith('-1') || step.startsWith('root-')
}
