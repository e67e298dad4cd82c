import { AppError } from '../../errors/app-error.ts'
import { findItem } from '../../items/items.repository.ts'
import { localDate } from '../../items/record-revision.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import type { PathRecord } from '../learning/path.schema.ts'
import type { MeetingPart, MeetingRecord, TakenFrom } from '../outline/outline.schema.ts'
import type { MaterialRecord } from './material.schema.ts'
import { resolveCited } from './resolve-cited.ts'
import { takeIn } from './take-in.ts'

/** A record with what it cites, and what its parts only name, as it stands in this library today. */
export async function resolveMaterial(library: LibraryAccess, record: MaterialRecord): Promise<MaterialRecord> {
  if (record.type === 'meeting') return resolveCited(library, await resolveTaken(library, record))
  return resolveCited(library, record.type === 'path' ? await datedPath(library, record) : record)
}

/** A path whose steps say which revision they are of. */
async function datedPath({ db }: LibraryAccess, path: PathRecord): Promise<PathRecord> {
  const items = await Promise.all(
    path.steps.map(({ itemId, revision }) =>
      itemId === undefined || revision !== undefined ? undefined : findItem(db, itemId),
    ),
  )
  const steps = path.steps.map((step, at) => {
    const item = items[at]
    return item && item.revisions > 0 ? { ...step, revision: item.current_revision } : step
  })
  return { ...path, steps }
}

/** A meeting whose parts that only name a story, drill or guide have it with them; those that are not here stay. */
async function resolveTaken(library: LibraryAccess, record: MeetingRecord): Promise<MeetingRecord> {
  const parts = await Promise.all(record.parts.map((part) => filledPart(library, part)))
  return { ...record, parts }
}

/** The id of what a part names without having it. */
function namesOnly(part: MeetingPart): string | undefined {
  if (part.type === 'story') return part.story?.sections.length === 0 ? part.story.from?.id : undefined
  if (part.type === 'scene') return part.drill ? undefined : part.from?.id
  if (part.type === 'exercise') return part.guide ? undefined : part.from?.id
  return undefined
}

async function filledPart(library: LibraryAccess, part: MeetingPart): Promise<MeetingPart> {
  const itemId = namesOnly(part)
  if (itemId === undefined) return dated(library, part)
  try {
    const taken = await takeIn(library, { itemId })
    if (part.type === 'story' && taken.type === 'story') {
      const pictures = part.pictures.length > 0 ? part.pictures : taken.pictures
      return { ...part, story: taken.story, pictures, cites: part.cites.length > 0 ? part.cites : taken.cites }
    }
    if (part.type === 'scene' && taken.type === 'scene') return { ...part, drill: taken.drill, from: taken.from }
    if (part.type === 'exercise' && taken.type === 'exercise') return { ...part, guide: taken.guide, from: taken.from }
    return part
  } catch (error) {
    if (error instanceof AppError) return part
    throw error
  }
}

/** What was written by hand does not say which revision it is of: it is the one there is when it is read. */
async function dated(library: LibraryAccess, part: MeetingPart): Promise<MeetingPart> {
  if (part.type === 'story' && part.story?.from) {
    return { ...part, story: { ...part.story, from: await datedFrom(library, part.story.from) } }
  }
  if ((part.type === 'scene' || part.type === 'exercise') && part.from) {
    return { ...part, from: await datedFrom(library, part.from) }
  }
  return part
}

async function datedFrom({ db, clock }: LibraryAccess, from: TakenFrom): Promise<TakenFrom> {
  if (from.revision !== undefined) return from
  const item = await findItem(db, from.id)
  if (!item || item.revisions === 0) return from
  return { ...from, revision: item.current_revision, takenOn: from.takenOn ?? localDate(clock()) }
}
