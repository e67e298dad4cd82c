import { AppError } from '../../errors/app-error.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import type { MeetingPart, MeetingRecord } from '../outline/outline.schema.ts'
import type { MaterialRecord } from './material.schema.ts'
import { resolveCited } from './resolve-cited.ts'
import { takeIn } from './take-in.ts'

/** A record with what it cites, and what its parts only name, as it stands in this library today. */
export async function resolveMaterial(library: LibraryAccess, record: MaterialRecord): Promise<MaterialRecord> {
  return resolveCited(library, record.type === 'meeting' ? await resolveTaken(library, record) : record)
}

/** A meeting whose parts that only name a story, drill or guide have it with them; those that are not here stay. */
async function resolveTaken(library: LibraryAccess, record: MeetingRecord): Promise<MeetingRecord> {
  if (!record.parts.some((part) => namesOnly(part) !== undefined)) return record
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
  if (itemId === undefined) return part
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
