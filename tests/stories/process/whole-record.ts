import type { StoryOffice } from '../../../library/stories/process/process-view.ts'
import type { StoryRecord } from '../../../library/stories/story.schema.ts'

/** Chen tells, Zhou verifies, Lin approves, Gao publishes; Wu may do everything. */
const PEOPLE: StoryOffice['people'] = [
  { id: 'chen', name: '陈静', roles: ['writer'] },
  { id: 'zhou', name: '周明', roles: ['verifier', 'writer'] },
  { id: 'lin', name: '林芳', roles: ['approver'] },
  { id: 'gao', name: '高远', roles: ['publisher'] },
  { id: 'wu', name: '吴全', roles: ['writer', 'verifier', 'approver', 'publisher'] },
]
export const OFFICE: StoryOffice = {
  name: '石坪乡宣传办',
  people: PEOPLE,
  days: { verify: 5, approve: 5, publish: 7 },
  reviewMonths: 12,
}

/** A story that nothing is missing of, and that the gate lets pass. */
export function wholeRecord(title: string, more: Partial<StoryRecord> = {}): StoryRecord {
  return {
    format: 1,
    title,
    summary: `${title}：水渠冬天修好，春灌没有再停过。`,
    themes: ['乡村振兴'],
    topics: [],
    posts: [],
    places: ['平澜县', '石坪乡', '高岭村'],
    groups: [],
    audience: [],
    happenedFrom: '2025-11',
    people: [],
    problem: `${title}。水渠塌了一段，三十亩地浇不上水，往年都等到开春才修。`,
    done: '村里先请水利站看过，冬天农闲时组织人手清淤，再砌石护坡，前后用了二十天。',
    cost: { people: '十二个人', money: '一万八千元', time: '二十天' },
    failed: '开头没有量准坡度，返工一次，多花了三天。',
    result: '春灌时三十亩地都浇上了水。',
    evidence: { how: '现场看过，台账上有每户的浇水日期。', kinds: ['seen', 'register'] },
    caution: '渠基是流沙的地方不能照这样砌。',
    policies: [],
    quotes: [],
    media: [],
    sources: [
      { id: 's1', title: '现场走访', type: 'interview', on: '2026-01', verified: { by: '周明', on: '2026-01-20' } },
    ],
    consents: [],
    ...more,
  }
}
