import type { Kysely } from 'kysely'
import type { JobTable, LibraryTables } from '../store/schema.ts'
import type { JobProgress, JobState, JobView } from './job-view.ts'

/** A job as it is kept: its view, and what it needs to begin again. */
export interface StoredJob {
  readonly view: JobView
  readonly parameters: unknown
}

export async function saveJob(db: Kysely<LibraryTables>, { view, parameters }: StoredJob): Promise<void> {
  const row: JobTable = {
    id: view.id,
    type: view.type,
    state: view.state,
    parameters: JSON.stringify(parameters),
    progress: JSON.stringify(view.progress),
    result: view.result === undefined ? null : JSON.stringify(view.result),
    error: view.error === undefined ? null : JSON.stringify(view.error),
    created_at: view.createdAt,
    finished_at: view.finishedAt ?? null,
  }
  await db
    .insertInto('job')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
}

/** The newest jobs first. */
export async function findJobs(db: Kysely<LibraryTables>, limit: number): Promise<StoredJob[]> {
  const rows = await db.selectFrom('job').selectAll().orderBy('created_at', 'desc').limit(limit).execute()
  return rows.map(toStoredJob)
}

/** Jobs that had not ended when the process did. */
export async function findUnfinishedJobs(db: Kysely<LibraryTables>): Promise<StoredJob[]> {
  const rows = await db
    .selectFrom('job')
    .selectAll()
    .where('state', 'in', ['queued', 'running'])
    .orderBy('created_at')
    .execute()
  return rows.map(toStoredJob)
}

/** Forgets ended jobs older than `before` (ISO date-time): they are a log of the machine's work, not of the person's. */
export async function deleteOldJobs(db: Kysely<LibraryTables>, before: string): Promise<void> {
  await db.deleteFrom('job').where('finished_at', '<', before).execute()
}

function toStoredJob(row: JobTable): StoredJob {
  return {
    parameters: JSON.parse(row.parameters),
    view: {
      id: row.id,
      // Written by saveJob alone, so type and result belong together.
      type: row.type as 'import',
      state: row.state as JobState,
      progress: JSON.parse(row.progress) as JobProgress,
      createdAt: row.created_at,
      finishedAt: row.finished_at ?? undefined,
      ...(row.result === null ? {} : { result: JSON.parse(row.result) }),
      ...(row.error === null ? {} : { error: JSON.parse(row.error) }),
    },
  }
}
