import type { StoryRecord } from '../story.schema.ts'

/** What is compared of a story: the title and the words of its sections. */
export function wordsOfRecord(record: StoryRecord): string {
  const { title, summary, problem, done, cost, failed, result, evidence, caution } = record
  return [title, summary, problem, done, ...Object.values(cost), failed, result, evidence.how, caution]
    .filter(Boolean)
    .join('\n')
}
