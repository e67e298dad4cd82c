import { useTranslation } from 'react-i18next'
import type { StorySource } from '../../../library/stories/story.schema.ts'
import { ChecksField } from '../../record-form/checks-field.tsx'
import { ChoiceField } from '../../record-form/choice-field.tsx'
import { DateField } from '../../record-form/date-field.tsx'
import { EntryList } from '../../record-form/entry-list.tsx'
import formStyles from '../../record-form/record-form.module.css'
import { freshId } from '../../record-form/record-path.ts'
import { TextField } from '../../record-form/text-field.tsx'
import { MediaEntries } from '../form/media-entries.tsx'
import { PeopleEntries } from '../form/people-entries.tsx'
import { useStoryForm } from '../form/story-form-context.ts'
import { VocabularyField } from '../form/vocabulary-field.tsx'
import { MediaDrop } from '../pictures/media-drop.tsx'
import type { Receiving } from '../pictures/use-receiving.ts'
import type { Question } from './questions.ts'

interface QuestionFieldsProps {
  readonly question: Question
  readonly receiving: Receiving
}

const kinds = ['told', 'seen', 'picture', 'document', 'register', 'statistics'] as const
const costs = ['people', 'money', 'time', 'powers'] as const
const sourceTypes = ['own-experience', 'interview', 'document', 'register', 'media-report', 'other'] as const

/** The few fields of one question. */
export function QuestionFields({ question, receiving }: QuestionFieldsProps) {
  const { t } = useTranslation('storyForm')
  const form = useStoryForm()
  const { record } = form
  switch (question.name) {
    case 'title':
      return (
        <div className={formStyles.sections}>
          <TextField path="title" label={t('title')} maxLength={200} wide always />
          <TextField path="summary" label={t('summary')} hint={t('summaryHint')} maxLength={500} rows={2} />
        </div>
      )
    case 'problem':
    case 'done':
    case 'failed':
    case 'caution':
      return (
        <TextField
          path={question.name}
          label={t(`told.${question.name}`)}
          hint={t(`told.${question.name}Hint`)}
          maxLength={20_000}
          rows={7}
          always
        />
      )
    case 'result':
      return (
        <div className={formStyles.sections}>
          <TextField
            path="result"
            label={t('told.result')}
            hint={t('told.resultHint')}
            maxLength={20_000}
            rows={5}
            always
          />
          <ChecksField
            path="evidence/kinds"
            label={t('evidence.kinds')}
            choices={kinds.map((value) => ({ value, label: t(`evidence.${value}`) }))}
          />
          <TextField
            path="evidence/how"
            label={t('evidence.how')}
            example={t('evidence.example')}
            maxLength={20_000}
            rows={2}
            always
          />
        </div>
      )
    case 'cost':
      return (
        <div className={formStyles.fields}>
          {costs.map((part) => (
            <TextField
              key={part}
              path={`cost/${part}`}
              label={t(`cost.${part}`)}
              example={t(`cost.${part}Example`)}
              maxLength={500}
            />
          ))}
        </div>
      )
    case 'people':
      return <PeopleEntries brief />
    case 'where':
      return (
        <div className={formStyles.fields}>
          <VocabularyField name="places" />
          <VocabularyField name="posts" />
          <VocabularyField name="themes" />
          <VocabularyField name="groups" />
          <DateField path="happenedFrom" label={t('happenedFrom')} />
          <DateField path="happenedTo" label={t('happenedTo')} />
        </div>
      )
    case 'pictures':
      return (
        <div className={formStyles.sections}>
          {!form.readOnly && <MediaDrop receiving={receiving} />}
          <MediaEntries brief />
        </div>
      )
    case 'source':
      return (
        <EntryList<StorySource>
          path="sources"
          one={t('source.one')}
          nameOf={({ title }) => title}
          keyOf={({ id }) => id}
          most={100}
          empty={t('source.none')}
          fresh={() => ({ id: freshId('s', record.sources), title: '', type: 'own-experience' })}
        >
          {(_source, path) => (
            <div className={formStyles.fields}>
              <TextField
                path={`${path}/title`}
                label={t('source.title')}
                example={t('source.titleExample')}
                maxLength={300}
                wide
                always
              />
              <ChoiceField
                path={`${path}/type`}
                label={t('source.type')}
                choices={sourceTypes.map((value) => ({ value, label: t(`source.types.${value}`) }))}
              />
              <TextField
                path={`${path}/from`}
                label={t('source.from')}
                example={t('source.fromExample')}
                maxLength={100}
              />
            </div>
          )}
        </EntryList>
      )
  }
}
