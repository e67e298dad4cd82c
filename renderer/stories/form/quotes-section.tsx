import { useTranslation } from 'react-i18next'
import type { StoryRecord } from '../../../library/stories/story.schema.ts'
import { EntryList } from '../../record-form/entry-list.tsx'
import { FormSection } from '../../record-form/form-section.tsx'
import styles from '../../record-form/record-form.module.css'
import { freshId } from '../../record-form/record-path.ts'
import { TextField } from '../../record-form/text-field.tsx'
import { useStoryForm } from './story-form-context.ts'

type Quote = StoryRecord['quotes'][number]

/** What somebody said, word by word. */
export function QuotesSection() {
  const { t } = useTranslation('storyForm')
  const { quotes } = useStoryForm().record
  return (
    <FormSection title={t('section.quotes')} lead={t('section.quotesLead')}>
      <EntryList<Quote>
        path="quotes"
        one={t('quote.one')}
        nameOf={({ by }) => by}
        keyOf={({ id }) => id}
        most={20}
        fresh={() => ({ id: freshId('q', quotes), text: '', by: '' })}
      >
        {(_quote, path) => (
          <div className={styles.fields}>
            <TextField path={`${path}/text`} label={t('quote.text')} maxLength={1000} rows={2} always />
            <TextField path={`${path}/by`} label={t('quote.by')} example={t('quote.byExample')} maxLength={80} always />
          </div>
        )}
      </EntryList>
    </FormSection>
  )
}
