import { mkdirSync } from 'node:fs'
import { Hono } from 'hono'
import { receivedRoutes } from '../../library/feedback/received.routes.ts'
import type { Report, ReportAnswer } from '../../library/feedback/report-view.ts'
import { reportRoutes } from '../../library/feedback/reports.routes.ts'
import { errorResponse } from '../../library/http/error-response.ts'
import { openSmallLibrary, type SmallLibrary } from '../items/small-library.ts'

/** A library with its report routes, asked as the window and the command line ask them. */
export interface ReportDesk extends SmallLibrary {
  /** Asks a route below `/api/reports` and gives the answer, whatever its status. */
  ask<T>(method: string, path: string, body?: unknown): Promise<{ status: number; body: T; response: Response }>
  write(report: { kind: string; text: string } & Partial<Report>): Promise<Report>
  /** The days pass only as a test says. */
  setClock(iso: string): void
}

export async function openReportDesk(options: { mayUsePaths?: boolean } = {}): Promise<ReportDesk> {
  const { mayUsePaths = true } = options
  const library = await openSmallLibrary()
  mkdirSync(library.paths.incoming, { recursive: true })
  let now = '2026-03-04T05:06:07.000Z'
  const access = {
    db: library.library.db,
    search: library.search,
    get blobs(): never {
      throw new Error('reports need no blobs')
    },
    clock: () => new Date(now),
  }
  const app = new Hono()
    .route('/received', receivedRoutes(access, library.writer, library.paths.incoming, mayUsePaths))
    .route('/', reportRoutes(access, library.writer, mayUsePaths))
    .onError((error, c) => errorResponse(c, error))
  const ask = async <T>(method: string, path: string, body?: unknown) => {
    const isForm = body instanceof FormData
    const response = await app.request(path, {
      method,
      ...(body !== undefined && !isForm && { headers: { 'content-type': 'application/json' } }),
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    })
    const copy = response.clone()
    return { status: response.status, body: (await response.json()) as T, response: copy }
  }
  return {
    ...library,
    ask,
    write: async (report) => (await ask<Report>('POST', '/', report)).body,
    setClock(iso) {
      now = iso
    },
  }
}

export const answerOf = (reports: readonly Report[], number: string): ReportAnswer | undefined =>
  reports.find((report) => report.number === number)?.answer
