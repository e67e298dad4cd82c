import { createRequire } from 'node:module'
import { expect as expectPage } from 'playwright/test'
import type sharpType from 'sharp'
import type { StoryOffice, StoryState, StoryStep } from '../../library/stories/process/process-view.ts'
import type { StoryRecord } from '../../library/stories/story.schema.ts'
import type { StoryView } from '../../library/stories/story-view.ts'
import type { Office } from './open-office.ts'

const sharp = createRequire(import.meta.url)('sharp') as typeof sharpType

/** Looks for what lasts once it is there; a machine with other work may take a while to get to it. */
export const expectOn = expectPage.configure({ timeout: 20_000 })

export const storyOffice: StoryOffice = {
  name: '溪口镇宣传办',
  people: [
    { id: 'chen', name: '陈明', roles: ['writer'] },
    { id: 'zhou', name: '周琴', roles: ['verifier'] },
    { id: 'li', name: '李红', roles: ['approver', 'publisher'] },
  ],
  days: { verify: 5, approve: 5, publish: 7 },
  reviewMonths: 12,
}

/** The example of GB 11643 itself. */
export const plantedId = '11010519491231002X'

/** A whole story, as somebody tells it who forgot nothing. */
export const toldRecord: Partial<StoryRecord> = {
  title: '一张清单少跑三趟',
  summary: '材料清单改成看得懂的话，来回跑的少了一大半。',
  themes: ['民生服务'],
  posts: ['便民服务岗'],
  places: ['青禾县', '溪口镇'],
  happenedFrom: '2025-03',
  problem: '办残疾人证，平均要跑三趟，谁也说不清“相关证明”是哪一份。',
  done: '窗口把被退回的原因记了三个月，再把清单改成一张图。',
  cost: { people: '两个人', time: '六周' },
  failed: '先做成二维码，老人不会扫，又印回了纸。',
  result: '原来平均 2.8 趟，后来 1.3 趟。',
  evidence: { how: '窗口登记簿，前后各三个月', kinds: ['register'] },
  caution: '事项多的地方要先分类。',
  people: [{ id: 'p1', name: '陈晓月', alias: '小陈', part: 'hero', post: '便民服务岗' }],
  consents: [{ id: 'c1', who: 'p1', covers: ['name', 'story'], how: 'spoken', on: '2025-06-20' }],
  sources: [{ id: 's1', title: '窗口登记簿 3—5 月', type: 'register' }],
}

export function newStory(office: Office, record: Partial<StoryRecord>): Promise<StoryView> {
  return office.ask<StoryView>('POST', '/api/stories', { record })
}

export function storyOf(office: Office, id: string): Promise<StoryView> {
  return office.ask<StoryView>('GET', `/api/stories/${id}`)
}

/** Somebody else sits down at this window. */
export async function actAs(office: Office, name: string): Promise<void> {
  const chosen = (title: string) => office.main().locator(`.ant-select-content[title^="${title}（"]`)
  // Its list comes with the office; before that there is nobody to choose.
  await expectOn(office.main().locator('.ant-select-content[title*="（"]').first()).toBeVisible()
  if (await chosen(name).isVisible()) return
  await office.main().getByLabel('现在坐在这里的是谁').click()
  await office.page.locator('.ant-select-item-option').filter({ hasText: name }).click()
  await expectOn(chosen(name)).toBeVisible()
}

/** Everything that was written is kept. */
export async function isSaved(office: Office): Promise<void> {
  await expectOn(office.main().locator('[data-saving]')).toHaveAttribute('data-saving', 'saved')
}

export async function beside(office: Office, side: '预览' | '检查' | '意见' | '流程' | '反馈'): Promise<void> {
  const button = office.main().getByRole('group', { name: '旁边显示' }).getByRole('button', { name: side })
  if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click()
  await expectOn(button).toHaveAttribute('aria-pressed', 'true')
}

/** A picture with fine stripes all over, so that a blurred place of it is a plain one. */
export function stripedPicture(): Promise<Buffer> {
  const stripes = Array.from({ length: 80 }, (_, at) => `<rect x="${at * 12}" width="6" height="640" fill="#111"/>`)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="640"><rect width="960" height="640" fill="#fff"/>${stripes.join('')}</svg>`
  return sharp(Buffer.from(svg)).jpeg({ quality: 92 }).toBuffer()
}

/** How much a region of a picture differs within itself; of fractions of its sides. */
export async function contrastIn(
  picture: Buffer,
  region: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): Promise<number> {
  const { width = 0, height = 0 } = await sharp(picture).metadata()
  // Statistics are of what a picture was opened as, so the part is made a picture of its own first.
  const part = await sharp(picture)
    .extract({
      left: Math.round(region.x * width),
      top: Math.round(region.y * height),
      width: Math.round(region.width * width),
      height: Math.round(region.height * height),
    })
    .png()
    .toBuffer()
  const { channels } = await sharp(part).stats()
  return channels[0]?.stdev ?? 0
}

/** How far the story on the desk is. */
export async function isIn(office: Office, state: StoryState): Promise<void> {
  await expectOn(office.main().locator(`[data-state="${state}"]`)).toBeVisible()
}

/** Somebody takes a step in another window. */
export async function stepAs(office: Office, id: string, step: StoryStep, personName: string): Promise<void> {
  const { people } = await office.ask<StoryOffice>('GET', '/api/story-office')
  const person = people.find(({ name }) => name === personName)?.id ?? ''
  const status = await office.page.evaluate(
    async ({ route, step, person }) => {
      const token = sessionStorage.getItem('xinhuo.token')
      const headers = {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'x-xinhuo-person': person,
      }
      return (await fetch(route, { method: 'POST', headers, body: JSON.stringify({ step }) })).status
    },
    { route: `/api/stories/${id}/steps`, step, person },
  )
  if (status !== 200) throw new Error(`${personName} could not take the step ${step}: ${status}`)
}
