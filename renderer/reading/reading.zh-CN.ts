/** What the reading desk says, in Chinese. */
export const readingZhCN = {
  title: '阅读',
} as const
