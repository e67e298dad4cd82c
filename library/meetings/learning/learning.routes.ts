import { Hono } from 'hono'
import { z } from 'zod'
import { AppError } from '../../errors/app-error.ts'
import { errorResponse } from '../../http/error-response.ts'
import { validate } from '../../http/validate.ts'
import { localDate } from '../../items/record-revision.ts'
import { IsoDate } from '../../items/revision.schema.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import { asStorageError } from '../../store/storage-error.ts'
import { Level, LocalId } from '../materials/cited.schema.ts'
import { notKeptHere, progressNotSaved, stepNotFound } from './learning-errors.ts'
import type { StepProgress } from './learning-view.ts'
import { findProgress } from './progress.repository.ts'
import { listPaths, readPath, viewPath } from './view-path.ts'

/** What a learner's progress writes, done by the writer's thread. */
export interface LearningWrites {
  saveLearningStep(pathId: string, step: StepProgress): Promise<unknown>
  deleteLearningStep(pathId: string, stepId: string): Promise<unknown>
  replaceLearningProgress(pathId: string, steps: readonly StepProgress[]): Promise<unknown>
}

const State = z.enum(['begun', 'done'])
/** What was answered, by question; a question has at most ten choices. */
const Answers = z.record(LocalId, z.array(z.string().max(200)).max(10))
const ChangedStep = z.strictObject({ state: State, answers: Answers.optional() })
const WholeProgress = z.strictObject({
  progress: z
    .array(z.strictObject({ stepId: LocalId, state: State, answers: Answers.optional(), at: IsoDate }))
    .max(200),
})
const PathQuery = z.object({ post: z.string().min(1).max(40).optional(), level: Level.optional() })

/**
 * `/api/learning`: learning paths, and how far the learner at this machine is. Progress is answered here and nowhere
 * else, and not a word of it is logged.
 * @param keepsProgress false for `serve`, which many use: there each browser keeps its own
 */
export function learningRoutes(library: LibraryAccess, writes: LearningWrites, keepsProgress: boolean) {
  const own = (id: string) => {
    if (!keepsProgress) throw notKeptHere()
    return readPath(library, id)
  }
  const progressOf = async (id: string) => ({ progress: await findProgress(library.db, id) })

  return new Hono()
    .get('/', validate('query', PathQuery), async (c) =>
      c.json(await listPaths(library, c.req.valid('query'), keepsProgress)),
    )
    .get('/:pathId', async (c) => c.json(await viewPath(library, c.req.param('pathId'), keepsProgress)))
    .put('/:pathId/steps/:stepId', validate('json', ChangedStep), async (c) => {
      const { pathId, stepId } = c.req.param()
      const { record } = await own(pathId)
      if (!record.steps.some(({ id }) => id === stepId)) throw stepNotFound()
      await writes.saveLearningStep(pathId, { stepId, at: localDate(library.clock()), ...c.req.valid('json') })
      return c.json(await progressOf(pathId))
    })
    .delete('/:pathId/steps/:stepId', async (c) => {
      const { pathId, stepId } = c.req.param()
      await own(pathId)
      await writes.deleteLearningStep(pathId, stepId)
      return c.json(await progressOf(pathId))
    })
    .put('/:pathId/progress', validate('json', WholeProgress), async (c) => {
      const pathId = c.req.param('pathId')
      await own(pathId)
      await writes.replaceLearningProgress(pathId, c.req.valid('json').progress)
      return c.json(await progressOf(pathId))
    })
    .delete('/:pathId/progress', async (c) => {
      if (!keepsProgress) throw notKeptHere()
      // Also of a path that is not here any more.
      const pathId = c.req.param('pathId')
      const before = await progressOf(pathId)
      await writes.replaceLearningProgress(pathId, [])
      // What was cleared is given back once, so that it can be put back.
      return c.json(before)
    })
    .onError((error, c) => {
      if (c.req.method === 'GET') throw error
      // The address names what is being learned: a failure must not take it into the log.
      return errorResponse(c, error instanceof AppError ? error : (asStorageError(error) ?? progressNotSaved(error)))
    })
}
