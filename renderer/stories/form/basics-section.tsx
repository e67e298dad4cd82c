import { useTranslation } from 'react-i18next'
import { DateField } from './date-field.tsx'
import styles from './form.module.css'
import { FormSection } from './form-section.tsx'
import { useStoryForm } from './story-form-context.ts'
import { TextField } from './text-field.tsx'
import { WordsField } from './words-field.tsx'

/** What it is called, and by what it is found: theme, post, place, group, time. */
export function BasicsSection() {
  const { t } = useTranslation('storyForm')
  const { vocabulary } = useStoryForm()
  return (
    <FormSection title={t('section.basics')}>
      <div className={styles.fields}>
        <TextField path="title" label={t('title')} example={t('titleExample')} maxLength={200} wide always />
        <TextField path="summary" label={t('summary')} hint={t('summaryHint')} maxLength={500} rows={2} />
        <WordsField
          path="themes"
          label={t('themes')}
          example={t('themesExample')}
          words={vocabulary.themes}
          most={10}
          free
        />
        <WordsField
          path="posts"
          label={t('posts')}
          example={t('postsExample')}
          words={vocabulary.posts}
          most={10}
          free
        />
        <WordsField
          path="places"
          label={t('places')}
          example={t('placesExample')}
          words={vocabulary.places}
          most={10}
          free
        />
        <WordsField
          path="groups"
          label={t('groups')}
          example={t('groupsExample')}
          words={vocabulary.groups}
          most={10}
          free
        />
        <WordsField
          path="topics"
          label={t('topics')}
          example={t('topicsExample')}
          words={vocabulary.topics}
          most={20}
          free
        />
        <WordsField
          path="audience"
          label={t('audience')}
          example={t('audienceExample')}
          words={vocabulary.posts}
          most={10}
          free
        />
        <DateField path="happenedFrom" label={t('happenedFrom')} />
        <DateField path="happenedTo" label={t('happenedTo')} />
      </div>
    </FormSection>
  )
}
