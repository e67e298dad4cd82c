import { useTranslation } from 'react-i18next'
import { ChecksField } from '../../record-form/checks-field.tsx'
import { FormSection } from '../../record-form/form-section.tsx'
import styles from '../../record-form/record-form.module.css'
import { TextField } from '../../record-form/text-field.tsx'

const evidenceKinds = ['told', 'seen', 'picture', 'document', 'register', 'statistics'] as const

/** What is read: from what the matter was to when not to copy it. */
export function TellingSection() {
  const { t } = useTranslation('storyForm')
  return (
    <FormSection title={t('section.telling')} lead={t('section.tellingLead')}>
      <div className={styles.fields}>
        <Told field="problem" rows={3} />
        <Told field="done" rows={4} />
        {(['people', 'money', 'time', 'powers'] as const).map((part) => (
          <TextField
            key={part}
            path={`cost/${part}`}
            label={t(`cost.${part}`)}
            example={t(`cost.${part}Example`)}
            maxLength={500}
          />
        ))}
        <Told field="failed" rows={3} />
        <Told field="result" rows={3} />
        <TextField
          path="evidence/how"
          label={t('evidence.how')}
          hint={t('evidence.hint')}
          example={t('evidence.example')}
          maxLength={20_000}
          rows={2}
          always
        />
        <ChecksField
          path="evidence/kinds"
          label={t('evidence.kinds')}
          choices={evidenceKinds.map((value) => ({ value, label: t(`evidence.${value}`) }))}
        />
        <Told field="caution" rows={2} />
      </div>
    </FormSection>
  )
}

interface ToldProps {
  readonly field: 'problem' | 'done' | 'failed' | 'result' | 'caution'
  readonly rows: number
}

function Told({ field, rows }: ToldProps) {
  const { t } = useTranslation('storyForm')
  return (
    <TextField
      path={field}
      label={t(`told.${field}`)}
      hint={t(`told.${field}Hint`)}
      maxLength={20_000}
      rows={rows}
      always
    />
  )
}
