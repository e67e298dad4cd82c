import { alternativeText, escapeLine } from '../../stories/escape-text.ts'
import { citation } from '../../stories/render-story.ts'
import { safeMarkdown } from '../../stories/safe-markdown.ts'
import type { DrillRecord } from '../drills/drill.schema.ts'
import type { StepGuideRecord } from '../guides/step-guide.schema.ts'
import type { PathRecord, QuizQuestion } from '../learning/path.schema.ts'
import type { MeetingPart, MeetingRecord, ToldStory } from '../outline/outline.schema.ts'
import type { CitedPassage, MaterialPicture } from './cited.schema.ts'
import type { MaterialRecord } from './material.schema.ts'

/** The cleaned copy of each picture, by the hash of the picture as it came. */
export type PictureCopies = ReadonlyMap<string, string>

interface Section {
  readonly level: 2 | 3
  readonly heading: string
  readonly blocks: readonly string[]
}

/**
 * A material as Markdown, for its item: its words in the order in which they are said, so that it is found by them.
 * What only a player or only the speaker is to read stays in the record.
 * @param copies a picture without one is left out
 */
export function renderMaterial(record: MaterialRecord, copies: PictureCopies = new Map()): string {
  return sectionsOf(record, copies)
    .map(({ level, heading, blocks }) => ({ level, heading, blocks: blocks.filter((block) => block.trim() !== '') }))
    .filter(({ blocks, heading }) => blocks.length > 0 || heading !== '')
    .map(({ level, heading, blocks }) =>
      [...(heading === '' ? [] : [`${'#'.repeat(level)} ${heading}`]), ...blocks].join('\n\n'),
    )
    .join('\n\n')
}

function sectionsOf(record: MaterialRecord, copies: PictureCopies): Section[] {
  switch (record.type) {
    case 'meeting':
      return meetingSections(record, copies)
    case 'drill':
      return drillSections(record, copies)
    case 'guide':
      return guideSections(record, copies)
    case 'path':
      return pathSections(record)
  }
}

const section = (heading: string, ...blocks: readonly string[]): Section => ({
  level: 2,
  heading: escapeLine(heading),
  blocks,
})

function meetingSections(record: MeetingRecord, copies: PictureCopies): Section[] {
  return [
    ...(record.purpose === '' ? [] : [section('目的', safeMarkdown(record.purpose))]),
    ...record.parts.flatMap((part) => [
      section(
        part.title || '（没有标题）',
        ...partBlocks(part),
        ...pictures(part.pictures, copies),
        ...cites(part.cites),
      ),
      ...insideOf(part, copies),
    ]),
  ]
}

/** A drill or a guide within a part, a level lower. */
function insideOf(part: MeetingPart, copies: PictureCopies): Section[] {
  const inside =
    part.type === 'scene' && part.drill
      ? drillSections(part.drill, copies)
      : part.type === 'exercise' && part.guide
        ? guideSections(part.guide, copies)
        : []
  return inside.map((one) => ({ ...one, level: 3 }))
}

function partBlocks(part: MeetingPart): string[] {
  switch (part.type) {
    case 'opening':
    case 'reading':
      return [safeMarkdown(part.text)]
    case 'story':
      return [...(part.story ? storyBlocks(part.story) : []), bullets(part.ask)]
    case 'scene':
      return part.drill?.summary ? [escapeLine(part.drill.summary)] : []
    case 'discussion':
      return [safeMarkdown(part.text), bullets(part.questions)]
    case 'exercise':
      return [
        safeMarkdown(part.text),
        bullets(part.tasks),
        ...(part.template ? [`表格：${escapeLine(citation({ title: part.template.title }))}`] : []),
      ]
    case 'quiz':
      return part.questions.map(questionBlock)
    case 'closing':
      return [
        safeMarkdown(part.text),
        bullets(part.todo.map(({ text, who, dueOn }) => [text, who, dueOn].filter(Boolean).join('，'))),
      ]
  }
}

const storyBlocks = ({ summary, sections, quotes }: ToldStory): string[] => [
  escapeLine(summary ?? ''),
  ...sections.map(({ heading, text }) => `**${escapeLine(heading)}**\n\n${safeMarkdown(text)}`),
  ...quotes.map(({ text, by }) => `> ${escapeLine(text)}${by === '' ? '' : `——${escapeLine(by)}`}`),
]

function drillSections(drill: DrillRecord, copies: PictureCopies): Section[] {
  const roleOf = new Map(drill.roles.map(({ id, name }) => [id, name]))
  return [
    section('情景', safeMarkdown(drill.setting)),
    ...(drill.roles.length === 0
      ? []
      : [section('角色', bullets(drill.roles.map(({ name, about }) => (about ? `${name}：${about}` : name))))]),
    ...drill.turns.map((turn, at) =>
      section(
        turn.title || `第${at + 1}幕`,
        safeMarkdown(turn.text),
        ...turn.lines.map(({ role, text }) => `${escapeLine(roleOf.get(role ?? '') ?? '旁白')}：${escapeLine(text)}`),
        escapeLine(turn.ask ?? ''),
        ...turn.choices.flatMap((choice) => [
          `**${escapeLine(choice.text)}**`,
          safeMarkdown(choice.outcome),
          ...cites(choice.cites),
        ]),
        ...(turn.picture ? pictures([turn.picture], copies) : []),
      ),
    ),
    ...(drill.happened === '' ? [] : [section('实际上怎样了', safeMarkdown(drill.happened))]),
    ...(drill.debrief.length === 0 && drill.cites.length === 0
      ? []
      : [section('复盘', bullets(drill.debrief), ...cites(drill.cites))]),
  ]
}

function guideSections(guide: StepGuideRecord, copies: PictureCopies): Section[] {
  return [
    ...(guide.needs.length === 0 ? [] : [section('先准备好', bullets(guide.needs))]),
    ...guide.steps.map((step, at) =>
      section(
        `${at + 1}. ${step.action}`,
        safeMarkdown(step.detail ?? ''),
        step.caution ? `当心：${escapeLine(step.caution)}` : '',
        bullets(step.marks.flatMap(({ says }) => (says ? [says] : []))),
        ...(step.picture ? pictures([step.picture], copies) : []),
      ),
    ),
    ...(guide.done === undefined && guide.cites.length === 0
      ? []
      : [section('办完是什么样子', safeMarkdown(guide.done ?? ''), ...cites(guide.cites))]),
  ]
}

const pathSections = ({ steps }: PathRecord): Section[] =>
  steps.map((step, at) =>
    section(`${at + 1}. ${step.title}`, escapeLine(step.why ?? ''), ...step.questions.map(questionBlock)),
  )

const questionBlock = ({ ask, options, cites: cited }: QuizQuestion): string =>
  [escapeLine(ask), bullets(options.map(({ text }) => text)), ...cites(cited)].filter(Boolean).join('\n\n')

const bullets = (lines: readonly string[]): string =>
  lines
    .filter((line) => line.trim() !== '')
    .map((line) => `- ${escapeLine(line)}`)
    .join('\n')

/** 《土地管理法》第六十二条, so that any library resolves them for itself. */
function cites(cited: readonly CitedPassage[]): string[] {
  const named = cited.filter(({ title }) => title !== '').map((one) => escapeLine(citation(one)))
  return named.length === 0 ? [] : [`依据：${named.join('；')}。`]
}

const pictures = (all: readonly MaterialPicture[], copies: PictureCopies): string[] =>
  all.flatMap(({ sha256, alternative, caption }) => {
    const copy = copies.get(sha256)
    if (copy === undefined) return []
    const says = alternativeText(alternative ?? caption ?? '')
    return [`![${says}](sha256:${copy})${caption ? `\n图：${escapeLine(caption)}` : ''}`]
  })
