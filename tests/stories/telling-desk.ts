import { Hono } from 'hono'
import { errorResponse } from '../../library/http/error-response.ts'
import { createBlobStore } from '../../library/store/blob-store.ts'
import type { LibraryAccess } from '../../library/store/library-access.ts'
import type { OfficeRole } from '../../library/stories/process/process-view.ts'
import { StoryOfficeSchema } from '../../library/stories/process/story-office.schema.ts'
import { storyRoutes } from '../../library/stories/stories.routes.ts'
import type { StoryRecord } from '../../library/stories/story.schema.ts'
import type { StoryView } from '../../library/stories/story-view.ts'
import { openSmallLibrary, type SmallLibrary } from '../items/small-library.ts'

/** A library with its story routes, asked as the window and the command line ask them. */
export interface TellingDesk extends SmallLibrary {
  readonly access: LibraryAccess
  /** Asks a route below `/api/stories` and gives the answer, whatever its status. */
  ask<T>(method: string, path: string, body?: unknown, person?: string): Promise<{ status: number; body: T }>
  /** Keeps a draft. */
  tell(record: Partial<StoryRecord>, person?: string): Promise<StoryView>
  /** Sets up an office of these people, by name; their ids are `person-0` and so on. */
  office(people: Readonly<Record<string, readonly OfficeRole[]>>): Promise<void>
  /** The days pass only as a test says. */
  setClock(iso: string): void
}

export async function openTellingDesk(): Promise<TellingDesk> {
  const library = await openSmallLibrary()
  let now = '2026-11-21T02:03:04.000Z'
  const access: LibraryAccess = {
    db: library.library.db,
    search: library.search,
    blobs: createBlobStore(library.paths.objects),
    clock: () => new Date(now),
  }
  const app = new Hono().route('/', storyRoutes(access, library.writer)).onError((error, c) => errorResponse(c, error))
  const ask = async <T>(method: string, path: string, body?: unknown, person?: string) => {
    const response = await app.request(path, {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(person !== undefined && { 'x-xinhuo-person': encodeURIComponent(person) }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return { status: response.status, body: (await response.json()) as T }
  }
  return {
    ...library,
    access,
    ask,
    async tell(record, person) {
      const told = await ask<StoryView>('POST', '/', { record }, person)
      if (told.status !== 201) throw new Error(JSON.stringify(told.body))
      return told.body
    },
    async office(people) {
      const office = StoryOfficeSchema.parse({
        name: '石坪乡宣传办',
        people: Object.entries(people).map(([name, roles], at) => ({ id: `person-${at}`, name, roles })),
      })
      await library.writer.saveStoryOffice(office, '本机')
    },
    setClock(iso) {
      now = iso
    },
  }
}
