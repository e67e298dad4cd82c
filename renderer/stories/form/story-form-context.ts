import { createContext, useContext } from 'react'
import type { GateFinding } from '../../../library/stories/gate/gate-view.ts'
import type { StoryTask } from '../../../library/stories/process/process-view.ts'
import type { ProposalSource } from '../../../library/stories/proposing/proposal-view.ts'
import type { StoryRecord } from '../../../library/stories/story.schema.ts'
import type { StoryVocabulary } from '../../../library/stories/story-view.ts'
import type { RecordForm } from '../../record-form/record-form-context.ts'

/** Words chosen in a field, for a comment. */
export interface ChosenWords {
  readonly field: string
  readonly quote: string
}

/** What every part of the story form is given. */
export interface StoryForm extends RecordForm<StoryRecord> {
  readonly vocabulary: StoryVocabulary
  /** Sources may be verified although the rest is locked: that is checking, not writing. */
  readonly verifying?: boolean | undefined
  /** Absent where the story is not kept yet: then nothing can be handed to it. */
  readonly storyId?: string | undefined
  readonly changeRecord: (step: (record: StoryRecord) => StoryRecord) => void
  readonly findingsAt: (path: string) => readonly GateFinding[]
  /** Open comments on a field. */
  readonly tasksAt: (path: string) => readonly StoryTask[]
  /** Where a proposed value was read, until a person has confirmed it. */
  readonly readAt: (path: string) => ProposalSource | undefined
}

export const StoryFormContext = createContext<StoryForm | undefined>(undefined)

export function useStoryForm(): StoryForm {
  const form = useContext(StoryFormContext)
  if (!form) throw new Error('A field of the story form stands outside of the form')
  return form
}
