import { chineseDate } from '../../../feeds/site/chinese-dates.ts'
import type { MeetingPart } from '../../outline/outline.schema.ts'
import type { Line } from '../deck.ts'
import type { DeckContext } from '../deck-context.ts'
import { layOut } from '../lay-out.ts'
import { readBlocks } from '../read-lines.ts'
import { shortened } from '../shortened.ts'
import type { DraftBlock, SlideDraft } from '../slide-draft.ts'
import { clauseDrafts } from './clause-drafts.ts'
import {
  beginning,
  frameOf,
  inPart,
  lineBlocks,
  numbered,
  type PartFrame,
  partPictures,
  pictureDrafts,
} from './part-frame.ts'

type StoryPart = Extract<MeetingPart, { type: 'story' }>
type Section = { readonly heading: string; readonly text: string }

/** A section that takes more slides is shown as far as the first of them go, and told on from the notes. */
const MOST_SLIDES = 3
const SHOWN_SLIDES = 2

/** A story: where and when, what happened in its sections, what was said, pictures, questions, and the clauses behind. */
export function storyDrafts(part: StoryPart, context: DeckContext): SlideDraft[] {
  const { story, ask, cites } = part
  const frame = frameOf(part, story?.title)
  const { shown, instead } = partPictures(context, part.pictures, frame.title)
  const told = sectionDrafts(frame, story?.sections ?? [], context)
  const [first, ...others] = told
  const [picture, ...pictures] = shown
  const withPicture = first && picture ? [{ ...first, beside: picture }, ...others] : told
  return [
    { ...beginning(frame), layout: 'part', blocks: [...lineBlocks(introduction(part, frame)), ...instead] },
    ...withPicture,
    ...pictureDrafts(frame, first ? pictures : shown),
    ...quoteDrafts(frame, story?.quotes ?? []),
    ...askDrafts(frame, '说一说', ask),
    ...clauseDrafts(frame, cites, context),
  ]
}

function introduction({ story }: StoryPart, frame: PartFrame): (Line | string | undefined)[] {
  if (!story) return []
  const happened = story.happened === undefined ? undefined : happenedWords(story.happened)
  return [
    story.title !== frame.title ? `《${story.title.replace(/^《|》$/g, '')}》` : undefined,
    [story.place, happened].filter(Boolean).join(' · '),
    story.summary,
  ]
}

const happenedWords = (happened: string) => (/^\d{4}(-\d\d){0,2}$/.test(happened) ? chineseDate(happened) : happened)

/** Sections that are short stand together. */
function sectionDrafts(frame: PartFrame, sections: readonly Section[], context: DeckContext): SlideDraft[] {
  const drafts: SlideDraft[] = []
  const told = sections.filter(({ text }) => text.trim() !== '')
  for (let at = 0; at < told.length; ) {
    const pair = told.slice(at, at + 2)
    const together =
      pair.length === 2 && pair.every(({ text }) => text.length < 90) ? sectionDraft(frame, pair) : undefined
    if (together && layOut(together, context.look).length === 1) {
      drafts.push(together)
      at += 2
    } else {
      drafts.push(inFewSlides(sectionDraft(frame, told.slice(at, at + 1)), context))
      at += 1
    }
  }
  return drafts
}

function sectionDraft(frame: PartFrame, sections: readonly Section[]): SlideDraft {
  const isOne = sections.length === 1
  const blocks = sections.flatMap(({ heading, text }): DraftBlock[] => {
    const words = readBlocks(text)
    const title: DraftBlock[] = [
      { block: { type: 'text', lines: [{ runs: [{ text: heading, strong: true }], level: 0 }] } },
    ]
    const [first, ...rest] = words
    if (isOne || first?.type !== 'text') return [...(isOne ? [] : title), ...words.map((block) => ({ block }))]
    const heads: Line = { runs: [{ text: heading, strong: true }], level: 0 }
    return [{ block: { type: 'text', lines: [heads, ...first.lines] } }, ...rest.map((block) => ({ block }))]
  })
  const title = shortened(sections.map(({ heading }) => heading).join('、') || frame.title, 60)
  return { ...inPart(frame), layout: 'content', title, blocks }
}

/** What would take too many slides is shown in part, and the rest is left to be told. */
function inFewSlides(draft: SlideDraft, context: DeckContext): SlideDraft {
  const slides = layOut(draft, context.look)
  if (slides.length <= MOST_SLIDES) return draft
  const pages = slides.map(({ blocks }) => blocks.filter((block) => block.type !== 'picture'))
  const shown = pages.slice(0, SHOWN_SLIDES).flat()
  const untold = pages
    .slice(SHOWN_SLIDES)
    .flat()
    .flatMap((block) =>
      block.type === 'text' ? block.lines.map(({ runs }) => runs.map(({ text }) => text).join('')) : [],
    )
  return { ...draft, blocks: shown.map((block) => ({ block })), notes: ['（接着讲）', ...untold] }
}

function quoteDrafts(
  frame: PartFrame,
  quotes: readonly { readonly text: string; readonly by: string }[],
): SlideDraft[] {
  if (quotes.length === 0) return []
  const blocks = quotes.map(
    ({ text, by }): DraftBlock => ({
      block: { type: 'quote', lines: [{ runs: [{ text: quoted(text) }], level: 0 }], ...(by.trim() !== '' && { by }) },
    }),
  )
  return [{ ...inPart(frame), layout: 'content', title: '他们的话', blocks }]
}

const quoted = (text: string) => (/^[“"「『]/.test(text) ? text : `“${text}”`)

export function askDrafts(frame: PartFrame, title: string, questions: readonly string[]): SlideDraft[] {
  const lines = numbered(questions)
  return lines.length === 0 ? [] : [{ ...inPart(frame), layout: 'ask', title, blocks: lineBlocks(lines) }]
}
