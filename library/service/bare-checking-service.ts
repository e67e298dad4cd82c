import { Hono } from 'hono'
import { errorResponse } from '../http/error-response.ts'
import { bareSurroundings } from '../templates/check/check-surroundings.ts'
import { documentCheckLineRoutes } from '../templates/check/document-check-lines.routes.ts'
import type { ReadingService } from './reading-service.ts'

/** Checks documents where there is no library yet: all rules but those that look something up. */
export async function openBareCheckingService(): Promise<ReadingService> {
  const app = new Hono()
    .route(
      '/api/document-checks',
      documentCheckLineRoutes(async () => bareSurroundings(new Date())),
    )
    .onError((error, c) => errorResponse(c, error))
  return { handle: async (request) => app.fetch(request), close: async () => {} }
}
