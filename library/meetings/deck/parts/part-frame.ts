import type { MaterialPicture } from '../../materials/cited.schema.ts'
import type { MeetingPart, MeetingPartType } from '../../outline/outline.schema.ts'
import type { DeckPicture, Line } from '../deck.ts'
import type { DeckContext } from '../deck-context.ts'
import { plainLine, readBlocks, readLines } from '../read-lines.ts'
import { shortened } from '../shortened.ts'
import type { DraftBlock, SlideDraft } from '../slide-draft.ts'

export const PART_NAMES: Readonly<Record<MeetingPartType, string>> = {
  opening: '开场',
  reading: '政策领学',
  story: '身边故事',
  scene: '情景再现',
  discussion: '交流讨论',
  exercise: '动手练习',
  quiz: '小测',
  closing: '小结',
}

/** What the slides of one part have in common. */
export interface PartFrame {
  readonly title: string
  readonly partId?: string | undefined
  readonly partType?: MeetingPartType | undefined
}

export const partTitle = (part: Pick<MeetingPart, 'title' | 'type'>, otherwise?: string): string =>
  [part.title, otherwise ?? '', PART_NAMES[part.type]].map((one) => one.trim()).find((one) => one !== '') as string

export const frameOf = (part: MeetingPart, otherwise?: string): PartFrame => ({
  title: partTitle(part, otherwise),
  partId: part.id,
  partType: part.type,
})

/** The parts' slides bear the part's name above their own title. */
export const inPart = ({ title, ...frame }: PartFrame) => ({ ...frame, kicker: shortened(title, 40) })

/** The slide that a part begins with bears the kind of the part above its name. */
export const beginning = ({ title, ...frame }: PartFrame) => ({
  ...frame,
  title: shortened(title, 80),
  ...(frame.partType !== undefined && { kicker: PART_NAMES[frame.partType] }),
})

/** Markdown as blocks of a slide; empty for none. */
export const textBlocks = (markdown: string | undefined): DraftBlock[] =>
  readBlocks(markdown ?? '').map((block) => ({ block }))

/** Plain lines as a block; empty for none. */
export function lineBlocks(lines: readonly (Line | string | undefined)[]): DraftBlock[] {
  const shown = lines.flatMap((line) => {
    if (line === undefined || (typeof line === 'string' && line.trim() === '')) return []
    return [typeof line === 'string' ? plainLine(line) : line]
  })
  return shown.length === 0 ? [] : [{ block: { type: 'text', lines: shown } }]
}

/** 1. 2. 3.; a single one bears no number. */
export const numbered = (texts: readonly string[]): Line[] => {
  const shown = texts.filter((text) => text.trim() !== '')
  return shown.map((text, index) => ({
    ...plainLine(text),
    ...(shown.length > 1 && { marker: { number: `${index + 1}.` } }),
  }))
}

/** **窗口人员**：…… */
export const spoken = (who: string, text: string): Line => ({
  runs: [{ text: `${who}：`, strong: true }, { text }],
  level: 0,
})

/** Markdown as what is said, a paragraph each, with the numbers of its entries. */
export const spokenParagraphs = (markdown: string | undefined): string[] =>
  readLines(markdown ?? '').map(({ runs, marker }) => {
    const words = runs.map(({ text }) => text).join('')
    return marker === undefined ? words : `${marker === 'bullet' ? '· ' : marker.number}${words}`
  })

export interface PartPictures {
  readonly shown: readonly DeckPicture[]
  /** In place of those that cannot be shown. */
  readonly instead: readonly DraftBlock[]
}

export function partPictures(context: DeckContext, pictures: readonly MaterialPicture[], where: string): PartPictures {
  const all = pictures.map((picture) => context.picture(picture, where))
  const instead = all.filter((one) => typeof one === 'string')
  return { shown: all.filter((one) => typeof one !== 'string'), instead: lineBlocks(instead.map(quiet)) }
}

/** A sentence that is no part of what is said. */
export const quiet = (text: string): Line => ({ runs: [{ text, emphasis: true }], level: 0 })

/** Pictures on slides of their own: upright ones two together. */
export function pictureDrafts(frame: PartFrame, pictures: readonly DeckPicture[]): SlideDraft[] {
  const groups: DeckPicture[][] = []
  for (const picture of pictures) {
    const last = groups.at(-1)
    const first = last?.[0]
    if (last?.length === 1 && first && isUpright(first) && isUpright(picture)) last.push(picture)
    else groups.push([picture])
  }
  return groups.map((group, index): SlideDraft => {
    const caption = group.length === 1 ? group[0]?.caption : undefined
    const base = { ...inPart(frame), layout: 'picture' as const, blocks: [] }
    if (caption !== undefined && caption.length <= 24) {
      return { ...base, title: caption, pictures: group.map(({ caption: _caption, ...rest }) => rest) }
    }
    const number = groups.length > 1 ? `（图${index + 1}）` : '（图）'
    return { ...base, title: `${shortened(frame.title, 60)}${number}`, pictures: group }
  })
}

const isUpright = ({ width, height }: DeckPicture) => width > 0 && width <= height * 1.3
