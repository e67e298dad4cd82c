import type { ShownStory, StoryPage, StorySummary, StoryView } from '../stories/story-view.ts'
import { harmlessLine } from './harmless-line.ts'

/** The states of a story, as people call them. */
export const STATE_NAMES = {
  draft: '草稿',
  submitted: '已报送',
  verified: '已核实',
  approved: '已审定',
  published: '已发布',
  retired: '已退役',
} as const

/** How far a story is on its way; of a correction also that readers still see what was published. */
const stateOf = ({ state, correcting }: Pick<StorySummary, 'state' | 'correcting'>) =>
  correcting ? `${STATE_NAMES[state]}（更正中，读者看到的是已发布的）` : STATE_NAMES[state]

export const titleOf = ({ title }: { readonly title: string }) => harmlessLine(title) || '（还没有标题）'

/** What is missing, a line each. */
export const describeMissing = (view: StoryView): string =>
  view.missing.length === 0 ? '该有的都有了。' : view.missing.map(({ says }) => `  ${says}`).join('\n')

export function describePage({ total, stories }: StoryPage): string {
  if (stories.length === 0) return '没有故事。'
  const lines = stories.map((story) =>
    [stateOf(story), story.updatedAt.slice(0, 10), titleOf(story), story.places.join('、'), story.id]
      .map(harmlessLine)
      .join('  '),
  )
  return [...lines, ...(total > stories.length ? [`共 ${total} 个，用 --query 缩小范围。`] : [])].join('\n')
}

/** A story as it is told so far, for those who work on it. */
export function describeStory(view: StoryView): string {
  const { record } = view
  const texts: [string, string][] = [
    ['什么情况', record.problem],
    ['做了什么', record.done],
    ['花了多少', Object.values(record.cost).filter(Boolean).join('；')],
    ['哪里没做好', record.failed],
    ['结果怎么样', record.result],
    ['怎么知道的', record.evidence.how],
    ['什么情况下不要照搬', record.caution],
  ]
  return [
    ...describeSummary(view),
    ...texts.filter(([, text]) => text !== '').flatMap(([heading, text]) => ['', heading, ...linesOf(text)]),
    ...(view.missing.length > 0 ? ['', '还缺：', describeMissing(view)] : []),
  ].join('\n')
}

/** A story as readers see it. */
export function describeShown(shown: ShownStory): string {
  const { story, passages } = shown
  const filed = [...story.themes, ...shown.posts, ...shown.places, ...story.groups].join('、')
  const first = [titleOf(shown), shown.description ?? '', filed, story.publishedOn ? `发布：${story.publishedOn}` : '']
  return [
    ...first.filter((line) => line !== '').map(harmlessLine),
    ...passages.flatMap(({ type, heading, text }) =>
      type === 'heading' ? ['', harmlessLine(heading)] : linesOf(text),
    ),
  ].join('\n')
}

function describeSummary(story: StorySummary): string[] {
  const filed = [...story.themes, ...story.posts, ...story.places, ...story.groups]
  return [
    `${titleOf(story)}  ${stateOf(story)}  ${story.id}`,
    ...(story.summary === undefined ? [] : [story.summary]),
    ...(filed.length > 0 ? [filed.join('、')] : []),
    ...(story.publishedOn === undefined ? [] : [`发布：${story.publishedOn}`]),
  ].map(harmlessLine)
}

const linesOf = (text: string) => text.split('\n').map(harmlessLine)
