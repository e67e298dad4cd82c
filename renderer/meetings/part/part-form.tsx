import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { MeetingPart } from '../../../library/meetings/outline/outline.schema.ts'
import { localDay } from '../../drafts/local-day.ts'
import { CitedField } from '../../materials/cited-field.tsx'
import { PicturesField } from '../../materials/pictures-field.tsx'
import { FieldFrame } from '../../record-form/field-frame.tsx'
import { FormSection } from '../../record-form/form-section.tsx'
import styles from '../../record-form/record-form.module.css'
import { type RecordForm, RecordFormContext } from '../../record-form/record-form-context.ts'
import { fieldId, withValueAt } from '../../record-form/record-path.ts'
import { TextField } from '../../record-form/text-field.tsx'
import { MinutesInput } from '../outline/minutes-input.tsx'
import { PartMark } from '../outline/part-mark.tsx'
import { type PartDesk, PartDeskContext } from './part-desk.ts'
import { PartFields } from './part-fields.tsx'

interface PartFormProps {
  readonly part: MeetingPart
  readonly readOnly: boolean
  readonly desk: PartDesk
  readonly onChange: (id: string, step: (part: MeetingPart) => MeetingPart, typing?: string) => void
}

/** One part with its own fields, and what every part has. Paths begin at the part, so that they stay when it moves. */
export function PartForm({ part, readOnly, desk, onChange }: PartFormProps) {
  const { t } = useTranslation('meetingParts')
  const { id } = part
  const form = useMemo(
    (): RecordForm<MeetingPart> => ({
      record: part,
      today: localDay(new Date()),
      readOnly,
      change: (path, value, typing) =>
        onChange(id, (present) => withValueAt(present, path, value), typing ? `parts/${id}/${path}` : undefined),
    }),
    [part, id, readOnly, onChange],
  )
  return (
    <PartDeskContext value={desk}>
      <RecordFormContext value={form}>
        <div className={styles.sections} data-locked={readOnly ? '' : undefined} data-part-form={id}>
          <div className={styles.fields}>
            <TextField path="title" label={t('title')} example={t('titleExample')} maxLength={200} always wide />
            <FieldFrame path="minutes" label={t('minutes')} tools={<PartMark type={part.type} />}>
              <MinutesInput
                id={fieldId('minutes')}
                minutes={part.minutes}
                label={t('minutes')}
                readOnly={readOnly}
                onMinutes={(minutes) => form.change('minutes', minutes, true)}
              />
            </FieldFrame>
            <TextField path="speaker" label={t('speaker')} example={t('speakerExample')} maxLength={60} />
          </div>
          <PartFields part={part} />
          <FormSection title={t('cites')} lead={t('citesLead')}>
            <CitedField path="cites" />
          </FormSection>
          <TextField path="notes" label={t('notes')} hint={t('notesHint')} maxLength={20_000} rows={4} always />
          <FormSection title={t('pictures')}>
            <PicturesField path="pictures" />
          </FormSection>
        </div>
      </RecordFormContext>
    </PartDeskContext>
  )
}
