import type { MaterialFile } from '../../../library/meetings/materials/material-view.ts'
import type { MeetingRecord } from '../../../library/meetings/outline/outline.schema.ts'
import { materialAddress } from '../../materials/material-queries.ts'
import type { ViewOf } from '../../materials/use-material-draft.ts'
import { queryText, send } from '../../service/client.ts'

/** What the desk does for the files that are made of it. */
export interface OutDesk {
  readonly readOnly: boolean
  /** Saves what is not saved: files are made of what is saved. */
  readonly flush: () => Promise<boolean>
  readonly change: (path: string, value: unknown) => void
  readonly takeView: (view: ViewOf<MeetingRecord>) => void
  readonly announce: (text: string, undo?: () => void) => void
}

/**
 * One file of a material.
 * @throws {ServiceError} it could not be made
 */
export async function fileOf(id: string, what: MaterialFile, format: 'pptx' | 'docx' | 'pdf'): Promise<Blob> {
  const answer = await send('GET', `${materialAddress(id)}/files/${what}${queryText({ format })}`)
  return answer.blob()
}
