import { Hono } from 'hono'
import type { JobRunner } from '../jobs/job-runner.ts'
import { listBackups } from './backups.ts'

/** Restoring closes the databases, so the owner of the open library does it. */
export type RestoreBackup = (name: string) => Promise<{ restored: string; keptAside: string }>

/** `/api/backups`: listing, making and restoring copies of the library. */
export function backupRoutes(jobs: JobRunner, directory: string, restore: RestoreBackup) {
  return new Hono()
    .get('/', async (c) => c.json(await listBackups(directory)))
    .post('/', async (c) => c.json(await jobs.start('backup', {}), 202))
    .post('/:name/restore', async (c) => c.json(await restore(c.req.param('name'))))
}
