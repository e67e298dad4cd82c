import { Hono } from 'hono'
import { errorResponse } from '../http/error-response.ts'
import { itemReadingRoutes } from '../items/items.routes.ts'
import { searchRoutes } from '../search/search.routes.ts'
import { openCheckSurroundings } from '../templates/check/check-surroundings.ts'
import { documentCheckLineRoutes } from '../templates/check/document-check-lines.routes.ts'
import { openReading } from './open-reading.ts'

/** Answers the questions that change nothing, without taking the library. */
export interface ReadingService {
  readonly handle: (request: Request) => Promise<Response>
  close(): Promise<void>
}

/**
 * Opens a library beside whoever writes it.
 * @throws {LibraryMissingError} when there is none in this folder
 */
export async function openReadingService(root: string): Promise<ReadingService> {
  const library = await openReading(root)
  const app = new Hono()
    .route('/api', searchRoutes(library))
    .route('/api/items', itemReadingRoutes(library))
    .route(
      '/api/document-checks',
      documentCheckLineRoutes(() => openCheckSurroundings(library)),
    )
    .onError((error, c) => errorResponse(c, error))
  return { handle: async (request) => app.fetch(request), close: () => library.close() }
}
