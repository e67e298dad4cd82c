import type { MaterialView, PartReference } from '../../../library/meetings/materials/material-view.ts'
import type { MeetingPart } from '../../../library/meetings/outline/outline.schema.ts'
import { request } from '../../service/client.ts'

/** What places of the library become as parts of a meeting, and those that are not there. */
export interface TakenParts {
  readonly parts: readonly MeetingPart[]
  readonly missing: readonly PartReference[]
}

/** @throws {ServiceError} the service refused or did not answer */
export function takeIn(references: readonly PartReference[]): Promise<TakenParts> {
  return request<TakenParts>('POST', '/api/materials/parts', { body: { references } })
}

/** Whether a thing stands in a meeting already, as a part or cited by one. */
export function standsIn({ record }: Pick<MaterialView, 'record'>, { itemId, anchor }: PartReference): boolean {
  if (record.type !== 'meeting') return false
  return record.parts.some((part) => {
    if (part.type === 'story' && part.story?.from?.id === itemId) return true
    if ((part.type === 'scene' || part.type === 'exercise') && part.from?.id === itemId) return true
    return part.cites.some((cited) => cited.itemId === itemId && (cited.anchor ?? '') === (anchor ?? ''))
  })
}
