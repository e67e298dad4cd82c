import type { Receiving } from '../pictures/use-receiving.ts'
import { BasicsSection } from './basics-section.tsx'
import styles from './form.module.css'
import { MediaSection } from './media-section.tsx'
import { PeopleSection } from './people-section.tsx'
import { PoliciesSection } from './policies-section.tsx'
import { QuotesSection } from './quotes-section.tsx'
import { SourcesSection } from './sources-section.tsx'
import { type StoryForm, StoryFormContext } from './story-form-context.ts'
import { TellingSection } from './telling-section.tsx'

interface StoryFormSectionsProps {
  readonly form: StoryForm
  readonly receiving?: Receiving | undefined
}

/** The whole form of a story in its sections. */
export function StoryFormSections({ form, receiving }: StoryFormSectionsProps) {
  return (
    <StoryFormContext value={form}>
      <div className={styles.sections} data-locked={form.readOnly ? '' : undefined}>
        <BasicsSection />
        <TellingSection />
        <QuotesSection />
        <MediaSection receiving={receiving} />
        <PeopleSection />
        <PoliciesSection />
        <SourcesSection />
      </div>
    </StoryFormContext>
  )
}
