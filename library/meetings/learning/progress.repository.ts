import type { Kysely } from 'kysely'
import type { LibraryTables } from '../../store/schema.ts'
import type { StepProgress } from './learning-view.ts'

type Db = Kysely<LibraryTables>

/** How far the learner at this machine is with a path. It is read by the learner's own pages and by nothing else. */
export async function findProgress(db: Db, pathId: string): Promise<StepProgress[]> {
  const rows = await db.selectFrom('learning_progress').where('path_id', '=', pathId).selectAll().execute()
  return rows.map(({ step_id, state, answers, at }) => ({
    stepId: step_id,
    // Written by saveStep alone.
    state: state as StepProgress['state'],
    ...(answers !== null && { answers: JSON.parse(answers) as NonNullable<StepProgress['answers']> }),
    at,
  }))
}

/** Answers given before stay where none are given now. */
export async function saveStep(db: Db, pathId: string, { stepId, state, answers, at }: StepProgress): Promise<void> {
  const row = { state, at, ...(answers !== undefined && { answers: JSON.stringify(answers) }) }
  await db
    .insertInto('learning_progress')
    .values({ path_id: pathId, step_id: stepId, answers: null, ...row })
    .onConflict((conflict) => conflict.columns(['path_id', 'step_id']).doUpdateSet(row))
    .execute()
}

/** Puts what is given in the place of all that was known of the path: nothing, to clear it. */
export async function replaceProgress(db: Db, pathId: string, steps: readonly StepProgress[]): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom('learning_progress').where('path_id', '=', pathId).execute()
    for (const step of steps) await saveStep(trx, pathId, step)
  })
}

export async function deleteStep(db: Db, pathId: string, stepId: string): Promise<void> {
  await db.deleteFrom('learning_progress').where('path_id', '=', pathId).where('step_id', '=', stepId).execute()
}
