import type { MaterialCitation } from '../citations-of.ts'
import type { CitedPassage } from '../cited.schema.ts'
import type { CitedChange, CitedState } from '../material-view.ts'
import type { HereSource } from './cited-sources.ts'
import type { TextNow } from './compare-cited.ts'

/** What became of something cited. */
export interface Examined {
  readonly state: CitedState
  readonly change?: CitedChange | undefined
  /** What a passage says when it is brought up to date; absent where there is nothing newer. */
  readonly renewed?: Partial<CitedPassage> | undefined
}

/** A citation's state on a day, as far as it is known from the text that counts now. */
export function stateOf(
  { citeId, partId, title, provision, itemId }: MaterialCitation,
  state: CitedState['state'],
  on: string,
  source?: HereSource,
): CitedState {
  const effectiveFrom = source?.content.effectiveFrom
  return { citeId, partId, title, provision, itemId, state, on, ...(effectiveFrom !== undefined && { effectiveFrom }) }
}

/** The facts of a change that are the same whatever changed. */
export function changeOf(
  citation: MaterialCitation,
  facts: Pick<CitedChange, 'change' | 'says' | 'before'> & Partial<CitedChange>,
): CitedChange {
  const { citeId, partId, partTitle, what, title, provision, anchor, itemId = '', keptBeside } = citation
  const kept = keptBeside !== undefined && keptBeside === (facts.revision ?? 'withdrawn')
  return { citeId, partId, partTitle, what, title, provision, itemId, anchor, kept, ...facts }
}

/** What a passage says when it is brought up to date. */
export function renewedBy({ itemId, revision, validity }: HereSource, after: TextNow): Partial<CitedPassage> {
  const { text, anchor, provision } = after
  return {
    ...{ itemId, revision, validity },
    // Of a text cited whole only its revision is kept.
    ...(anchor !== undefined && { text, anchor }),
    ...(provision !== undefined && { provision: provision.slice(0, 60) }),
  }
}

/** In 书名号, as it is spoken of. */
export const named = (title: string) => (title.includes('《') ? title : `《${title}》`)
