import { useTranslation } from 'react-i18next'
import { DateField } from '../../record-form/date-field.tsx'
import { FormSection } from '../../record-form/form-section.tsx'
import styles from '../../record-form/record-form.module.css'
import { TextField } from '../../record-form/text-field.tsx'
import { VocabularyField } from './vocabulary-field.tsx'

/** What it is called, and by what it is found: theme, post, place, group, time. */
export function BasicsSection() {
  const { t } = useTranslation('storyForm')
  return (
    <FormSection title={t('section.basics')}>
      <div className={styles.fields}>
        <TextField path="title" label={t('title')} example={t('titleExample')} maxLength={200} wide always />
        <TextField path="summary" label={t('summary')} hint={t('summaryHint')} maxLength={500} rows={2} />
        <VocabularyField name="themes" />
        <VocabularyField name="posts" />
        <VocabularyField name="places" />
        <VocabularyField name="groups" />
        <VocabularyField name="topics" />
        <VocabularyField name="audience" />
        <DateField path="happenedFrom" label={t('happenedFrom')} />
        <DateField path="happenedTo" label={t('happenedTo')} />
      </div>
    </FormSection>
  )
}
