import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { PathStep } from '../../../library/meetings/learning/path.schema.ts'
import { ChecksField } from '../../record-form/checks-field.tsx'
import { MinutesField } from '../../record-form/minutes-field.tsx'
import form from '../../record-form/record-form.module.css'
import { TextField } from '../../record-form/text-field.tsx'
import { QuizFields } from '../quiz-fields.tsx'
import { mayComeAfter } from './may-come-after.ts'

interface StepFieldsProps {
  readonly step: PathStep
  readonly path: string
  readonly steps: readonly PathStep[]
}

/** One step: what it is, why it is worth the time, and after which others it is better done. */
export function StepFields({ step, path, steps }: StepFieldsProps) {
  const { t } = useTranslation('learning')
  const before = mayComeAfter(step, steps)
  return (
    <>
      <div className={form.fields}>
        <TextField
          path={`${path}/title`}
          label={t('form.stepTitle', { type: t(`type.${step.type}`) })}
          maxLength={200}
          always
          wide
        />
        <TextField path={`${path}/why`} label={t('form.why')} example={t('form.whyExample')} maxLength={500} wide />
        <MinutesField path={`${path}/minutes`} label={t('form.minutes')} />
      </div>
      {step.itemId !== undefined && (
        <p className={form.subtle}>
          <Link
            to="/item/$itemId"
            params={{ itemId: step.itemId }}
            search={{}}
            {...(step.anchor !== undefined && { hash: step.anchor })}
          >
            {t('form.look')}
          </Link>
        </p>
      )}
      {before.length > 0 && (
        <ChecksField
          path={`${path}/after`}
          label={t('form.after')}
          hint={t('form.afterHint')}
          choices={before.map(({ id, title, type }) => ({ value: id, label: title || t(`type.${type}`) }))}
        />
      )}
      {step.type === 'quiz' && <QuizFields path={`${path}/questions`} />}
    </>
  )
}
