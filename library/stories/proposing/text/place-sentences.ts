import { escapeMarkdown } from '../../../importing/readers/escape-markdown.ts'
import { type LabelledField, labelledField, labelOfLine } from './field-labels.ts'
import { CUED_SECTIONS, type CuedSection, cuedSections, cueScores } from './section-cues.ts'
import { bareHeading, type HeadedPart, isAmbiguous, partsOfHeading } from './section-heading.ts'
import { sentencesOf } from './sentences.ts'
import type { StoryLine } from './story-lines.ts'
import type { StoryReading } from './story-reading.ts'
import { chatLine, interviewLine, speakerLine } from './text-chat.ts'

export type PlacedPart = Exclude<HeadedPart, 'lesson'>

/** A sentence where it belongs. */
export interface PlacedSentence {
  readonly part: PlacedPart
  readonly text: string
  readonly line: StoryLine
  /** A heading or a label says so. */
  readonly certain: boolean
}

/** A value that a label names and that is no section. */
export interface LabelledValue {
  readonly field: Exclude<LabelledField, HeadedPart>
  readonly label: string
  readonly value: string
  readonly line: StoryLine
}

export interface PlacedText {
  readonly sentences: readonly PlacedSentence[]
  readonly values: readonly LabelledValue[]
  /** Headings within a section, before the line they stand above. */
  readonly subheadings: ReadonlyMap<number, string>
  /** Who speaks, in messages and conversations. */
  readonly speakers: readonly {
    readonly name: string
    readonly post?: string
    readonly on?: string
    readonly line: StoryLine
  }[]
}

interface Open {
  readonly line: StoryLine
  readonly text: string
  readonly parts: readonly HeadedPart[]
}

const SECTIONS = new Set<string>([
  'problem',
  'done',
  'cost',
  'failed',
  'result',
  'evidence',
  'caution',
  'lesson',
  'summary',
  'policies',
  'quotes',
])
const isPart = (field: LabelledField): field is HeadedPart => SECTIONS.has(field)
const isCued = (part: HeadedPart): part is CuedSection => (CUED_SECTIONS as readonly string[]).includes(part)

/** Puts each sentence where a heading, a label or, without them, its own words say that it belongs. */
export function placeSentences(reading: StoryReading, actors: readonly string[]): PlacedText {
  const values: LabelledValue[] = []
  const speakers: { name: string; post?: string; on?: string; line: StoryLine }[] = []
  const subheadings = new Map<number, string>()
  const open: Open[] = []
  let parts: readonly HeadedPart[] = []
  let pending: { text: string; line: StoryLine } | undefined
  const seen = new Set<HeadedPart>()
  const enter = (next: readonly HeadedPart[], heading: string) => {
    const [only] = next
    // 存在的问题 before anything was done is what was the matter; 问题 and 困难 after it are what went wrong.
    const isEarly = only === 'failed' && /问题|困难/.test(heading) && !seen.has('problem') && !seen.has('done')
    const isLate = isAmbiguous(heading) && seen.has('problem') && next.includes('problem')
    parts = isEarly ? ['problem'] : isLate ? ['failed'] : next
    for (const part of parts) seen.add(part)
  }
  const take = (line: StoryLine, text: string, of: readonly HeadedPart[] = parts) => {
    if (text === '' || SAYS_NOTHING.test(text)) return
    if (pending) {
      subheadings.set(line.at, pending.text)
      reading.use(pending.line)
      pending = undefined
    }
    open.push({ line, text, parts: of })
  }
  for (const line of reading.lines) {
    if (reading.isUsed(line) || line.type === 'picture') continue
    const chat = chatLine(line.text)
    if (chat) {
      speakers.push({ ...chat, line })
      continue
    }
    const interview = interviewLine(line.text)
    if (interview?.asks) {
      const asked = partsOfHeading(interview.rest.replace(/[？?]$/, ''))
      if (asked.length > 0) enter(asked, '')
      reading.use(line)
      continue
    }
    if (line.type === 'cell') {
      const field = labelledField(line.label ?? '')
      if (!field) continue
      if (isPart(field)) {
        enter([field], line.label ?? '')
        take(line, line.text)
      } else values.push({ field, label: line.label ?? '', value: line.text, line })
      continue
    }
    const heading = headingOf(line)
    if (heading !== undefined) {
      const found = partsOfHeading(heading)
      if (found.length > 0) {
        enter(found, heading)
        reading.use(line)
        pending = undefined
        continue
      }
      if (line.type === 'heading' || line.bold) {
        // （一）一张清单 stands within 主要做法; another heading of the first rank ends it.
        if (!isWithin(line.text)) parts = []
        pending = { text: line.text, line }
        continue
      }
    }
    const labelled = labelOfLine(line.text)
    const speaker = labelled ? undefined : speakerLine(line.text, reading.lines)
    if (speaker) {
      speakers.push({ name: speaker.name, line, ...(speaker.post !== undefined && { post: speaker.post }) })
      take(line, line.text)
    } else if (labelled && isPart(labelled.field)) {
      enter([labelled.field], labelled.label)
      if (labelled.rest === '') reading.use(line)
      else take(line, labelled.rest)
    } else if (labelled && !isPart(labelled.field) && (labelled.rest !== '' || labelled.field === 'captions')) {
      const several = severalLabels(line.text)
      for (const { field, label, rest } of several.length > 1 ? several : [labelled]) {
        // 时间 among 人力 and 资金 is what it took.
        const part = field === 'days' && several.some((one) => one.field.startsWith('cost/')) ? 'cost/time' : field
        if (!isPart(part)) values.push({ field: part, label, value: rest, line })
      }
    } else take(line, interview ? interview.rest : line.text)
  }
  return { sentences: decide(open, reading, actors), values, subheadings, speakers }
}

/** 现将做法汇报如下 says nothing of a story. */
const SAYS_NOTHING = /现将.{0,20}(?:汇报|报告|介绍|总结|反映)如下|特此报告|以上报告/

/** A line that may be a heading, without its number and marks. */
function headingOf(line: StoryLine): string | undefined {
  if (line.type === 'heading' || line.bold) return bareHeading(line.text)
  const short = line.text.length <= 16 && !/[。！；，？]/.test(line.text.replace(/[：:]$/, ''))
  return short && line.type === 'text' ? bareHeading(line.text) : undefined
}

/** 人力：9人；资金：38万元；时间：两年 */
const severalLabels = (text: string) =>
  text
    .replace(/。$/, '')
    .split(/[；;]/)
    .flatMap((piece) => labelOfLine(piece.trim()) ?? [])

const isWithin = (text: string) => /^(?:[（(]|\d+[.．、)）]|[①-⑳]|[-·•])/.test(text.trim())

/** Sentences under one heading go there; all others are decided together, each run by itself. */
function decide(open: readonly Open[], reading: StoryReading, actors: readonly string[]): PlacedSentence[] {
  const placed: PlacedSentence[] = []
  for (let at = 0; at < open.length; ) {
    const first = open[at] as Open
    const rest = open.slice(at)
    const end = rest.findIndex(({ parts }) => parts.join() !== first.parts.join())
    const run = end < 0 ? rest : rest.slice(0, end)
    const last = placed.at(-1)?.part
    const after = at === 0 ? true : last !== undefined && isCued(last) ? last : false
    placed.push(...decideRun(run, reading, after, actors))
    at += run.length
  }
  return placed
}

function decideRun(
  run: readonly Open[],
  reading: StoryReading,
  begins: boolean | CuedSection,
  actors: readonly string[],
): PlacedSentence[] {
  const sentences = run.flatMap(({ line, text }) => sentencesOf(text).map((sentence) => ({ line, text: sentence })))
  const parts = run[0]?.parts ?? []
  const [only] = parts
  if (only !== undefined && parts.length === 1) {
    if (only !== 'lesson') return sentences.map((sentence) => ({ ...sentence, part: only, certain: true }))
    return sentences.flatMap((sentence) => {
      if (cueScores(sentence.text).caution >= 1.6) return [{ ...sentence, part: 'caution' as const, certain: false }]
      reading.leave(sentence.text)
      reading.use(sentence.line)
      return []
    })
  }
  const cued = parts.filter(isCued)
  const allowed = cued.length > 0 ? cued : CUED_SECTIONS
  const decided = cuedSections(
    sentences.map(({ text }) => text),
    allowed,
    cued.length === 0 && begins,
    actors,
  )
  return sentences.map((sentence, index) => ({ ...sentence, part: decided[index] ?? 'problem', certain: false }))
}

/**
 * The Markdown of a section: a line as it stands where all of it belongs there, and its sentences otherwise.
 * @param longest characters; what is beyond is left
 */
export function sectionMarkdown(
  sentences: readonly PlacedSentence[],
  all: readonly PlacedSentence[],
  subheadings: ReadonlyMap<number, string>,
  longest: number,
): { text: string; left: string[] } {
  const left: string[] = []
  const blocks: { text: string; list: boolean }[] = []
  let length = 0
  for (const line of new Set(sentences.map((sentence) => sentence.line))) {
    const here = sentences.filter((sentence) => sentence.line === line)
    const whole = here.length === all.filter((sentence) => sentence.line === line).length
    const said = here.map(({ text }) => text).join('')
    const keeps = whole && line.text.replace(/\s/g, '') === said.replace(/\s/g, '')
    const above = subheadings.get(line.at)
    const text = `${above ? `**${escapeMarkdown(above)}**\n\n` : ''}${keeps ? line.markdown : escapeMarkdown(said)}`
    length += text.length + 2
    if (length > longest) left.push(said)
    else blocks.push({ text, list: line.type === 'list' && keeps })
  }
  const text = blocks.reduce(
    (before, block, at) =>
      at === 0 ? block.text : `${before}${block.list && blocks[at - 1]?.list ? '\n' : '\n\n'}${block.text}`,
    '',
  )
  return { text, left }
}
