import type { MeetingRecord } from '../../../library/meetings/outline/outline.schema.ts'
import type { ViewOf } from '../../materials/use-material-draft.ts'

/** What the desk does for the files that are made of it. */
export interface OutDesk {
  readonly readOnly: boolean
  /** Saves what is not saved: files are made of what is saved. */
  readonly flush: () => Promise<boolean>
  readonly change: (path: string, value: unknown) => void
  readonly takeView: (view: ViewOf<MeetingRecord>) => void
  readonly announce: (text: string, undo?: () => void) => void
}
