import type { MaterialView, PartReference } from '../../../library/meetings/materials/material-view.ts'
import type { MeetingPart, MeetingRecord } from '../../../library/meetings/outline/outline.schema.ts'
import { materialAddress } from '../../materials/material-queries.ts'
import { request } from '../../service/client.ts'
import { ServiceError } from '../../service/service-error.ts'
import { takeIn } from '../adding/take-in.ts'
import { putIn } from './put-in.ts'

/** Saves a change to a meeting's parts; when somebody else saved meanwhile, on top of that. */
async function changeParts(
  id: string,
  step: (parts: readonly MeetingPart[]) => readonly MeetingPart[],
  tries = 3,
): Promise<MaterialView> {
  const view = await request<MaterialView>('GET', materialAddress(id))
  const before = view.record as MeetingRecord
  const record = { ...before, parts: [...step(before.parts)] }
  try {
    return await request<MaterialView>('PUT', materialAddress(id), { body: { record, read: view.recordSha256 } })
  } catch (error) {
    const changed = error instanceof ServiceError && error.code === 'MATERIAL_CHANGED'
    if (!changed || tries <= 1) throw error
    return changeParts(id, step, tries - 1)
  }
}

/**
 * Adds something of the library to a meeting.
 * @returns how to undo it, or undefined when it is not in this library
 * @throws {ServiceError}
 */
export async function addToMeeting(
  id: string,
  reference: PartReference,
): Promise<(() => Promise<MaterialView>) | undefined> {
  const { parts } = await takeIn([reference])
  if (parts.length === 0) return undefined
  let takeOut = (present: readonly MeetingPart[]) => present
  await changeParts(id, (present) => {
    const put = putIn(present, parts)
    takeOut = put.takeOut
    return put.parts
  })
  return () => changeParts(id, takeOut)
}
