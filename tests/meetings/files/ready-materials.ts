import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'
import type { MaterialPage, MaterialSummary } from '../../../library/meetings/materials/material-view.ts'
import type { RunningService } from '../../../library/service/run-service.ts'
import { ask, importPaths, startService } from '../../service/running-service.ts'
import { temporaryFolder } from '../../store/temporary-library.ts'

const FOLDERS = ['policies', 'stories', 'guides', 'drills', 'meetings', 'learning']
const folder = (name: string) => fileURLToPath(new URL(`../../../content/${name}`, import.meta.url))

/** A service over a library with the ready meetings, drills, guides and paths; to be closed after all tests. */
export async function startWithReadyMaterials(): Promise<{
  service: RunningService
  materials: readonly MaterialSummary[]
}> {
  const root = path.join(temporaryFolder(afterAll), '资料库')
  const service = await startService(root, { atEnd: () => {} })
  await importPaths(service, FOLDERS.map(folder))
  const { materials } = await ask<MaterialPage>(service, 'GET', '/api/materials?limit=100')
  return { service, materials }
}

/** A file of a material, or what is said in its place. */
export async function fileOf(service: RunningService, id: string, asked: string) {
  const response = await service.handle(new Request(`http://xinhuo/api/materials/${id}/files/${asked}`))
  const bytes = new Uint8Array(await response.arrayBuffer())
  const text = Buffer.from(bytes).toString('utf8')
  const name = /filename\*=UTF-8''(.*)$/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? ''
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    name: decodeURIComponent(name),
    bytes,
    said: () => JSON.parse(text) as { error?: { code: string; what: string; todo?: string } },
  }
}
