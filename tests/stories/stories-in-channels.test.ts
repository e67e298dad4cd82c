import { describe, expect, it } from 'vitest'
import type { RunningService } from '../../library/service/run-service.ts'
import type { ShownStory, StoryPage, StorySummary, StoryView } from '../../library/stories/story-view.ts'
import { createWorkshop, makeKeys, policy } from '../updates/channel-workshop.ts'
import { startOffice } from '../updates/publishing/publishing-office.ts'
import { startReceiver } from '../updates/receiver.ts'

const asPerson = async <T>(service: RunningService, person: string, method: string, path: string, body?: unknown) => {
  const response = await service.handle(
    new Request(`http://xinhuo${path}`, {
      method,
      headers: { 'content-type': 'application/json', 'x-xinhuo-person': person },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  )
  const answer: unknown = await response.json()
  if (!response.ok) throw new Error(JSON.stringify(answer))
  return answer as T
}

const people = ['writer', 'verifier', 'approver', 'publisher'].map((role, at) => ({
  id: `person-${at}`,
  name: `${'甲乙丙丁'[at]}某`,
  roles: [role],
}))

const record = {
  ...{ title: '按图轮水', summary: '一张图让六十二户不再为放水吵架。', themes: ['乡村振兴'], topics: ['人民调解'] },
  ...{ posts: ['村干部'], places: ['石坪乡'], groups: ['种养户'], happenedFrom: '2024', audience: ['村干部'] },
  people: [{ id: 'a', name: '王秀芝', alias: '一位村会计', part: 'hero', post: '村干部' }],
  problem: '高岭村的老渠修了三十年，每到插秧就为放水吵架。',
  done: '王秀芝把六十二户的田块画成一张图，按图轮水，一户一个时辰，贴在小卖部门口。',
  cost: { people: '一个人三天', money: '四十元' },
  failed: '头一年忘了留给外出的三户。',
  result: '两年没有再吵。',
  evidence: { how: '看过轮水登记。', kinds: ['register'] },
  caution: '水不够的村不要学。',
  policies: [{ title: '溪口镇用水办法', provision: '第一条', note: '轮流用水' }],
  sources: [
    { id: 's', title: '轮水登记本', type: 'register', verified: { by: '乙某', on: '2026-01-02', how: '翻看过' } },
  ],
  consents: [{ id: 'c', who: 'a', covers: ['story'], how: 'spoken', on: '2026-01-01' }],
}

describe('a story that was told and published here', () => {
  it('goes out in a channel and is listed, read and filed where it arrives, without a name that was not to be told', async () => {
    const office = await startOffice()
    const { service } = office
    await asPerson(service, '', 'PUT', '/api/story-office', { name: '石坪乡宣传办', people })
    const told = await asPerson<StoryView>(service, 'person-0', 'POST', '/api/stories', { record })
    let view = told
    for (const [at, step] of ['submit', 'verify', 'approve', 'publish'].entries()) {
      view = await asPerson<StoryView>(service, `person-${at}`, 'POST', `/api/stories/${told.id}/steps`, { step })
    }
    expect(view.state).toBe('published')
    const preview = await asPerson<ShownStory>(service, '', 'GET', `/api/stories/${told.id}/preview`)
    const { revision, ...shown } = await asPerson<ShownStory>(service, '', 'GET', `/api/stories/shown/${told.id}`)
    expect(preview).toEqual(shown)
    await office.define({ choice: { queries: [], items: [told.id], excluded: [] } })
    await office.publish('一个故事')

    const receiver = await startReceiver()
    await receiver.trust(office.repository)
    await receiver.apply(office.repository)
    const { stories } = await receiver.get<StoryPage>('/api/stories?theme=乡村振兴&group=种养户')
    expect(stories).toMatchObject([
      { id: told.id, own: false, state: 'published', heroes: ['一位村会计'], evidence: 3 },
    ])
    const arrived = await receiver.get<ShownStory>(`/api/stories/shown/${told.id}`)
    expect({ ...arrived, revision: undefined }).toEqual({ ...shown, revision: undefined })
    expect(arrived.story).toMatchObject({ office: '石坪乡宣传办', sources: { total: 1, verified: 1 } })
    expect(JSON.stringify(arrived)).not.toContain('王秀芝')
  })
})

describe('an update that changes a clause', () => {
  it('names the own stories that show it in action, and those that show another not', async () => {
    const workshop = createWorkshop('gushi-pindao', makeKeys())
    const law = (first: string) => policy('yongshui-banfa', '溪口镇用水办法', [first, '第二条没有变。'])
    workshop.publish({ version: 1, items: [{ revisions: [law('一户一个时辰。')] }] })
    const receiver = await startReceiver()
    const tell = (title: string, provision: string) =>
      receiver.send<StoryView>('POST', '/api/stories', {
        record: { title, policies: [{ title: '《溪口镇用水办法》', provision }] },
      })
    // Told before the text comes: it is found by its title.
    const touched = await tell('按图轮水', '第一条')
    await tell('另一个', '第二条')
    await receiver.trust(workshop.directory)
    await receiver.apply(workshop.directory)
    workshop.publish({ version: 2, items: [{ revisions: [law('一户一个时辰。'), law('一户半个时辰。')] }] })
    const offer = await receiver.check(workshop.directory)
    expect(offer.touched).toMatchObject([
      {
        work: 'story',
        workName: '故事',
        id: touched.id,
        title: '按图轮水',
        open: `/stories/${touched.id}`,
        anchor: '第一条',
      },
    ])
    // A draft is no story for readers yet.
    expect(await receiver.get<StorySummary[]>('/api/stories/of/yongshui-banfa?anchor=第一条')).toEqual([])
    const { stories } = await receiver.get<StoryPage>('/api/stories?policy=yongshui-banfa&anchor=第一条')
    expect(stories.map(({ id }) => id)).toEqual([touched.id])
  })
})
