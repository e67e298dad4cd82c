import styles from '../../record-form/record-form.module.css'
import type { Receiving } from '../pictures/use-receiving.ts'
import { BasicsSection } from './basics-section.tsx'
import { MediaSection } from './media-section.tsx'
import { PeopleSection } from './people-section.tsx'
import { PoliciesSection } from './policies-section.tsx'
import { QuotesSection } from './quotes-section.tsx'
import { SourcesSection } from './sources-section.tsx'
import type { StoryForm } from './story-form-context.ts'
import { StoryFormProvider } from './story-form-provider.tsx'
import { TellingSection } from './telling-section.tsx'

interface StoryFormSectionsProps {
  readonly form: StoryForm
  readonly receiving?: Receiving | undefined
}

/** The whole form of a story in its sections. */
export function StoryFormSections({ form, receiving }: StoryFormSectionsProps) {
  return (
    <StoryFormProvider form={form}>
      <div className={styles.sections} data-locked={form.readOnly ? '' : undefined}>
        <BasicsSection />
        <TellingSection />
        <QuotesSection />
        <MediaSection receiving={receiving} />
        <PeopleSection />
        <PoliciesSection />
        <SourcesSection />
      </div>
    </StoryFormProvider>
  )
}
