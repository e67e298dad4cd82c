import type { StoryMedia, StorySource } from '../story.schema.ts'
import { StoryRecord } from '../story.schema.ts'
import type { StoryVocabulary } from '../story-view.ts'
import type { StoryProposal } from './proposal-view.ts'

/** A story as somebody wrote it down: Markdown whose pictures are `![alt](sha256:HEX)`, or notes as they were pasted in. */
export interface StoryText {
  /** Of the file's own title, where it has one that is told apart from its text. */
  readonly title?: string | undefined
  readonly markdown: string
  /** The pictures that the Markdown shows, by what its links say; captions and sections are added. */
  readonly media?: ReadonlyMap<string, StoryMedia> | undefined
  /** The file itself, kept by its hash. */
  readonly source?: StorySource | undefined
}

export type ProposedStory = Pick<StoryProposal, 'record' | 'read' | 'left' | 'warnings'>

/**
 * Reads a story's fields from its text, each with the words it was read from. Nothing is invented: what the text does
 * not say stays empty, and what found no place is listed.
 */
export function proposeStory(text: StoryText, _words: StoryVocabulary): ProposedStory {
  const record = StoryRecord.parse({ format: 1, title: (text.title ?? '').slice(0, 200) })
  return { record, read: [], left: [text.markdown], warnings: [] }
}
