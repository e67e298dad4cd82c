import type { FeedDefinition } from '../../../library/feeds/feed.schema.ts'

type Ready = Pick<FeedDefinition, 'title' | 'subtitle' | 'audience' | 'issueSize' | 'restMonths' | 'mix' | 'criteria'>

const criteria = (given: Partial<FeedDefinition['criteria']>): FeedDefinition['criteria'] => ({
  themes: [],
  posts: [],
  places: [],
  groups: [],
  topics: [],
  months: 0,
  minEvidence: 0,
  withPictureOnly: false,
  weights: { theme: 2, post: 1, place: 1, audience: 1, freshness: 2, evidence: 2 },
  ...given,
})

const share = (dimension: 'post' | 'theme' | 'group', shares: Readonly<Record<string, number>>) =>
  Object.entries(shares).map(([value, percent]) => ({ dimension, value, share: percent }))

/** Columns to start from; every part can be changed before and after. The words are those of content/vocabulary. */
export const readyMadeFeeds: readonly {
  readonly name: 'all' | 'people' | 'lighter' | 'newcomers' | 'notice'
  readonly definition: Ready
}[] = [
  {
    name: 'all',
    definition: {
      title: '身边的好办法',
      subtitle: '我们自己人做成的事，和没做好的地方',
      audience: [],
      issueSize: 6,
      restMonths: 6,
      criteria: criteria({}),
      mix: share('post', { 驻村干部: 20, 村干部: 30, 便民服务岗: 20 }),
    },
  },
  {
    name: 'people',
    definition: {
      title: '为民办事',
      subtitle: '救助、养老、看病、上学、办证，是怎么办好的',
      audience: ['便民服务岗', '民政岗', '村干部'],
      issueSize: 4,
      restMonths: 6,
      criteria: criteria({ themes: ['民生服务'] }),
      mix: share('group', { 老年人: 30, 残疾人: 20, 困难家庭: 20 }),
    },
  },
  {
    name: 'lighter',
    definition: {
      title: '少填一张表',
      subtitle: '减负增效、关爱干部的做法，可以借去用',
      audience: [],
      issueSize: 4,
      restMonths: 3,
      criteria: criteria({
        themes: ['减负增效', '关爱干部'],
        weights: { theme: 3, post: 1, place: 0, audience: 1, freshness: 2, evidence: 2 },
      }),
      mix: [],
    },
  },
  {
    name: 'newcomers',
    definition: {
      title: '新来的同志看这里',
      subtitle: '结果查得到的故事，连同花了多少、什么时候不要照搬',
      audience: ['驻村干部', '村干部'],
      issueSize: 8,
      restMonths: 12,
      criteria: criteria({
        minEvidence: 1,
        weights: { theme: 1, post: 2, place: 0, audience: 2, freshness: 0, evidence: 3 },
      }),
      mix: [],
    },
  },
  {
    name: 'notice',
    definition: {
      title: '村口公告栏',
      subtitle: '一月一张，有图有话，贴在看得见的地方',
      audience: ['村干部'],
      issueSize: 3,
      restMonths: 6,
      criteria: criteria({
        months: 24,
        weights: { theme: 1, post: 1, place: 3, audience: 1, freshness: 3, evidence: 1 },
      }),
      mix: [],
    },
  },
]
