import { useTranslation } from 'react-i18next'
import type { MeetingPart } from '../../../library/meetings/outline/outline.schema.ts'
import { QuizFields } from '../../learning/quiz-fields.tsx'
import { FormSection } from '../../record-form/form-section.tsx'
import { TextField } from '../../record-form/text-field.tsx'
import { ExerciseFields } from './exercise-fields.tsx'
import { LinesField } from './lines-field.tsx'
import { SceneFields } from './scene-fields.tsx'
import { StoryFields } from './story-fields.tsx'
import { TodoField } from './todo-field.tsx'

/** The fields only this kind of part has. */
export function PartFields({ part }: { readonly part: MeetingPart }) {
  const { t } = useTranslation('meetingParts')
  switch (part.type) {
    case 'opening':
    case 'reading':
      return (
        <TextField
          path="text"
          label={t(`${part.type}.text`)}
          example={t(`${part.type}.textExample`)}
          maxLength={20_000}
          rows={4}
          always
        />
      )
    case 'story':
      return <StoryFields part={part} />
    case 'scene':
      return <SceneFields part={part} />
    case 'discussion':
      return (
        <>
          <TextField
            path="text"
            label={t('discussion.text')}
            example={t('discussion.textExample')}
            maxLength={20_000}
            rows={2}
            always
          />
          <FormSection title={t('discussion.questions')}>
            <LinesField
              path="questions"
              one={t('discussion.question')}
              example={t('discussion.questionExample')}
              most={30}
            />
          </FormSection>
        </>
      )
    case 'exercise':
      return <ExerciseFields part={part} />
    case 'quiz':
      return (
        <FormSection title={t('quiz.questions')}>
          <QuizFields path="questions" />
        </FormSection>
      )
    case 'closing':
      return (
        <>
          <TextField
            path="text"
            label={t('closing.text')}
            example={t('closing.textExample')}
            maxLength={20_000}
            rows={3}
            always
          />
          <FormSection title={t('closing.todo')}>
            <TodoField />
          </FormSection>
        </>
      )
  }
}
