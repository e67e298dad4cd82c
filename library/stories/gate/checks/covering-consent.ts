import type { StoryConsent, StoryPerson } from '../../story.schema.ts'

/** Whether somebody said yes to something; for a child, a guardian has to have said so. */
export const covers = (
  consents: readonly StoryConsent[],
  who: StoryPerson,
  what: StoryConsent['covers'][number],
): boolean =>
  consents.some(
    (consent) =>
      (consent.who === who.id || consent.who === who.name) &&
      consent.covers.includes(what) &&
      (who.minor !== true || (consent.guardian ?? '') !== ''),
  )
