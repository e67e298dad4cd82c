import { AppError } from '../errors/app-error.ts'

export class FeedNotFoundError extends AppError<'FEED_NOT_FOUND' | 'FEED_ENTRY_NOT_FOUND' | 'FEED_STORY_NOT_FOUND'> {}

/** What is asked for does not fit the column as it is now. */
export class FeedStateError extends AppError<
  | 'FEED_NOTHING_NEW'
  | 'FEED_CHANGED'
  | 'FEED_NO_ISSUE'
  | 'FEED_STORY_NOT_PUBLISHED'
  | 'FEED_ENTRY_WITHDRAWN'
  | 'FEED_TARGETS'
> {}

export const feedNotFound = () =>
  new FeedNotFoundError({
    code: 'FEED_NOT_FOUND',
    what: '没有这个专栏。',
    why: '它可能已经删除了。',
    todo: '三十天内删除的可以恢复。',
  })
