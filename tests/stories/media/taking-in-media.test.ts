import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { receiveMedia } from '../../../library/stories/media/receive-media.ts'
import type { StoryRecord } from '../../../library/stories/story.schema.ts'
import type { StoryView } from '../../../library/stories/story-view.ts'
import { openStoryDesk, type StoryDesk } from '../process/story-desk.ts'
import { wholeRecord } from '../process/whole-record.ts'
import { fetchBytes, giveMedia, streamMedia } from './giving-media.ts'
import { bomb, film, moving, noise, phonePhoto, png } from './made-pictures.ts'

let desk: StoryDesk
beforeAll(async () => {
  desk = await openStoryDesk()
})

const tell = (title: string, more: Partial<StoryRecord> = {}): Promise<StoryView> => desk.tell(wholeRecord(title, more))
const objects = () =>
  readdirSync(desk.service.session.paths.objects, { recursive: true, encoding: 'utf8' })
    .map((name) => path.basename(name))
    .filter((name) => name.length > 2 && name !== 'arriving')

describe('a picture given to a story', () => {
  it('is kept as it came, told by its content, with the day, and added to the record', async () => {
    const story = await tell('照片')
    const photo = await phonePhoto()
    const { body } = await giveMedia(desk.service, story.id, [{ name: '现场.png', bytes: photo }])
    const sha256 = createHash('sha256').update(photo).digest('hex')
    expect(body).toEqual({
      added: [
        {
          id: `m-${sha256.slice(0, 12)}`,
          sha256,
          name: '现场.png',
          mediaType: 'image/jpeg',
          size: photo.length,
          width: 480,
          height: 640,
          takenOn: '2026-05-03',
        },
      ],
      refused: [],
    })
    expect((await desk.show(story.id)).record.media).toEqual(body.added)
    expect((await fetchBytes(desk.service, `/api/blobs/${sha256}`)).bytes.equals(photo)).toBe(true)
  })

  it('comes beside others, of which what cannot be used is left out with its reason', async () => {
    const story = await tell('许多文件')
    const before = new Set(objects())
    const jpeg = await phonePhoto(64, 48)
    const heic = Buffer.concat([Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1heic', 'latin1'), Buffer.alloc(600)])
    const files = {
      'iphone.jpg': heic,
      'drawing.jpg': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      'old.bmp': Buffer.concat([Buffer.from('BM\0\0\0\0\0\0\0\0', 'latin1'), Buffer.alloc(100)]),
      'paper.jpg': Buffer.from('%PDF-1.7 …'),
      'nothing.jpg': Buffer.alloc(0),
      'text.png': Buffer.from('这不是图片'),
      'broken.jpg': jpeg.subarray(0, jpeg.length / 2),
      'empty-head.png': Buffer.concat([Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), Buffer.alloc(50)]),
      'bomb.png': await bomb(9000, 9000),
      'good.jpg': jpeg,
      'again.jpg': jpeg,
    }
    const given = Object.entries(files).map(([name, bytes]) => ({ name, bytes }))
    const { body } = await giveMedia(desk.service, story.id, given)
    expect(body.added.map(({ name }) => name)).toEqual(['good.jpg'])
    expect(Object.fromEntries(body.refused.map(({ name, code }) => [name, code]))).toEqual({
      'iphone.jpg': 'MEDIA_HEIC',
      'drawing.jpg': 'MEDIA_SVG',
      'old.bmp': 'MEDIA_BMP',
      'paper.jpg': 'MEDIA_DOCUMENT',
      'nothing.jpg': 'MEDIA_EMPTY',
      'text.png': 'MEDIA_UNKNOWN',
      'broken.jpg': 'MEDIA_BROKEN',
      'empty-head.png': 'MEDIA_BROKEN',
      'bomb.png': 'MEDIA_TOO_LARGE',
      'again.jpg': 'MEDIA_TWICE',
    })
    expect(body.refused.every(({ reason }) => reason.length > 5)).toBe(true)
    // Nothing of what was refused stays.
    expect(objects().filter((name) => !before.has(name))).toEqual([createHash('sha256').update(jpeg).digest('hex')])
  })

  it('may be PNG, WebP, TIFF, AVIF or a GIF that moves', async () => {
    const story = await tell('各种图片')
    const base = () => sharp(noise(60, 40), { raw: { width: 60, height: 40, channels: 3 } })
    const { body } = await giveMedia(desk.service, story.id, [
      { name: 'a', bytes: await base().png().toBuffer() },
      { name: 'b', bytes: await base().webp().toBuffer() },
      { name: 'c', bytes: await base().tiff().toBuffer() },
      { name: 'd', bytes: await base().avif({ effort: 0 }).toBuffer() },
      { name: 'e', bytes: await moving(20, 20) },
    ])
    expect(body.refused).toEqual([])
    expect(body.added.map(({ mediaType, width, height }) => [mediaType, width, height])).toEqual([
      ['image/png', 60, 40],
      ['image/webp', 60, 40],
      ['image/tiff', 60, 40],
      ['image/avif', 60, 40],
      ['image/gif', 20, 20],
    ])
    for (const { id } of body.added) {
      const copy = await fetchBytes(desk.service, `/api/stories/${story.id}/media/${id}/copy?width=300`)
      expect([copy.status, copy.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    }
  })

  it('has a name without folders and hidden characters, and one of its own where there is none', async () => {
    const story = await tell('文件名')
    const { body } = await giveMedia(desk.service, story.id, [
      { name: '../../..\\etc\\水渠\u202egpj.exe\u0000.jpg', bytes: await png(4, 4) },
      { name: '\u202e', bytes: await png(5, 5) },
    ])
    expect(body.added.map(({ name }) => name)).toEqual(['水渠gpj.exe.jpg', '图片.png'])
  })

  it('is not taken by a story that readers see, nor where nothing was sent', async () => {
    const story = await tell('发布了的')
    await desk.bring(story.id, 'published')
    const refused = await giveMedia(desk.service, story.id, [{ name: 'a.png', bytes: await png(4, 4) }])
    expect(refused.body.error?.code).toBe('STORY_NOT_OPEN')
    const none = await giveMedia(desk.service, (await tell('空的')).id, [])
    expect(none.body.error?.code).toBe('MEDIA_NONE')
  })

  it('waits for nobody who writes in the story meanwhile', async () => {
    const story = await tell('同时写')
    const photos = await Promise.all([1, 2, 3].map((seed) => png(30, 30, noise(30, 30, seed))))
    await Promise.all(photos.map((bytes, at) => giveMedia(desk.service, story.id, [{ name: `${at}.png`, bytes }])))
    expect((await desk.show(story.id)).record.media.map(({ name }) => name).toSorted()).toEqual([
      '0.png',
      '1.png',
      '2.png',
    ])
  })
})

describe('a film of 200 MB', () => {
  const size = 200 * 1024 * 1024

  it('is kept, hashed on the way, played by ranges, and never held in memory', { timeout: 120_000 }, async () => {
    const story = await tell('影片')
    const hash = createHash('sha256')
    let [most, length] = [0, 0]
    function* watched() {
      for (const piece of film(size)) {
        hash.update(piece)
        length += piece.length
        most = Math.max(most, process.memoryUsage().arrayBuffers)
        yield piece
      }
    }
    const before = process.memoryUsage().arrayBuffers
    const { body } = await streamMedia(desk.service, story.id, 'shuiqu.mp4', watched())
    const sha256 = hash.digest('hex')
    expect(body.added).toMatchObject([
      { sha256, name: 'shuiqu.mp4', mediaType: 'video/mp4', size: length, width: 1920, height: 1080 },
    ])
    // Pieces under way and not yet collected, not the film.
    expect(most - before).toBeLessThan(size / 2)
    const part = await fetchBytes(desk.service, `/api/blobs/${sha256}`, { range: 'bytes=0-15' })
    expect([part.status, part.headers.get('content-type'), part.headers.get('content-range')]).toEqual([
      206,
      'video/mp4',
      `bytes 0-15/${length}`,
    ])
    expect(part.bytes.toString('latin1', 4, 8)).toBe('ftyp')
  })

  it('that breaks off leaves the story and the blobs as they were', async () => {
    const story = await tell('断了的影片')
    const before = objects()
    const { body } = await streamMedia(desk.service, story.id, 'a.mp4', film(3_000_000), { breakOff: true })
    expect(body.error?.code).toBe('MEDIA_UPLOAD_BROKEN')
    expect((await desk.show(story.id)).record.media).toEqual([])
    expect(objects()).toEqual(before)
  })

  it('is refused when its boxes do not hold together', async () => {
    const story = await tell('坏的影片')
    const [start = Buffer.alloc(0)] = film(0)
    const broken = [start, Buffer.from('\u0000\u000f\u0000\u0000moov…', 'latin1')]
    const { body } = await streamMedia(desk.service, story.id, 'a.mp4', broken)
    expect(body.refused).toMatchObject([{ name: 'a.mp4', code: 'MEDIA_BROKEN' }])
  })
})

describe('a disk that is full', () => {
  it('ends the upload plainly, with nothing kept and nothing left open', async () => {
    const part = Buffer.from('--b\r\ncontent-disposition: form-data; name="f"; filename="a.png"\r\n\r\n')
    const body = new Blob([part, (await png(40, 40)) as Uint8Array<ArrayBuffer>, '\r\n--b--\r\n']).stream()
    const headers = { 'content-type': 'multipart/form-data; boundary=b' }
    const request = new Request('http://xinhuo/', { method: 'POST', headers, body, ...{ duplex: 'half' } })
    const take = () => Promise.reject(Object.assign(new Error('no space left'), { code: 'ENOSPC' }))
    await expect(receiveMedia(request, { take })).rejects.toMatchObject({ code: 'DISK_FULL' })
  })
})
