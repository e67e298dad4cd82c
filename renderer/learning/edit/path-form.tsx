import { useTranslation } from 'react-i18next'
import type { PathFault } from '../../../library/meetings/learning/learning-view.ts'
import type { PathRecord, PathStep } from '../../../library/meetings/learning/path.schema.ts'
import type { CitedChange } from '../../../library/meetings/materials/material-view.ts'
import { AudienceFields } from '../../materials/audience-fields.tsx'
import { EntryList } from '../../record-form/entry-list.tsx'
import { FormSection } from '../../record-form/form-section.tsx'
import form from '../../record-form/record-form.module.css'
import { TextField } from '../../record-form/text-field.tsx'
import { FaultList } from '../fault-list.tsx'
import { AddStep } from './add-step.tsx'
import { type ChangeWay, StepChanges } from './step-changes.tsx'
import { StepFields } from './step-fields.tsx'

interface PathFormProps {
  readonly record: PathRecord
  /** What is newer here than the path says. */
  readonly changes: readonly CitedChange[]
  readonly faults: readonly PathFault[]
  /** Steps whose matter is not in this library. */
  readonly missing: readonly string[]
  readonly settle: (way: ChangeWay, change: CitedChange) => Promise<unknown>
}

/** A learning path in a plain form: whom it is for, and its steps. */
export function PathForm({ record, changes, faults, missing, settle }: PathFormProps) {
  const { t } = useTranslation('learning')
  return (
    <div className={form.sections}>
      <FormSection title={t('form.basics')}>
        <div className={form.fields}>
          <TextField
            path="title"
            label={t('form.title')}
            example={t('form.titleExample')}
            maxLength={200}
            always
            wide
          />
          <TextField path="summary" label={t('form.summary')} example={t('form.summaryExample')} maxLength={500} wide />
          <AudienceFields />
        </div>
      </FormSection>
      <FormSection title={t('form.steps')} lead={t('form.stepsLead')}>
        <FaultList faults={faults} steps={record.steps} />
        <EntryList<PathStep>
          path="steps"
          one={t('form.step')}
          nameOf={({ title }) => title}
          keyOf={({ id }) => id}
          most={100}
          empty={t('form.noSteps')}
          ways={<AddStep />}
        >
          {(step, path) => (
            <>
              <StepChanges changes={changes.filter(({ partId }) => partId === step.id)} settle={settle} />
              {missing.includes(step.id) && <p className={form.wrong}>{t('form.notHere')}</p>}
              <StepFields step={step} path={path} steps={record.steps} />
            </>
          )}
        </EntryList>
      </FormSection>
    </div>
  )
}
