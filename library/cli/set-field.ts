import type { StoryRecord } from '../stories/story.schema.ts'
import { CommandError } from './command-context.ts'

const LINES = ['title', 'summary', 'label', 'happenedFrom', 'happenedTo'] as const
const TEXTS = ['problem', 'done', 'failed', 'result', 'caution'] as const
const LISTS = ['themes', 'topics', 'posts', 'places', 'groups', 'audience'] as const
const COSTS = ['people', 'money', 'time', 'powers'] as const

/** The fields that can be set by their name alone. */
export const SETTABLE: readonly string[] = [
  ...LINES,
  ...TEXTS,
  ...LISTS,
  ...COSTS.map((field) => `cost/${field}`),
  'evidence/how',
]

/**
 * The record with one field set to a text; in lists the values stand between 、 or commas. An empty text empties it.
 * @throws {CommandError} USAGE for a field that has no such form
 */
export function setField(record: StoryRecord, field: string, value: string): object {
  if (!SETTABLE.includes(field)) {
    throw new CommandError({
      code: 'USAGE',
      what: `没有“${field}”这一项可以这样改。`,
      why: `可以改的有：${SETTABLE.join('、')}。`,
      todo: '人物、条文、引语和来源请写进文件，用 xinhuo story edit --data 修改。',
    })
  }
  if ((LISTS as readonly string[]).includes(field))
    return { ...record, [field]: value.split(/[、,，]/u).filter(Boolean) }
  const [first = '', second] = field.split('/')
  if (second === undefined) return { ...record, [first]: value }
  return { ...record, [first]: { ...(record[first as 'cost' | 'evidence'] as object), [second]: value } }
}
