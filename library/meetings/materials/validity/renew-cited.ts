import { localDate } from '../../../items/record-revision.ts'
import type { LibraryAccess } from '../../../store/library-access.ts'
import type { MeetingPart, ToldStory } from '../../outline/outline.schema.ts'
import { mapCitations } from '../citations-of.ts'
import type { CitedPassage } from '../cited.schema.ts'
import type { MaterialRecord } from '../material.schema.ts'
import { citeUnknown } from '../material-errors.ts'
import { takeIn } from '../take-in.ts'
import { openSources } from './cited-sources.ts'
import type { Examined } from './examined.ts'
import { examineRecord } from './find-changes.ts'

/**
 * A record with some of what it cites brought up to date: the words, the revision and the validity of passages, and
 * stories, drills and guides taken in anew. All else stays, also the sections of a story that are not told.
 * @param cites ids of citations that changed
 * @throws {MaterialError} MATERIAL_CITE_UNKNOWN when one of them did not change, or has nothing newer
 */
export async function renewCited(
  library: LibraryAccess,
  record: MaterialRecord,
  cites: readonly string[],
): Promise<MaterialRecord> {
  const today = localDate(library.clock())
  const changed = await changedOnes(library, record, cites, today)
  if ([...changed.values()].some((one) => !canRenew(one))) throw citeUnknown()
  const renewed = mapCitations(record, (cited) => {
    const found = changed.get(cited.id)
    return found?.change?.what === 'passage' ? renewedPassage(cited, found, today) : cited
  })
  if (renewed.type === 'path') {
    const steps = renewed.steps.map((step) => {
      const found = changed.get(step.id)
      if (!found) return step
      const { revision = step.revision, itemId = step.itemId } = { ...found.renewed, revision: found.change?.revision }
      return { ...step, itemId, revision, keptBeside: undefined }
    })
    return { ...renewed, steps }
  }
  if (renewed.type !== 'meeting') return renewed
  const parts = await Promise.all(
    renewed.parts.map((part) => {
      const found = changed.get(part.id)
      return found?.change && found.change.what !== 'passage' ? retaken(library, part, found) : part
    }),
  )
  return { ...renewed, parts }
}

/**
 * A record that says of some of what it cites: somebody looked at the newer text and left this as it was. A revision
 * after that one asks again.
 * @throws {MaterialError} MATERIAL_CITE_UNKNOWN when one of them did not change
 */
export async function keepCited(
  library: LibraryAccess,
  record: MaterialRecord,
  cites: readonly string[],
): Promise<MaterialRecord> {
  const changed = await changedOnes(library, record, cites, localDate(library.clock()))
  const beside = (id: string) => {
    const change = changed.get(id)?.change
    return change && { keptBeside: change.revision ?? ('withdrawn' as const) }
  }
  const kept = mapCitations(record, (cited) => ({ ...cited, ...beside(cited.id) }))
  if (kept.type === 'path') return { ...kept, steps: kept.steps.map((step) => ({ ...step, ...beside(step.id) })) }
  if (kept.type !== 'meeting') return kept
  return {
    ...kept,
    parts: kept.parts.map((part): MeetingPart => {
      const mark = beside(part.id)
      if (!mark) return part
      if (part.type === 'story' && part.story?.from) {
        return { ...part, story: { ...part.story, from: { ...part.story.from, ...mark } } }
      }
      return (part.type === 'scene' || part.type === 'exercise') && part.from
        ? { ...part, from: { ...part.from, ...mark } }
        : part
    }),
  }
}

/** Whether there is something newer to take: of what went without a successor there is not. */
export const canRenew = ({ change, renewed }: Examined): boolean =>
  change !== undefined && (renewed !== undefined || (change.what !== 'passage' && change.change !== 'withdrawn'))

async function changedOnes(
  library: LibraryAccess,
  record: MaterialRecord,
  cites: readonly string[],
  today: string,
): Promise<Map<string, Examined>> {
  const examined = await examineRecord(openSources(library, today), record, today)
  const asked = new Set(cites)
  const changed = new Map(
    examined.filter(({ change, state }) => change && asked.has(state.citeId)).map((one) => [one.state.citeId, one]),
  )
  if (asked.size === 0 || changed.size !== asked.size) throw citeUnknown()
  return changed
}

const renewedPassage = (cited: CitedPassage, { renewed }: Examined, today: string): CitedPassage => ({
  ...cited,
  ...renewed,
  citedOn: today,
  keptBeside: undefined,
})

/** What a part took in, as it is now; what the organiser wrote beside it stays. */
async function retaken(library: LibraryAccess, part: MeetingPart, { renewed, change }: Examined): Promise<MeetingPart> {
  const taken = await takeIn(library, { itemId: renewed?.itemId ?? change?.itemId ?? '' })
  if (part.type === 'story' && taken.type === 'story' && taken.story) {
    return { ...part, story: part.story ? retold(taken.story, part.story) : taken.story }
  }
  if (part.type === 'scene' && taken.type === 'scene') return { ...part, drill: taken.drill, from: taken.from }
  if (part.type === 'exercise' && taken.type === 'exercise') {
    return { ...part, guide: taken.guide, from: taken.from, ...(taken.guide ? {} : { text: taken.text }) }
  }
  return part
}

/** Sections that are not told stay untold, unless none of those that were told is there any more. */
function retold(newer: ToldStory, before: ToldStory): ToldStory {
  const told = new Set(before.sections.map(({ heading }) => heading))
  const sections = newer.sections.filter(({ heading }) => told.has(heading))
  return { ...newer, sections: sections.length > 0 ? sections : newer.sections }
}
