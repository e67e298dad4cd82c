import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ChoiceField } from '../record-form/choice-field.tsx'
import { TextField } from '../record-form/text-field.tsx'
import { WordsField } from '../record-form/words-field.tsx'
import { vocabularyQuery } from '../stories/story-queries.ts'
import { LEVELS } from './material-types.ts'

interface AudienceFieldsProps {
  /** Who comes, in free words: of a meeting. */
  readonly note?: boolean | undefined
}

/** Whom a material is for, and what it is about: `audience` and `topics` of its record. */
export function AudienceFields({ note }: AudienceFieldsProps) {
  const { t } = useTranslation('materials')
  const { data: words } = useQuery(vocabularyQuery)
  return (
    <>
      <WordsField
        path="audience/posts"
        label={t('audience.posts')}
        example={t('audience.postsExample')}
        words={words?.posts ?? []}
        most={20}
        free
      />
      <ChoiceField
        path="audience/level"
        label={t('audience.level')}
        choices={LEVELS.map((value) => ({ value, label: t(`level.${value}`) }))}
      />
      {note && (
        <TextField
          path="audience/note"
          label={t('audience.note')}
          example={t('audience.noteExample')}
          maxLength={500}
          wide
        />
      )}
      <WordsField
        path="topics"
        label={t('audience.topics')}
        example={t('audience.topicsExample')}
        words={words?.topics ?? []}
        most={20}
        free
      />
    </>
  )
}
