import type { StepGuideRecord } from '../../guides/step-guide.schema.ts'
import type { DeckPicture } from '../deck.ts'
import type { DeckContext } from '../deck-context.ts'
import type { SlideDraft } from '../slide-draft.ts'
import { clauseDrafts } from './clause-drafts.ts'
import { inPart, lineBlocks, type PartFrame, textBlocks } from './part-frame.ts'

type Step = StepGuideRecord['steps'][number]

/** A guide's steps, one action on each slide, with the picture and its marks. */
export function guideDrafts(frame: PartFrame, guide: StepGuideRecord, context: DeckContext): SlideDraft[] {
  const needs = guide.needs.filter((need) => need.trim() !== '')
  const bullets = needs.map((text) => ({ runs: [{ text }], level: 0, marker: 'bullet' as const }))
  return [
    ...(needs.length === 0
      ? []
      : [{ ...inPart(frame), layout: 'content' as const, title: '开始之前要准备的', blocks: lineBlocks(bullets) }]),
    ...guide.steps.map((step, index) => stepDraft(frame, step, index, guide.steps.length, context)),
    ...(guide.done?.trim()
      ? [{ ...inPart(frame), layout: 'content' as const, title: '办完是这样的', blocks: textBlocks(guide.done) }]
      : []),
    ...clauseDrafts(frame, guide.cites, context),
  ]
}

/** Titles as long as this are read at a glance. */
const GLANCE = 32

function stepDraft(frame: PartFrame, step: Step, index: number, count: number, context: DeckContext): SlideDraft {
  const number = `第${index + 1}步`
  const isShort = step.action.length <= GLANCE
  const title = isShort && step.action !== '' ? `${number} ${step.action}` : number
  const picture = step.picture && context.picture(step.picture, number, step.marks)
  const shown: DeckPicture | undefined = typeof picture === 'string' ? undefined : picture
  const blocks = [
    ...lineBlocks([isShort ? undefined : { runs: [{ text: step.action, strong: true }], level: 0 }]),
    ...textBlocks(step.detail),
    ...lineBlocks(shown ? markLines(step.marks) : []),
    ...lineBlocks([
      step.caution && { runs: [{ text: '当心：', strong: true }, { text: step.caution }], level: 0 },
      typeof picture === 'string' ? picture : undefined,
    ]),
  ]
  const notes = [`第${index + 1}步，共${count}步。`]
  if (blocks.length === 0 && shown) {
    return { ...inPart(frame), layout: 'picture', title, blocks: [], pictures: [shown], notes }
  }
  return { ...inPart(frame), layout: shown ? 'picture' : 'content', title, blocks, beside: shown, notes }
}

/** What the marks say, under the numbers that they have on the picture. */
function markLines(marks: Step['marks']) {
  let number = 0
  return marks.flatMap((mark) => {
    if (mark.type === 'number') number += 1
    if (!mark.says) return []
    const marker = mark.type === 'number' ? { number: `${number}.` } : ('bullet' as const)
    return [{ runs: [{ text: mark.says }], level: 0, marker }]
  })
}
