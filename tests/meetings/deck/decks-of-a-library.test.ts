import { Hono } from 'hono'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorResponse } from '../../../library/http/error-response.ts'
import { deckRoutes } from '../../../library/meetings/deck/deck.routes.ts'
import type { Deck } from '../../../library/meetings/deck/deck.ts'
import { bomb, phonePhoto, png } from '../../stories/media/made-pictures.ts'
import { type MaterialDesk, openMaterialDesk } from '../materials/material-desk.ts'

let desk: MaterialDesk
let app: Hono
beforeAll(async () => {
  desk = await openMaterialDesk()
  app = new Hono().route('/', deckRoutes(desk.access, desk.writer)).onError((error, c) => errorResponse(c, error))
})
afterAll(() => desk.close())

const get = (address: string, headers: Record<string, string> = {}) => app.request(address, { headers })
const deckOf = async (id: string, query = '') => (await (await get(`/${id}/deck${query}`)).json()) as Deck

async function picture(bytes: Buffer, id: string, more: object = {}) {
  const sha256 = await desk.access.blobs.put(bytes)
  return { id, sha256, name: `${id}.jpg`, mediaType: 'image/jpeg', size: bytes.length, ...more }
}

describe('GET /materials/:id/deck', () => {
  it('gives the slides as of today, in the look asked for, and of the parts asked for', async () => {
    const made = await desk.make({
      title: '例会',
      theme: 'festive',
      parts: [
        { id: 'a', type: 'opening', title: '开场', text: '两件事。' },
        { id: 'b', type: 'closing', title: '小结', text: '散会。' },
      ],
    })
    const deck = await deckOf(made.id)
    expect(deck).toMatchObject({
      title: '例会',
      theme: 'festive',
      on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      warnings: [],
    })
    expect(deck.slides.map(({ title }) => title)).toEqual(['例会', '议程', '开场', '小结', '谢谢大家'])
    const part = await deckOf(made.id, '?part=b,nowhere&theme=large')
    expect(part.theme).toBe('large')
    expect(part.slides.map(({ id }) => id)).toEqual(['b_1'])
    expect((await get(`/${made.id}/deck?theme=neon`)).status).toBe(400)
    const none = await get('/nowhere/deck')
    expect([none.status, await none.json()]).toMatchObject([404, { error: { code: 'MATERIAL_NOT_FOUND' } }])
  })

  it('makes slides of a meeting whose pictures, design and clauses are gone', async () => {
    const broken = await picture((await phonePhoto()).subarray(0, 900), 'pic-b', { caption: '会场' })
    const huge = await picture(await bomb(9000, 9000), 'pic-c', { alternative: '很大' })
    const text = await picture(Buffer.from('这不是图片'), 'pic-d', { alternative: '一段文字' })
    const lying = await picture(await phonePhoto(640, 480), 'pic-e', { width: 9999, height: 1, alternative: '窗口' })
    const missing = { ...lying, id: 'pic-f', sha256: 'f'.repeat(64), alternative: '丢了的' }
    const made = await desk.make({
      title: '现场会',
      design: { name: '单位模板.pptx', sha256: 'd'.repeat(64), size: 10 },
      parts: [
        { id: 'a', type: 'opening', title: '看一看', text: '看图。', pictures: [broken, huge, text, lying, missing] },
        {
          id: 'b',
          type: 'reading',
          cites: [{ id: 'c', title: '不存在的法', provision: '第一条', itemId: 'gone', text: '一句话。' }],
        },
      ],
    })
    const deck = await deckOf(made.id)
    expect(deck.warnings.slice(0, 5)).toEqual([
      '找不到单位模板“单位模板.pptx”的文件，幻灯片用了薪火自己的样式。',
      '“看一看”的图片“会场”打不开，没有放上幻灯片。',
      '“看一看”的图片“很大”打不开，没有放上幻灯片。',
      '“看一看”的图片“一段文字”打不开，没有放上幻灯片。',
      '“看一看”的图片“丢了的”找不到文件，没有放上幻灯片。',
    ])
    // Upright, as the telephone was held, whatever the record says.
    const shown = deck.slides.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.type === 'picture' ? [block.picture] : [])),
    )
    expect(shown).toMatchObject([{ sha256: lying.sha256, width: 480, height: 640 }])
    expect(deck.slides.find(({ id }) => id === 'b_2')?.citations).toMatchObject([{ state: 'missing' }])
  })
})

describe('GET /materials/:id/pictures/:sha256', () => {
  it('gives the cleaned and blurred copy of what the material names, and nothing else', async () => {
    const photo = await picture(await phonePhoto(640, 480), 'pic-a', {
      alternative: '窗口',
      blurred: [{ x: 0, y: 0, width: 1, height: 1, why: 'face' }],
    })
    const other = await picture(await png(64, 64), 'pic-b')
    const made = await desk.make({ title: '会', parts: [{ id: 'a', type: 'opening', pictures: [photo] }] })
    const answer = await get(`/${made.id}/pictures/${photo.sha256}?width=300`)
    expect(answer.headers.get('content-type')).toBe('image/jpeg')
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(bytes.includes('secret')).toBe(false)
    const { width, exif } = await sharp(bytes).metadata()
    expect([width, exif]).toEqual([320, undefined])
    // All of it is destroyed: what is left of noise is flat.
    const { channels } = await sharp(bytes).stats()
    expect(channels[0]?.stdev).toBeLessThan(30)
    // Shown before: told by its copy, whose sides are the same.
    const [shown] = (await deckOf(made.id)).slides.flatMap(({ blocks }) => blocks)
    expect(shown).toMatchObject({ type: 'picture', picture: { width: 320, height: expect.closeTo(427, -1) } })
    const tag = answer.headers.get('etag') ?? ''
    expect((await get(`/${made.id}/pictures/${photo.sha256}?width=300`, { 'if-none-match': tag })).status).toBe(304)
    expect((await get(`/${made.id}/pictures/${other.sha256}`)).status).toBe(404)
    expect((await get(`/${made.id}/pictures/${photo.sha256}?width=-1`)).status).toBe(400)
  })
})
