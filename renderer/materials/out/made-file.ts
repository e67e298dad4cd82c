import type { MaterialFile } from '../../../library/meetings/materials/material-view.ts'
import { queryText, send } from '../../service/client.ts'
import { receivedName } from '../../service/received-name.ts'
import { materialAddress } from '../material-queries.ts'

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
