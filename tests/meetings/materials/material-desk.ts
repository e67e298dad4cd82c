import { Hono } from 'hono'
import { errorResponse } from '../../../library/http/error-response.ts'
import type { MaterialPage, MaterialView } from '../../../library/meetings/materials/material-view.ts'
import { materialRoutes } from '../../../library/meetings/materials/materials.routes.ts'
import { openTellingDesk, type TellingDesk } from '../../stories/telling-desk.ts'

/** A library with its routes for materials, and those for stories as `stories`. */
export interface MaterialDesk extends Omit<TellingDesk, 'ask'> {
  readonly stories: TellingDesk['ask']
  /** Asks a route below `/api/materials` and gives the answer, whatever its status. */
  readonly ask: TellingDesk['ask']
  /** Keeps a material; what is not said is as the schema has it. */
  make(record: object): Promise<MaterialView>
  list(query?: string): Promise<MaterialPage>
}

export async function openMaterialDesk(): Promise<MaterialDesk> {
  const desk = await openTellingDesk()
  const app = new Hono()
    .route('/', materialRoutes(desk.access, desk.writer))
    .onError((error, c) => errorResponse(c, error))
  const ask = async <T>(method: string, path: string, body?: unknown) => {
    const json = { 'content-type': 'application/json' }
    const init =
      body instanceof FormData ? { body } : body === undefined ? {} : { headers: json, body: JSON.stringify(body) }
    const response = await app.request(path, { method, ...init })
    return { status: response.status, body: (await response.json()) as T }
  }
  return {
    ...desk,
    stories: desk.ask,
    ask,
    async make(record) {
      const made = await ask<MaterialView>('POST', '/', {
        record: { type: 'meeting', format: 1, title: '', ...record },
      })
      if (made.status !== 201) throw new Error(JSON.stringify(made.body))
      return made.body
    },
    list: async (query = '') => (await ask<MaterialPage>('GET', `/?${query}`)).body,
  }
}
