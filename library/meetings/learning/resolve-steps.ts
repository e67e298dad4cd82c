import { findItem, findTombstone } from '../../items/items.repository.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import type { MaterialType } from '../materials/material.schema.ts'
import type { MaterialView } from '../materials/material-view.ts'
import { findChanges } from '../materials/validity/find-changes.ts'
import type { PathStepView } from './learning-view.ts'
import type { PathRecord, PathStep } from './path.schema.ts'
import { orderSteps } from './step-order.ts'

/** What a step names, as it is found here. */
interface Target {
  readonly title: string
  /** Made here: then it is no item that could be read. */
  readonly own: boolean
  /** Of a meeting, drill, guide or path; absent for any other item. */
  readonly type?: MaterialType | undefined
}

/** The steps of a path with what they name looked up here. */
export async function resolveSteps(
  library: LibraryAccess,
  path: MaterialView & { readonly record: PathRecord },
): Promise<PathStepView[]> {
  const { after } = orderSteps(path.record.steps)
  const changed = new Set(
    (await findChanges(library, path)).changes.flatMap(({ citeId, kept }) => (kept ? [] : [citeId])),
  )
  return Promise.all(
    path.record.steps.map(async (step): Promise<PathStepView> => {
      const target = step.itemId === undefined ? undefined : await findTarget(library, step.itemId)
      const open = step.type === 'quiz' ? undefined : target && addressOf(step, target)
      return {
        ...step,
        after: [...(after.get(step.id) ?? [])],
        here: step.type === 'quiz' ? step.questions.length > 0 : target !== undefined,
        ...(open !== undefined && { open }),
        changed: changed.has(step.id),
        ...(target && { target: target.title }),
      }
    }),
  )
}

async function findTarget({ db }: LibraryAccess, id: string): Promise<Target | undefined> {
  const material = await db
    .selectFrom('material_summary')
    .where('id', '=', id)
    .where('discarded_at', 'is', null)
    .orderBy('own', 'desc')
    .select(['own', 'title', 'type'])
    .executeTakeFirst()
  const type = material?.type ? (material.type as MaterialType) : undefined
  if (material?.own === 1) return { title: material.title, own: true, type }
  const item = await findItem(db, id)
  const isThere = item && item.revisions > 0 && item.put_away_at === null && !(await findTombstone(db, id))
  return isThere ? { title: item.title, own: false, type } : undefined
}

/** A drill is played, a guide followed, a meeting shown; whatever else is read. */
function addressOf({ type, itemId = '', anchor }: PathStep, target: Target): string {
  const id = encodeURIComponent(itemId)
  switch (target.own || type !== 'read' ? target.type : undefined) {
    case 'drill':
      return `/drills/${id}/play`
    case 'guide':
      return `/guides/${id}`
    case 'meeting':
      return `/present/${id}`
    case 'path':
      return `/learning/${id}`
    default:
      return `/item/${id}${anchor === undefined ? '' : `#${encodeURIComponent(anchor)}`}`
  }
}
