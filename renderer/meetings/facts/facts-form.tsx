import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { MeetingRecord } from '../../../library/meetings/outline/outline.schema.ts'
import { AudienceFields } from '../../materials/audience-fields.tsx'
import { MEETING_KINDS } from '../../materials/list/materials-address.ts'
import { materialsQuery } from '../../materials/material-queries.ts'
import { useUnit } from '../../office/unit/use-unit.ts'
import { ChoiceField } from '../../record-form/choice-field.tsx'
import { DateField } from '../../record-form/date-field.tsx'
import { FieldFrame } from '../../record-form/field-frame.tsx'
import { FormSection } from '../../record-form/form-section.tsx'
import styles from '../../record-form/record-form.module.css'
import { type RecordForm, RecordFormContext } from '../../record-form/record-form-context.ts'
import { fieldId } from '../../record-form/record-path.ts'
import { TextField } from '../../record-form/text-field.tsx'
import { MinutesInput } from '../outline/minutes-input.tsx'
import { knownFacts } from './known-facts.ts'
import { KnownValues } from './known-values.tsx'
import { PeopleField } from './people-field.tsx'
import { TimeField } from './time-field.tsx'

/** What is said of the meeting itself: written once, it stands on slides, agenda, notice and minutes alike. */
export function FactsForm({ form }: { readonly form: RecordForm<MeetingRecord> }) {
  const { t } = useTranslation(['meetingParts', 'materials'])
  const unit = useUnit()
  const { data: recent } = useQuery(materialsQuery({ type: 'meeting', own: true, limit: 20 }))
  const year = (form.record.on ?? form.today).slice(0, 4)
  const known = useMemo(() => knownFacts(unit.data, recent?.materials ?? [], year), [unit.data, recent, year])
  return (
    <RecordFormContext value={form}>
      <div className={styles.sections} data-locked={form.readOnly ? '' : undefined}>
        <FormSection title={t('facts.about')}>
          <div className={styles.fields}>
            <TextField
              path="title"
              label={t('facts.title')}
              example={t('facts.titleExample')}
              maxLength={200}
              wide
              always
            />
            <ChoiceField
              path="kind"
              label={t('facts.kind')}
              choices={MEETING_KINDS.map((value) => ({ value, label: t(`materials:kind.${value}`) }))}
            />
            <TextField
              path="purpose"
              label={t('facts.purpose')}
              example={t('facts.purposeExample')}
              maxLength={5000}
              rows={2}
              always
            />
            <TextField path="summary" label={t('facts.summary')} maxLength={500} wide />
          </div>
        </FormSection>
        <FormSection title={t('facts.when')}>
          <div className={styles.fields}>
            <DateField path="on" label={t('facts.on')} day />
            <TimeField path="startsAt" label={t('facts.startsAt')} />
            <FieldFrame path="minutesPlanned" label={t('facts.minutesPlanned')}>
              <MinutesInput
                id={fieldId('minutesPlanned')}
                minutes={form.record.minutesPlanned ?? 0}
                label={t('facts.minutesPlanned')}
                readOnly={form.readOnly}
                onMinutes={(minutes) => form.change('minutesPlanned', minutes === 0 ? undefined : minutes, true)}
              />
            </FieldFrame>
            <div className={styles.whole}>
              <TextField path="place" label={t('facts.place')} example={t('facts.placeExample')} maxLength={200} />
              <KnownValues path="place" label={t('facts.place')} values={known.place} />
            </div>
          </div>
        </FormSection>
        <FormSection title={t('facts.whom')}>
          <div className={styles.fields}>
            <AudienceFields note />
          </div>
        </FormSection>
        <FormSection title={t('facts.people')} lead={t('facts.peopleLead')}>
          <PeopleField known={known.people} />
        </FormSection>
        <FormSection title={t('facts.paper')}>
          <div className={styles.fields}>
            <div>
              <TextField path="office" label={t('facts.office')} maxLength={100} />
              <KnownValues path="office" label={t('facts.office')} values={known.office} />
            </div>
            <div>
              <TextField path="documentNumber" label={t('facts.documentNumber')} maxLength={60} />
              <KnownValues path="documentNumber" label={t('facts.documentNumber')} values={known.documentNumber} />
            </div>
            <div>
              <TextField path="contact" label={t('facts.contact')} maxLength={200} />
              <KnownValues path="contact" label={t('facts.contact')} values={known.contact} />
            </div>
            <TextField path="bring" label={t('facts.bring')} example={t('facts.bringExample')} maxLength={500} wide />
          </div>
        </FormSection>
      </div>
    </RecordFormContext>
  )
}
