import { useTranslation } from 'react-i18next'
import type { StoryVocabulary } from '../../../library/stories/story-view.ts'
import { WordsField } from '../../record-form/words-field.tsx'
import { useStoryForm } from './story-form-context.ts'

interface VocabularyFieldProps {
  readonly name: keyof StoryVocabulary | 'audience'
}

/** What a story is filed under, from the vocabulary of its kind or written freely. */
export function VocabularyField({ name }: VocabularyFieldProps) {
  const { t } = useTranslation('storyForm')
  const { vocabulary } = useStoryForm()
  return (
    <WordsField
      path={name}
      label={t(name)}
      example={t(`${name}Example`)}
      // Whom it is for is said by post.
      words={vocabulary[name === 'audience' ? 'posts' : name]}
      most={name === 'topics' ? 20 : 10}
      free
    />
  )
}
