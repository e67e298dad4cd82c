import type { STORY_SECTIONS } from '../../../library/stories/story.schema.ts'

type Section = (typeof STORY_SECTIONS)[number]

/** The field of the record that a heading of the printed text stands for. */
const fieldOf: Readonly<Record<Section['heading'], Section['field']>> = {
  什么情况: 'problem',
  做了什么: 'done',
  花了多少: 'cost',
  哪里没做好: 'failed',
  '结果怎么样，怎么知道的': 'result',
  什么情况下不要照搬: 'caution',
}

export function fieldOfHeading(heading: string): Section['field'] | undefined {
  return Object.hasOwn(fieldOf, heading) ? fieldOf[heading as Section['heading']] : undefined
}
