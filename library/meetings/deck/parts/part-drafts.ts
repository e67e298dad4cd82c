import { chineseDate } from '../../../feeds/site/chinese-dates.ts'
import type { MeetingPart } from '../../outline/outline.schema.ts'
import type { DeckContext } from '../deck-context.ts'
import type { DraftBlock, SlideDraft } from '../slide-draft.ts'
import { clauseDrafts } from './clause-drafts.ts'
import { drillDrafts } from './drill-drafts.ts'
import { guideDrafts } from './guide-drafts.ts'
import {
  beginning,
  frameOf,
  inPart,
  lineBlocks,
  numbered,
  type PartFrame,
  partPictures,
  pictureDrafts,
  textBlocks,
} from './part-frame.ts'
import { quizDrafts } from './quiz-drafts.ts'
import { storyDrafts } from './story-drafts.ts'

/** The slides of a part, before they are laid out. */
export function partDrafts(part: MeetingPart, context: DeckContext): SlideDraft[] {
  switch (part.type) {
    case 'opening':
      return told(part, textBlocks(part.text), context)
    case 'reading':
      return readingDrafts(part, context)
    case 'story':
      return storyDrafts(part, context)
    case 'scene':
      return sceneDrafts(part, context)
    case 'discussion': {
      const lines = lineBlocks(numbered(part.questions))
      return told(part, [...textBlocks(part.text), ...lines], context, lines.length > 0 ? 'ask' : 'content')
    }
    case 'exercise':
      return exerciseDrafts(part, context)
    case 'quiz': {
      const frame = frameOf(part)
      const blocks = lineBlocks([
        part.questions.length === 0 ? undefined : `共${part.questions.length}题。答完一起看为什么。`,
      ])
      return [
        ...begun(part, frame, blocks, context),
        ...quizDrafts(frame, part.questions, context),
        ...cited(part, frame, context),
      ]
    }
    case 'closing':
      return closingDrafts(part, context)
  }
}

const cited = (part: MeetingPart, frame: PartFrame, context: DeckContext) => clauseDrafts(frame, part.cites, context)

/** A part that is one text with its pictures: on the slide it begins with, when there is something to say. */
function told(
  part: MeetingPart,
  blocks: readonly DraftBlock[],
  context: DeckContext,
  layout: 'content' | 'ask' = 'content',
): SlideDraft[] {
  const frame = frameOf(part)
  const { shown, instead } = partPictures(context, part.pictures, frame.title)
  const all = [...blocks, ...instead]
  if (all.length === 0) {
    return [
      { ...beginning(frame), layout: 'part', blocks: [] },
      ...pictureDrafts(frame, shown),
      ...cited(part, frame, context),
    ]
  }
  const [beside, ...others] = shown
  return [
    { ...beginning(frame), layout, blocks: all, beside },
    ...pictureDrafts(frame, others),
    ...cited(part, frame, context),
  ]
}

/** The slide a part begins with, and its pictures. */
function begun(part: MeetingPart, frame: PartFrame, blocks: readonly DraftBlock[], context: DeckContext): SlideDraft[] {
  const { shown, instead } = partPictures(context, part.pictures, frame.title)
  return [{ ...beginning(frame), layout: 'part', blocks: [...blocks, ...instead] }, ...pictureDrafts(frame, shown)]
}

function readingDrafts(part: Extract<MeetingPart, { type: 'reading' }>, context: DeckContext): SlideDraft[] {
  const frame = frameOf(part)
  const text = textBlocks(part.text)
  return [...begun(part, frame, text, context), ...cited(part, frame, context)]
}

function sceneDrafts(part: Extract<MeetingPart, { type: 'scene' }>, context: DeckContext): SlideDraft[] {
  const { drill } = part
  const frame = frameOf(part, drill?.title)
  const blocks = lineBlocks([drill && drill.title !== frame.title ? drill.title : undefined, drill?.summary])
  const [first, ...rest] = begun(part, frame, blocks, context) as [SlideDraft, ...SlideDraft[]]
  return [
    { ...first, ...(drill && drill.turns.length > 0 && { plays: part.id }) },
    ...rest,
    ...(drill ? drillDrafts(frame, drill, context) : []),
    ...cited(part, frame, context),
  ]
}

function exerciseDrafts(part: Extract<MeetingPart, { type: 'exercise' }>, context: DeckContext): SlideDraft[] {
  const frame = frameOf(part, part.guide?.title)
  const template = part.template && `用到的文书：《${part.template.title.replace(/^《|》$/g, '')}》`
  const tasks = [...lineBlocks(numbered(part.tasks)), ...lineBlocks([template])]
  const blocks = [...textBlocks(part.text), ...tasks]
  const guide = part.guide ? guideDrafts({ ...frame, title: part.guide.title || frame.title }, part.guide, context) : []
  if (blocks.length > 0) {
    const [first, ...rest] = told({ ...part, cites: [], title: frame.title }, blocks, context)
    return [...(first ? [first] : []), ...rest, ...guide, ...cited(part, frame, context)]
  }
  const about = lineBlocks([part.guide?.summary])
  return [...begun(part, frame, about, context), ...guide, ...cited(part, frame, context)]
}

function closingDrafts(part: Extract<MeetingPart, { type: 'closing' }>, context: DeckContext): SlideDraft[] {
  const frame = frameOf(part)
  const todo = part.todo.filter(({ text }) => text.trim() !== '')
  const text = textBlocks(part.text)
  const table = todoTable(todo)
  if (text.length === 0 && todo.length > 0 && part.pictures.length === 0) {
    return [{ ...beginning(frame), layout: 'content', blocks: [table] }, ...cited(part, frame, context)]
  }
  const after: SlideDraft[] =
    todo.length === 0 ? [] : [{ ...inPart(frame), layout: 'content', title: '会后要做的', blocks: [table] }]
  const begins = told({ ...part, cites: [] }, text, context)
  return [...begins, ...after, ...cited(part, frame, context)]
}

function todoTable(todo: Extract<MeetingPart, { type: 'closing' }>['todo']): DraftBlock {
  const rows = todo.map(({ text, who = '', dueOn }) => [text, who, dueOn ? chineseDate(dueOn) : ''])
  const used = [true, rows.some((row) => row[1] !== ''), rows.some((row) => row[2] !== '')]
  const pick = (row: readonly string[]) => row.filter((_cell, index) => used[index])
  return { block: { type: 'table', head: pick(['要做的事', '谁来做', '什么时候前']), rows: rows.map(pick) } }
}
