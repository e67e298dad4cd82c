import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FolderField } from '../folder-field.tsx'
import styles from '../publishing.module.css'
import { TextField } from '../text-field.tsx'
import { type CeremonyPlan, type PlanField, planProblems } from './ceremony-steps.ts'
import { StepSheet } from './step-sheet.tsx'

interface ChannelStepProps {
  readonly plan: CeremonyPlan
  readonly taken: readonly string[]
  readonly onChange: (plan: CeremonyPlan) => void
  readonly onNext: () => void
}

/** What the channel is called, who publishes it, and where its folder is. */
export function ChannelStep({ plan, taken, onChange, onNext }: ChannelStepProps) {
  const { t } = useTranslation('publishing')
  const [asked, setAsked] = useState(false)
  const problems = planProblems('channel', plan, taken)
  const labels = {
    title: t('ceremony.name'),
    id: t('ceremony.id'),
    publisher: t('ceremony.publisher'),
    directory: t('folder'),
  }
  const told = (field: keyof typeof labels & PlanField) => {
    const problem = problems.get(field)
    if (problem === undefined || (!asked && (problem === 'needed' || field !== 'id'))) return undefined
    if (problem === 'bad-id') return t('ceremony.idBad')
    if (problem === 'taken') return t('ceremony.idTaken')
    return t('ceremony.needed', { name: labels[field] })
  }
  const next = () => {
    setAsked(true)
    if (problems.size === 0) onNext()
  }
  return (
    <StepSheet step="channel" title={t('ceremony.step.channel')} onNext={next}>
      <p className={styles.text}>{t('ceremony.channelLead')}</p>
      <TextField
        label={labels.title}
        value={plan.title}
        example={t('ceremony.nameExample')}
        error={told('title')}
        maxLength={100}
        onChange={(title) => onChange({ ...plan, title })}
      />
      <TextField
        label={labels.id}
        value={plan.id}
        example={t('ceremony.idExample')}
        hint={t('ceremony.idHint')}
        error={told('id')}
        maxLength={64}
        onChange={(id) => onChange({ ...plan, id: id.trim().toLowerCase() })}
      />
      <TextField
        label={labels.publisher}
        value={plan.publisher}
        example={t('ceremony.publisherExample')}
        error={told('publisher')}
        maxLength={200}
        onChange={(publisher) => onChange({ ...plan, publisher })}
      />
      <FolderField
        label={labels.directory}
        value={plan.directory}
        hint={t('ceremony.directoryHint')}
        error={told('directory')}
        onChange={(directory) => onChange({ ...plan, directory })}
      />
      <FolderField
        label={t('ceremony.keysDirectory')}
        value={plan.keysDirectory}
        hint={t('ceremony.keysDirectoryHint')}
        onChange={(keysDirectory) => onChange({ ...plan, keysDirectory })}
      />
      <Problems shown={asked} n={problems.size} />
    </StepSheet>
  )
}

/** Says aloud that something is still missing; the fields say what. */
function Problems({ shown, n }: { readonly shown: boolean; readonly n: number }) {
  const { t } = useTranslation('publishing')
  return (
    <p className="visually-hidden" role="alert">
      {shown && n > 0 ? t('ceremony.stillMissing', { n }) : ''}
    </p>
  )
}
