import type { Messages } from '../language/messages.ts'
import type { readingZhCN } from './reading.zh-CN.ts'

/** What the reading desk says, in English. */
export const readingEn: Messages<typeof readingZhCN> = {
  title: 'Reading',
}
