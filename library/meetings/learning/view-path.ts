import type { LibraryAccess } from '../../store/library-access.ts'
import type { Level } from '../materials/cited.schema.ts'
import { listMaterials } from '../materials/list-materials.ts'
import { MaterialNotFoundError } from '../materials/material-errors.ts'
import type { MaterialView } from '../materials/material-view.ts'
import { readMaterial } from '../materials/read-material.ts'
import type { LearningPathView } from './learning-view.ts'
import type { PathRecord } from './path.schema.ts'
import { findProgress } from './progress.repository.ts'
import { resolveSteps } from './resolve-steps.ts'
import { orderSteps } from './step-order.ts'

/** So many paths are listed at most. */
const MOST = 200

type PathView = MaterialView & { readonly record: PathRecord }

/**
 * One learning path, own or an item.
 * @param keepsProgress false where many learn at one service: each browser keeps its own
 * @throws {MaterialNotFoundError} also for a material that is no path
 */
export async function viewPath(library: LibraryAccess, id: string, keepsProgress: boolean): Promise<LearningPathView> {
  const path = await readPath(library, id)
  const { recordSha256: _, createdAt: __, revision: ___, ...summary } = path
  const ids = new Set(path.record.steps.map((step) => step.id))
  return {
    ...summary,
    steps: await resolveSteps(library, path),
    faults: orderSteps(path.record.steps).faults,
    ...(keepsProgress && {
      progress: (await findProgress(library.db, id)).filter(({ stepId }) => ids.has(stepId)),
    }),
  }
}

/** @throws {MaterialNotFoundError} */
export async function readPath(library: LibraryAccess, id: string): Promise<PathView> {
  const view = await readMaterial(library, id)
  if (view.record.type !== 'path') throw new MaterialNotFoundError()
  return { ...view, record: view.record }
}

/** Paths for a post and a level, own ones first; what names no post, or is for all levels, is for everybody. */
export async function listPaths(
  library: LibraryAccess,
  { post, level }: { readonly post?: string | undefined; readonly level?: Level | undefined },
  keepsProgress: boolean,
): Promise<LearningPathView[]> {
  const { materials } = await listMaterials(library, { type: 'path', level, limit: MOST, offset: 0 })
  const meant = materials.filter(({ posts }) => post === undefined || posts.length === 0 || posts.includes(post))
  const paths = await Promise.all(
    meant.map(({ id }) =>
      viewPath(library, id, keepsProgress).catch((error: unknown) => {
        // Deleted meanwhile: it is no path for anybody.
        if (error instanceof MaterialNotFoundError) return undefined
        throw error
      }),
    ),
  )
  return paths.filter((path) => path !== undefined)
}
