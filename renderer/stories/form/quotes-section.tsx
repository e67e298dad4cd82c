import { useTranslation } from 'react-i18next'
import type { StoryRecord } from '../../../library/stories/story.schema.ts'
import { EntryList } from './entry-list.tsx'
import styles from './form.module.css'
import { FormSection } from './form-section.tsx'
import { freshId } from './record-path.ts'
import { useStoryForm } from './story-form-context.ts'
import { TextField } from './text-field.tsx'

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
