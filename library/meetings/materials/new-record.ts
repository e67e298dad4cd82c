import type { LibraryAccess } from '../../store/library-access.ts'
import type { MeetingKind } from '../outline/outline.schema.ts'
import { readyOutline } from '../outline/ready-outlines.ts'
import { MaterialRecord, type MaterialType } from './material.schema.ts'
import type { MaterialView } from './material-view.ts'
import { readMaterial } from './read-material.ts'

/** What a new material begins with: a whole record, a copy of another material, or an empty one of its type. */
export interface NewMaterialRequest {
  readonly record?: MaterialRecord | undefined
  readonly from?: string | undefined
  readonly type?: MaterialType | undefined
  readonly kind?: MeetingKind | undefined
  readonly title?: string | undefined
}

/** @throws {MaterialNotFoundError} when what it is to be copied from is not here */
export async function newRecord(library: LibraryAccess, request: NewMaterialRequest): Promise<MaterialRecord> {
  if (request.record) return request.record
  if (request.from !== undefined) return copyOf(await readMaterial(library, request.from))
  const { type = 'meeting', kind, title = '' } = request
  if (type !== 'meeting' || kind === undefined) return MaterialRecord.parse({ type, format: 1, title })
  const { name, minutesPlanned, parts } = readyOutline(kind)
  return MaterialRecord.parse({ type, format: 1, title: title || name, kind, minutesPlanned, parts })
}

/** A copy of a ready one is the office's own and no example any more; the next meeting is on another day. */
function copyOf({ record, own }: MaterialView): MaterialRecord {
  if (!own) return { ...record, label: undefined }
  return record.type === 'meeting' ? { ...record, on: undefined, documentNumber: undefined } : record
}
