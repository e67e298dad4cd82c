import type { LibraryAccess } from '../../store/library-access.ts'
import type { MeetingKind } from '../outline/outline.schema.ts'
import { readyOutline } from '../outline/ready-outlines.ts'
import { MaterialRecord, type MaterialType } from './material.schema.ts'
import { readMaterial } from './read-material.ts'

/** What a new material begins with: a whole record, a copy of another material, or an empty one of its type. */
export type NewMaterialRequest =
  | { readonly record: MaterialRecord }
  | { readonly from: string }
  | { readonly type: MaterialType; readonly kind?: MeetingKind | undefined; readonly title?: string | undefined }

/** @throws {MaterialNotFoundError} when what it is to be copied from is not here */
export async function newRecord(library: LibraryAccess, request: NewMaterialRequest): Promise<MaterialRecord> {
  if ('record' in request) return request.record
  if ('from' in request) {
    const { record, own } = await readMaterial(library, request.from)
    // A copy of a ready one is the office's own and no example any more.
    return own ? record : { ...record, label: undefined }
  }
  const { type, kind, title = '' } = request
  if (type !== 'meeting' || kind === undefined) return MaterialRecord.parse({ type, format: 1, title })
  const { name, minutesPlanned, parts } = readyOutline(kind)
  return MaterialRecord.parse({ type, format: 1, title: title || name, kind, minutesPlanned, parts })
}
