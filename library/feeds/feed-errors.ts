import { AppError } from '../errors/app-error.ts'
import type { FeedStop } from './feed-view.ts'

export class FeedNotFoundError extends AppError<'FEED_NOT_FOUND' | 'FEED_ENTRY_NOT_FOUND' | 'FEED_STORY_NOT_FOUND'> {}

/** What is asked for does not fit the column as it is now. */
export class FeedStateError extends AppError<
  | 'FEED_NOTHING_NEW'
  | 'FEED_CHANGED'
  | 'FEED_ENTRY_WITHDRAWN'
  | 'FEED_TARGETS'
  | 'FEED_STORY_NOT_FREE'
  | 'FEED_DEFINITION_CHANGED'
> {}

/** Named one by one; the rest are counted. */
const NAMED = 5

/** Something would leave that must not. */
export class FeedPrivateTextError extends AppError<'FEED_PRIVATE_TEXT'> {
  readonly stops: readonly FeedStop[]

  constructor(stops: readonly FeedStop[]) {
    const named = stops.slice(0, NAMED).map(({ place, says }) => `${place}：${says}`)
    const rest = stops.length > NAMED ? [`另有 ${stops.length - NAMED} 处`] : []
    const ways = [...new Set(stops.map(({ todo }) => todo))].slice(0, 3)
    super({
      code: 'FEED_PRIVATE_TEXT',
      what: '没有发出去：里面有不能公开的内容。',
      why: `${[...named, ...rest].join('；')}。`,
      todo: `以前发布的没有改动。${ways.join('')}`,
    })
    this.stops = stops
  }
}

export const feedNotFound = () =>
  new FeedNotFoundError({
    code: 'FEED_NOT_FOUND',
    what: '没有这个专栏。',
    why: '它可能已经删除了。',
    todo: '三十天内删除的可以恢复。',
  })

export const storyNotFound = () =>
  new FeedNotFoundError({
    code: 'FEED_STORY_NOT_FOUND',
    what: '没有这个故事。',
    todo: '专栏没有改动。请在故事列表里选一个。',
  })

export const entryNotFound = () =>
  new FeedNotFoundError({
    code: 'FEED_ENTRY_NOT_FOUND',
    what: '专栏里没有这一条。',
    todo: '专栏没有改动。请重新打开专栏，从登过的故事里选。',
  })

export const alreadyWithdrawn = () =>
  new FeedStateError({ code: 'FEED_ENTRY_WITHDRAWN', what: '这一条已经撤回了。', todo: '不用再办一次。' })

export const nothingNew = (why: string) =>
  new FeedStateError({
    code: 'FEED_NOTHING_NEW',
    what: '没有出新的一期：没有新内容。',
    why,
    todo: '以前的各期都在。可以放宽专栏的条件，或者再发布几个故事。',
  })

export const changedMeanwhile = () =>
  new FeedStateError({
    code: 'FEED_CHANGED',
    what: '没有出刊：专栏或故事刚刚有变动。',
    why: '可能别人同时在出这一期，或者有故事刚改过、刚撤回。',
    todo: '没有重复出刊。请看过现在的内容再办。',
  })

export const definitionChanged = () =>
  new FeedStateError({
    code: 'FEED_DEFINITION_CHANGED',
    what: '没有保存：这个专栏的设置刚在另一个地方改过。',
    why: '照存会盖掉那边的改动。',
    todo: '您改的还在这个窗口里。请选用那边的，还是存这里的。',
  })

export const storiesNotFree = (titles: readonly string[]) =>
  new FeedStateError({
    code: 'FEED_STORY_NOT_FREE',
    what: `没有出刊：选的故事不能登在这一期。`,
    why: `${titles.join('、')}还没有发布，或者已经登过、撤回、排除了。`,
    todo: '没有改动。请去掉这几个再办。',
  })

export const targetsTooHigh = (dimension: string, sum: number) =>
  new FeedStateError({
    code: 'FEED_TARGETS',
    what: '没有保存：目标加起来超过了 100%。',
    why: `按${dimension}定的目标加起来是 ${sum}%。`,
    todo: '专栏没有改动。请把几项调低一些。',
  })
