import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { MeetingPart } from '../../../library/meetings/outline/outline.schema.ts'
import type { TemplateSummary } from '../../../library/templates/template-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { FieldFrame } from '../../record-form/field-frame.tsx'
import { FormSection } from '../../record-form/form-section.tsx'
import { ReadOnlyText } from '../../record-form/read-only-text.tsx'
import styles from '../../record-form/record-form.module.css'
import { useRecordForm } from '../../record-form/record-form-context.ts'
import { fieldId } from '../../record-form/record-path.ts'
import { TextField } from '../../record-form/text-field.tsx'
import { request } from '../../service/client.ts'
import { queryKeys } from '../../service/keys.ts'
import { LinesField } from './lines-field.tsx'
import { usePartDesk } from './part-desk.ts'
import { useEditCopy } from './use-edit-copy.ts'

type Exercise = Extract<MeetingPart, { type: 'exercise' }>

/** What is practised, with a guide to follow and a form to fill in. */
export function ExerciseFields({ part }: { readonly part: Exercise }) {
  const { t } = useTranslation('meetingParts')
  return (
    <>
      <TextField
        path="text"
        label={t('exercise.text')}
        example={t('exercise.textExample')}
        maxLength={20_000}
        rows={2}
        always
      />
      <FormSection title={t('exercise.tasks')}>
        <LinesField path="tasks" one={t('exercise.task')} example={t('exercise.taskExample')} most={30} />
      </FormSection>
      <GuideOf part={part} />
      <TemplateOf part={part} />
    </>
  )
}

function GuideOf({ part }: { readonly part: Exercise }) {
  const { t } = useTranslation('meetingParts')
  const form = useRecordForm()
  const desk = usePartDesk()
  const { edit, busy, error } = useEditCopy()
  const { guide } = part
  return (
    <FormSection title={t('guide.title')} lead={guide ? undefined : t('guide.none')}>
      {guide && (
        <p>
          {guide.title} <span className={styles.subtle}>{t('guide.steps', { n: guide.steps.length })}</span>
        </p>
      )}
      {error !== null && <ErrorNotice error={error} />}
      {!form.readOnly && (
        <p className={styles.fileLine}>
          {!guide && <Button onClick={() => desk.onFind('materials', 'guide')}>{t('guide.find')}</Button>}
          {guide && (
            <>
              <Button size="small" loading={busy} onClick={() => void edit(guide)}>
                {t('guide.edit')}
              </Button>
              <Button
                size="small"
                type="text"
                onClick={() => {
                  form.change('guide', undefined)
                  form.change('from', undefined)
                }}
              >
                {t('guide.remove')}
              </Button>
            </>
          )}
        </p>
      )}
    </FormSection>
  )
}

function TemplateOf({ part }: { readonly part: Exercise }) {
  const { t } = useTranslation('meetingParts')
  const form = useRecordForm()
  const { data } = useQuery({
    queryKey: [...queryKeys.templates, 'for-exercises'],
    queryFn: ({ signal }) => request<TemplateSummary[]>('GET', '/api/templates', { signal }),
    enabled: !form.readOnly,
  })
  const { template } = part
  const known = new Map((data ?? []).map(({ itemId, title }) => [itemId, title]))
  if (template) known.set(template.itemId, template.title)
  return (
    <FieldFrame path="template" label={t('exercise.template')} group={form.readOnly} wide>
      {form.readOnly ? (
        <ReadOnlyText text={template?.title ?? ''} />
      ) : (
        <Select
          id={fieldId('template')}
          className={styles.words ?? ''}
          value={template?.itemId ?? ''}
          aria-label={t('exercise.template')}
          showSearch={{ optionFilterProp: 'label' }}
          options={[
            { value: '', label: t('exercise.templateNone') },
            ...[...known].map(([value, label]) => ({ value, label })),
          ]}
          onChange={(itemId: string) =>
            form.change('template', itemId === '' ? undefined : { itemId, title: known.get(itemId)?.slice(0, 300) })
          }
        />
      )}
    </FieldFrame>
  )
}
