import type { LibraryAccess } from '../../store/library-access.ts'
import { clockOf } from '../outline/clock.ts'
import type { MeetingRecord } from '../outline/outline.schema.ts'
import type { FoundRecord } from './find-record.ts'
import { materialFacts } from './material-facts.ts'
import type { MaterialView, MeetingClock } from './material-view.ts'
import { changedIn } from './validity/changed-counts.ts'

/** A material, whole. */
export async function viewMaterial(library: LibraryAccess, material: FoundRecord): Promise<MaterialView> {
  const { id, own, record, recordSha256, itemId, revision, createdAt, updatedAt } = material
  return {
    ...{ id, type: record.type, title: record.title, own },
    ...materialFacts(record),
    changed: (await changedIn(library, [id])).get(id) ?? 0,
    ...{ itemId, updatedAt, createdAt, record, recordSha256, revision },
    ...(record.type === 'meeting' && { clock: clockView(record) }),
  }
}

const clockView = (record: MeetingRecord): MeetingClock => {
  const { starts, ...clock } = clockOf(record)
  return { ...clock, starts: Object.fromEntries(starts) }
}
