import type { MaterialFile } from '../../../library/meetings/materials/material-view.ts'
import type { MeetingRecord } from '../../../library/meetings/outline/outline.schema.ts'
import { materialAddress } from '../../materials/material-queries.ts'
import type { ViewOf } from '../../materials/use-material-draft.ts'
import { queryText, send } from '../../service/client.ts'
import { receivedName } from '../../service/received-name.ts'

/** What the desk does for the files that are made of it. */
export interface OutDesk {
  readonly readOnly: boolean
  /** Saves what is not saved: files are made of what is saved. */
  readonly flush: () => Promise<boolean>
  readonly change: (path: string, value: unknown) => void
  readonly takeView: (view: ViewOf<MeetingRecord>) => void
  readonly announce: (text: string, undo?: () => void) => void
}

/** A file that was made, with the name the service gave it. */
export interface MadeFile {
  readonly content: Blob
  readonly name: string
}

/**
 * Something that is made of a material: one of its files, or all of it as one.
 * @param below `/files/script?format=docx`, `/bundle`
 * @throws {ServiceError} it could not be made
 */
export async function fetchMade(id: string, below: string): Promise<MadeFile> {
  const answer = await send('GET', materialAddress(id) + below)
  return { content: await answer.blob(), name: receivedName(answer) ?? 'xinhuo' }
}

/** `/files/script?format=docx` */
export function filePath(what: MaterialFile, format: 'pptx' | 'docx' | 'pdf'): string {
  return `/files/${what}${queryText({ format })}`
}
