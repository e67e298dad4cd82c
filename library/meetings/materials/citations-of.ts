import type { Validity } from '../../items/validity.ts'
import type { DrillRecord } from '../drills/drill.schema.ts'
import type { StepGuideRecord } from '../guides/step-guide.schema.ts'
import type { PathRecord, QuizQuestion } from '../learning/path.schema.ts'
import type { MeetingPart, MeetingRecord, TakenFrom, ToldStory } from '../outline/outline.schema.ts'
import type { CitedPassage } from './cited.schema.ts'
import type { MaterialRecord } from './material.schema.ts'
import type { CitedChange } from './material-view.ts'

/** One thing that a material cites, and where. */
export interface MaterialCitation {
  /** Names it within the material: the id of the passage, or of the part or step that took a whole thing. */
  readonly citeId: string
  /** The part, turn or step it stands in; empty for the whole of a drill or guide. */
  readonly partId: string
  readonly partTitle: string
  readonly what: CitedChange['what']
  readonly title: string
  readonly provision?: string | undefined
  readonly itemId?: string | undefined
  readonly revision?: string | undefined
  readonly anchor?: string | undefined
  /** The words that are kept of a passage. */
  readonly text?: string | undefined
  readonly validity?: Validity | undefined
  readonly citedOn?: string | undefined
  readonly keptBeside?: string | undefined
  /** What was taken in whole, as it is kept. */
  readonly taken?: ToldStory | DrillRecord | StepGuideRecord | undefined
}

/** Everything a material cites, in the order of its parts. */
export function citationsOf(record: MaterialRecord): MaterialCitation[] {
  switch (record.type) {
    case 'meeting':
      return record.parts.flatMap(citationsOfPart)
    case 'drill':
      return [
        ...passages(record.cites, '', record.title),
        ...record.turns.flatMap((turn) =>
          turn.choices.flatMap(({ cites }) => passages(cites, turn.id, turn.title || record.title)),
        ),
      ]
    case 'guide':
      return passages(record.cites, '', record.title)
    case 'path':
      return record.steps.flatMap((step) => [
        ...(step.itemId === undefined || step.type === 'quiz' ? [] : [citationOfStep(step)]),
        ...step.questions.flatMap(({ cites }) => passages(cites, step.id, step.title)),
      ])
  }
}

function citationsOfPart(part: MeetingPart): MaterialCitation[] {
  const { id, title } = part
  const inside: CitedPassage[] = [...part.cites]
  if (part.type === 'scene' && part.drill) inside.push(...passagesOfDrill(part.drill))
  if (part.type === 'exercise' && part.guide) inside.push(...part.guide.cites)
  if (part.type === 'quiz') inside.push(...part.questions.flatMap(({ cites }) => cites))
  const taken = takenBy(part)
  const whole =
    taken === undefined
      ? []
      : [
          {
            citeId: id,
            partId: id,
            partTitle: title,
            what: taken.what,
            title: taken.title,
            itemId: taken.from.id,
            revision: taken.from.revision,
            citedOn: taken.from.takenOn,
            keptBeside: taken.from.keptBeside,
            taken: taken.kept,
          },
        ]
  return [...whole, ...passages(inside, id, title)]
}

/** The whole thing that a part took in, and where from; undefined for a part with matter of its own. */
function takenBy(
  part: MeetingPart,
): { what: 'story' | 'drill' | 'guide'; title: string; from: TakenFrom; kept: MaterialCitation['taken'] } | undefined {
  if (part.type === 'story' && part.story?.from) {
    return { what: 'story', title: part.story.title, from: part.story.from, kept: part.story }
  }
  if (part.type === 'scene' && part.from) {
    return { what: 'drill', title: part.drill?.title ?? part.title, from: part.from, kept: part.drill }
  }
  if (part.type === 'exercise' && part.from) {
    return { what: 'guide', title: part.guide?.title ?? part.title, from: part.from, kept: part.guide }
  }
  return undefined
}

function citationOfStep(step: PathRecord['steps'][number]): MaterialCitation {
  const { id, title, itemId, revision, anchor, keptBeside } = step
  const what = step.type === 'read' || step.type === 'quiz' ? 'passage' : step.type
  return { citeId: id, partId: id, partTitle: title, what, title, itemId, revision, anchor, keptBeside }
}

const passagesOfDrill = ({ cites, turns }: DrillRecord): CitedPassage[] => [
  ...cites,
  ...turns.flatMap(({ choices }) => choices.flatMap((choice) => choice.cites)),
]

const passages = (cites: readonly CitedPassage[], partId: string, partTitle: string): MaterialCitation[] =>
  cites.map(({ id, note: _, ...cited }) => ({ citeId: id, partId, partTitle, what: 'passage' as const, ...cited }))

/** The record with each passage that it cites replaced by what `change` makes of it. */
export function mapCitations(record: MeetingRecord, change: (cited: CitedPassage) => CitedPassage): MeetingRecord
export function mapCitations(record: MaterialRecord, change: (cited: CitedPassage) => CitedPassage): MaterialRecord
export function mapCitations(record: MaterialRecord, change: (cited: CitedPassage) => CitedPassage): MaterialRecord {
  switch (record.type) {
    case 'meeting':
      return { ...record, parts: record.parts.map((part) => mapPart(part, change)) }
    case 'drill':
      return mapDrill(record, change)
    case 'guide':
      return mapGuide(record, change)
    case 'path':
      return {
        ...record,
        steps: record.steps.map((step) => ({ ...step, questions: mapQuestions(step.questions, change) })),
      }
  }
}

type Change = (cited: CitedPassage) => CitedPassage

function mapPart(given: MeetingPart, change: Change): MeetingPart {
  const part = { ...given, cites: given.cites.map(change) }
  if (part.type === 'scene' && part.drill) return { ...part, drill: mapDrill(part.drill, change) }
  if (part.type === 'exercise' && part.guide) return { ...part, guide: mapGuide(part.guide, change) }
  if (part.type === 'quiz') return { ...part, questions: mapQuestions(part.questions, change) }
  return part
}

const mapDrill = (drill: DrillRecord, change: Change): DrillRecord => ({
  ...drill,
  cites: drill.cites.map(change),
  turns: drill.turns.map((turn) => ({
    ...turn,
    choices: turn.choices.map((choice) => ({ ...choice, cites: choice.cites.map(change) })),
  })),
})

const mapGuide = (guide: StepGuideRecord, change: Change): StepGuideRecord => ({
  ...guide,
  cites: guide.cites.map(change),
})

const mapQuestions = (questions: readonly QuizQuestion[], change: Change): QuizQuestion[] =>
  questions.map((question) => ({ ...question, cites: question.cites.map(change) }))
