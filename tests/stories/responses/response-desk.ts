import path from 'node:path'
import { afterAll } from 'vitest'
import writeXlsxFile, { type SheetData } from 'write-excel-file/node'
import type { ErrorBody } from '../../../library/http/error-response.ts'
import type { RunningService } from '../../../library/service/run-service.ts'
import type { StoryView } from '../../../library/stories/story-view.ts'
import { startService } from '../../service/running-service.ts'
import { temporaryFolder } from '../../store/temporary-library.ts'

/** A running office that gathers what comes back. */
export interface ResponseDesk {
  readonly service: RunningService
  ask<T>(
    method: string,
    path: string,
    body?: unknown,
    person?: string,
  ): Promise<{ status: number; body: T & ErrorBody }>
  /** Sends a file as a window does. */
  give<T>(path: string, name: string, bytes: Uint8Array | string): Promise<{ status: number; body: T & ErrorBody }>
  tell(title: string): Promise<StoryView>
}

export async function openResponseDesk(): Promise<ResponseDesk> {
  const root = path.join(temporaryFolder(afterAll), '资料库')
  const service = await startService(root, { atEnd: afterAll })
  const send = async <T>(method: string, at: string, init: RequestInit) => {
    const response = await service.handle(new Request(`http://xinhuo/api${at}`, { method, ...init }))
    return { status: response.status, body: (await response.json()) as T & ErrorBody }
  }
  const ask: ResponseDesk['ask'] = (method, at, body, person) =>
    send(method, at, {
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(person !== undefined && { 'x-xinhuo-person': encodeURIComponent(person) }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  return {
    service,
    ask,
    give(at, name, bytes) {
      const form = new FormData()
      form.append('file', new File([bytes as Uint8Array<ArrayBuffer>], name))
      return send('POST', at, { body: form })
    },
    tell: async (title) => (await ask<StoryView>('POST', '/stories', { record: { title } })).body,
  }
}

/** A spreadsheet of texts. */
export const sheetOf = async (rows: readonly (readonly (string | number | Date | null)[])[]): Promise<Buffer> =>
  writeXlsxFile(
    rows.map((row) =>
      row.map((value) =>
        value === null
          ? null
          : value instanceof Date
            ? { value, type: Date, format: 'yyyy-mm-dd hh:mm' }
            : typeof value === 'number'
              ? { value, type: Number }
              : { value, type: String },
      ),
    ) as SheetData,
  ).toBuffer()
