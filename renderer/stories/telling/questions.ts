import type { StoryRecord } from '../../../library/stories/story.schema.ts'

/** One thing asked at a time, with the parts of the record it fills. */
export interface Question {
  readonly name:
    | 'title'
    | 'problem'
    | 'done'
    | 'result'
    | 'cost'
    | 'failed'
    | 'caution'
    | 'people'
    | 'where'
    | 'pictures'
    | 'source'
  readonly roots: readonly (keyof StoryRecord)[]
}

/** In the order somebody tells it: first what happened, then what is easily forgotten, then the particulars. */
export const questions: readonly Question[] = [
  { name: 'title', roots: ['title', 'summary'] },
  { name: 'problem', roots: ['problem'] },
  { name: 'done', roots: ['done'] },
  { name: 'result', roots: ['result', 'evidence'] },
  { name: 'failed', roots: ['failed'] },
  { name: 'cost', roots: ['cost'] },
  { name: 'caution', roots: ['caution'] },
  { name: 'people', roots: ['people', 'consents', 'quotes'] },
  { name: 'where', roots: ['themes', 'posts', 'places', 'groups', 'topics', 'happenedFrom', 'happenedTo'] },
  { name: 'pictures', roots: ['media'] },
  { name: 'source', roots: ['sources', 'policies'] },
]

export function questionOf(name: string | undefined): Question | undefined {
  return questions.find((question) => question.name === name)
}

/** The question that fills a field such as `people/0/name`. */
export function questionForField(field: string): Question | undefined {
  const root = field.split('/')[0]
  return questions.find(({ roots }) => roots.some((one) => one === root))
}

/** Whether something was said to a question. */
export function isAnswered(record: StoryRecord, { roots }: Question): boolean {
  return roots.some((root) => !isNothing(record[root]))
}

/** Nothing was said: no words, no entries, or an object of such. */
export function isNothing(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true
  if (Array.isArray(value)) return value.length === 0
  return typeof value === 'object' && Object.values(value).every(isNothing)
}
