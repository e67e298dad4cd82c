import { afterAll } from 'vitest'
import type { RunningService } from '../../../library/service/run-service.ts'
import type { StoryRecord } from '../../../library/stories/story.schema.ts'
import type { StoryView } from '../../../library/stories/story-view.ts'
import { startService } from '../../service/running-service.ts'
import { temporaryFolder } from '../../store/temporary-library.ts'
import { OFFICE } from './whole-record.ts'

/** Asks as a person of the office. */
export async function askAs<T>(
  service: RunningService,
  person: string | undefined,
  method: string,
  path: string,
  body?: unknown,
): Promise<T> {
  const response = await service.handle(
    new Request(`http://xinhuo${path}`, {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(person !== undefined && { 'x-xinhuo-person': encodeURIComponent(person) }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  )
  const answer: unknown = await response.json()
  if (!response.ok) {
    const { error } = answer as { error: { code: string; why?: string; what: string } }
    throw Object.assign(new Error(`${error.code} ${error.what} ${error.why ?? ''}`), { code: error.code })
  }
  return answer as T
}

export interface StoryDesk {
  readonly service: RunningService
  tell(record: StoryRecord): Promise<StoryView>
  step(id: string, person: string | undefined, step: string, more?: object): Promise<StoryView>
  show(id: string, person?: string): Promise<StoryView>
  /** All the way to a state, by different people. */
  bring(id: string, to: 'submitted' | 'verified' | 'approved' | 'published'): Promise<StoryView>
}

const WAY = [
  ['submit', 'chen'],
  ['verify', 'zhou'],
  ['approve', 'lin'],
  ['publish', 'gao'],
] as const
const STATES = ['submitted', 'verified', 'approved', 'published']

/** A desk over a real service, for all tests of a file. */
export async function openStoryDesk(root: string = temporaryFolder(afterAll), office = OFFICE): Promise<StoryDesk> {
  const service = await startService(root, { atEnd: afterAll })
  await askAs(service, undefined, 'PUT', '/api/story-office', office)
  return deskOver(service)
}

export function deskOver(service: RunningService): StoryDesk {
  const step: StoryDesk['step'] = (id, person, name, more = {}) =>
    askAs(service, person, 'POST', `/api/stories/${id}/steps`, { step: name, ...more })
  const show: StoryDesk['show'] = (id, person) => askAs(service, person, 'GET', `/api/stories/${id}`)
  return {
    service,
    step,
    show,
    tell: (record) => askAs(service, 'chen', 'POST', '/api/stories', { record }),
    async bring(id, to) {
      let view = await show(id)
      for (const [name, person] of WAY.slice(STATES.indexOf(view.state) + 1, STATES.indexOf(to) + 1)) {
        view = await step(id, person, name)
      }
      return view
    },
  }
}
