import { useTranslation } from 'react-i18next'
import { FormSection } from '../../record-form/form-section.tsx'
import { MediaDrop } from '../pictures/media-drop.tsx'
import type { Receiving } from '../pictures/use-receiving.ts'
import { MediaEntries } from './media-entries.tsx'
import { useStoryForm } from './story-form-context.ts'

interface MediaSectionProps {
  /** Absent where the story is not kept yet. */
  readonly receiving?: Receiving | undefined
}

/** Pictures, sounds and films in their order, each with its words, its place in the text and what is blurred. */
export function MediaSection({ receiving }: MediaSectionProps) {
  const { t } = useTranslation('storyForm')
  const form = useStoryForm()
  return (
    <FormSection title={t('section.media')} lead={t('section.mediaLead')}>
      {receiving && !form.readOnly && <MediaDrop receiving={receiving} />}
      <MediaEntries />
    </FormSection>
  )
}
