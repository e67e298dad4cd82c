import type { StoryRecord } from '../story.schema.ts'
import type { GateFinding } from './gate-view.ts'

/** A finding that its repair makes go away. */
type Repairable = GateFinding & { readonly repair: NonNullable<GateFinding['repair']> }

/** Lists from which a whole entry may be removed. */
const REMOVED_FROM = ['quotes', 'media', 'policies'] as const

/**
 * The record with the repairs of these findings carried out, which were found in exactly this record. What is stripped
 * on leaving stays as it is.
 */
export function repairRecord(record: StoryRecord, findings: readonly GateFinding[]): StoryRecord {
  const repaired = structuredClone(record)
  const repairable = findings.filter((finding): finding is Repairable => finding.repair !== undefined)
  const inTexts = repairable.filter(({ place }) => place.start !== undefined && place.end !== undefined)
  // From the end, so that the places before stay where they are.
  for (const finding of inTexts.toSorted((one, other) => (other.place.start ?? 0) - (one.place.start ?? 0))) {
    if (finding.repair.type !== 'remove' || finding.repair.replacement !== undefined) replaceWords(repaired, finding)
  }
  for (const { place, repair } of repairable) {
    const [list, at] = place.field.split('/')
    const person = list === 'people' ? repaired.people[Number(at)] : undefined
    if (repair.type === 'alias' && place.start === undefined && person) person.alias = repair.replacement
    if (repair.type === 'blur' && place.region) {
      const media = repaired.media.find(({ id }) => id === place.mediaId)
      if (media) media.blurred = [...(media.blurred ?? []), place.region]
    }
  }
  for (const list of REMOVED_FROM) {
    const gone = new Set(
      repairable
        .filter(({ repair, place }) => repair.type === 'remove' && place.field.split('/')[0] === list)
        .map(({ place }) => Number(place.field.split('/')[1])),
    )
    if (gone.size > 0) Object.assign(repaired, { [list]: repaired[list].filter((_, at) => !gone.has(at)) })
  }
  return repaired
}

/** Puts the replacement where the words stand, if they still do. */
function replaceWords(record: StoryRecord, { place, repair }: Repairable): void {
  const path = place.field.split('/')
  const last = path.pop() as string
  let holder: unknown = record
  for (const part of path) holder = (holder as Record<string, unknown> | undefined)?.[part]
  const fields = holder as Record<string, unknown> | undefined
  const text = fields?.[last]
  const { start = 0, end = 0, quote } = place
  if (!fields || typeof text !== 'string' || text.slice(start, end) !== quote) return
  // A file's name cannot have a star on Windows.
  const words = (repair.replacement ?? '').replaceAll('*', last === 'name' ? 'x' : '*')
  fields[last] = text.slice(0, start) + words + text.slice(end)
}
