import { rmSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { storageReadOnly } from '../../../library/store/storage-error.ts'
import { destroyRegion } from '../../../library/stories/media/destroy-region.ts'
import { filmCopy } from '../../../library/stories/media/film-copy.ts'
import { mediaRoutes } from '../../../library/stories/media/media.routes.ts'
import { pictureCopy } from '../../../library/stories/media/picture-copy.ts'
import type { PictureRecipe } from '../../../library/stories/media/picture-recipe.ts'
import type { BlurredRegion } from '../../../library/stories/story.schema.ts'
import { openStoryDesk, type StoryDesk } from '../process/story-desk.ts'
import { wholeRecord } from '../process/whole-record.ts'
import { fetchBytes, giveMedia } from './giving-media.ts'
import { bomb, film, noise, phonePhoto, png } from './made-pictures.ts'

let desk: StoryDesk
beforeAll(async () => {
  desk = await openStoryDesk()
})

const access = () => desk.service.session.access
const keep = (bytes: Uint8Array) => access().blobs.put(bytes)
const copyOf = async (
  bytes: Uint8Array,
  recipe: PictureRecipe = { width: 400, format: 'jpeg' },
  blurred: readonly BlurredRegion[] = [],
  signal?: AbortSignal,
) => {
  const media = { sha256: await keep(bytes), blurred }
  const copy = await pictureCopy(access(), desk.service.session.writer, media, recipe, signal)
  return { copy, bytes: await access().blobs.read(copy.sha256) }
}
const pixelsOf = (bytes: Uint8Array) => sharp(bytes).raw().toBuffer({ resolveWithObject: true })

describe('a copy of a picture', () => {
  it.each(['jpeg', 'webp'] as const)('as %s says nothing of who took it, where, when and with what', async (format) => {
    const photo = await phonePhoto()
    for (const word of ['HUAWEI', 'P50 Pro', 'Zhang San', 'secret-owner', 'secret-xmp', '2026:05:03']) {
      expect(photo.includes(word), word).toBe(true)
    }
    const { copy, bytes } = await copyOf(photo, { width: 400, format })
    const told = await sharp(bytes).metadata()
    expect(told).toMatchObject({ format, width: 400, height: 533, space: 'srgb', hasProfile: false })
    expect([told.exif, told.xmp, told.iptc, told.icc, told.orientation]).toEqual(Array(5).fill(undefined))
    for (const word of ['HUAWEI', 'P50', 'Zhang', 'secret', '2026:05:03', 'Exif', 'GPS', 'adobe']) {
      expect(bytes.includes(word), word).toBe(false)
    }
    expect(copy).toMatchObject({ mediaType: `image/${format}`, width: 400, height: 533, size: bytes.length })
  })

  it('stands upright, whichever way the camera was held', async () => {
    // Red above, blue below, as the eye saw it.
    const upright = Buffer.concat([
      Buffer.alloc(40 * 20 * 3).fill(Buffer.from([220, 0, 0])),
      Buffer.alloc(40 * 20 * 3).fill(Buffer.from([0, 0, 220])),
    ])
    for (const [orientation, turned] of [
      [1, 0],
      [3, 180],
      [6, 270],
      [8, 90],
    ] as const) {
      const stored = await sharp(upright, { raw: { width: 40, height: 40, channels: 3 } })
        .rotate(turned)
        .withMetadata({ orientation })
        .jpeg({ quality: 100 })
        .toBuffer()
      const { data } = await pixelsOf((await copyOf(stored)).bytes)
      const [red = 0, , blue = 0] = data.subarray((5 * 40 + 20) * 3)
      expect(red, `orientation ${orientation}`).toBeGreaterThan(blue + 100)
    }
  })

  it('is in sRGB, with white where the picture was clear', async () => {
    const wide = await sharp({ create: { width: 8, height: 8, channels: 3, background: { r: 0, g: 255, b: 0 } } })
      .withIccProfile('p3')
      .png()
      .toBuffer()
    expect((await sharp(wide).metadata()).hasProfile).toBe(true)
    expect((await sharp((await copyOf(wide)).bytes).metadata()).hasProfile).toBe(false)
    const clear = await sharp({
      create: { width: 8, height: 8, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
      .png()
      .toBuffer()
    const { data } = await pixelsOf((await copyOf(clear)).bytes)
    expect([...data.subarray(0, 3)]).toEqual([255, 255, 255])
    const grey = await sharp(Buffer.alloc(64, 100), { raw: { width: 8, height: 8, channels: 1 } })
      .png()
      .toBuffer()
    expect((await copyOf(grey)).copy).toMatchObject({ width: 8, height: 8 })
    const cmyk = await sharp(await phonePhoto(40, 40))
      .toColourspace('cmyk')
      .jpeg()
      .toBuffer()
    expect((await sharp((await copyOf(cmyk)).bytes).metadata()).space).toBe('srgb')
  })

  it('is never larger than the picture, and a long screenshot stays within bounds', async () => {
    expect((await copyOf(await png(30, 20), { width: 4000, format: 'jpeg' })).copy).toMatchObject({
      width: 30,
      height: 20,
    })
    const long = await copyOf(await png(20, 1000, noise(20, 1000)), { width: 20, format: 'jpeg' })
    expect(long.copy.height).toBe(120)
  })

  it('is made once, and again when its bytes are gone', async () => {
    const photo = await png(50, 50, noise(50, 50, 11))
    const first = await copyOf(photo)
    const changed = await copyOf(photo, undefined, [{ x: 0, y: 0, width: 0.5, height: 0.5, why: 'face' }])
    expect(changed.copy.sha256).not.toBe(first.copy.sha256)
    expect((await copyOf(photo)).copy).toEqual(first.copy)
    rmSync(access().blobs.pathOf(first.copy.sha256))
    expect((await copyOf(photo)).bytes.equals(first.bytes)).toBe(true)
  })

  it('of what is broken, missing, too large or no picture is refused plainly, and the service goes on', async () => {
    const photo = await phonePhoto(200, 100)
    const refusals = {
      PICTURE_BROKEN: photo.subarray(0, 2000),
      PICTURE_UNSUPPORTED: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
      PICTURE_TOO_LARGE: await bomb(9000, 9000),
    }
    for (const [code, bytes] of Object.entries(refusals)) await expect(copyOf(bytes)).rejects.toMatchObject({ code })
    const missing = { sha256: '0'.repeat(64) }
    const recipe = { width: 10, format: 'jpeg' } as const
    await expect(pictureCopy(access(), desk.service.session.writer, missing, recipe)).rejects.toMatchObject({
      code: 'PICTURE_MISSING',
    })
    expect((await copyOf(photo)).copy.width).toBe(100)
  })

  it('is given up when nobody waits for it any more', async () => {
    const photo = await png(60, 60, noise(60, 60, 12))
    const stop = new AbortController()
    const busy = Array.from({ length: 6 }, (_, at) => copyOf(photo, { width: 20 + at, format: 'webp' }))
    const waiting = copyOf(photo, { width: 55, format: 'webp' }, [], stop.signal)
    stop.abort(new Error('gone'))
    await expect(waiting).rejects.toThrow('gone')
    await Promise.all(busy)
  })

  it('leaves the service free to answer while many are made', async () => {
    const photo = await phonePhoto(3000, 2000)
    const work = Promise.all([1000, 1001, 1002, 1003].map((width) => copyOf(photo, { width, format: 'jpeg' })))
    let answers = 0
    let done = false
    work.finally(() => {
      done = true
    })
    while (!done) {
      await fetchBytes(desk.service, '/api/about')
      await setImmediate()
      answers++
    }
    expect(answers).toBeGreaterThan(4)
    await work
  })
})

describe('a region that is blurred', () => {
  const region = fc.record({
    x: fc.double({ min: 0, max: 0.8, noNaN: true }),
    y: fc.double({ min: 0, max: 0.8, noNaN: true }),
    width: fc.double({ min: 0.05, max: 0.6, noNaN: true }),
    height: fc.double({ min: 0.05, max: 0.6, noNaN: true }),
    why: fc.constantFrom('face', 'plate', 'number', 'other'),
  }) as fc.Arbitrary<BlurredRegion>

  /** Which cell of the patch a pixel falls into, from the region alone. */
  const cellsOf = (one: BlurredRegion, width: number, height: number) => {
    const side = one.why === 'plate' || one.why === 'number' ? 1 : 3
    const [left, top] = [Math.max(0, Math.floor(one.x * width) - 4), Math.max(0, Math.floor(one.y * height) - 4)]
    const right = Math.min(width, Math.ceil((one.x + one.width) * width) + 4)
    const bottom = Math.min(height, Math.ceil((one.y + one.height) * height) + 4)
    const cells = new Map<number, number[]>()
    for (let y = top; y < bottom; y++) {
      for (let x = left; x < right; x++) {
        const row = Math.floor(((y - top) * side) / (bottom - top))
        const cell = row * side + Math.floor(((x - left) * side) / (right - left))
        cells.set(cell, [...(cells.get(cell) ?? []), y * width + x])
      }
    }
    return cells
  }

  it('depends on what was there by a few averages only: its pixels in any other order give the same copy', async () => {
    const [width, height] = [72, 54]
    await fc.assert(
      fc.asyncProperty(region, fc.integer({ min: 1, max: 1e6 }), async (one, seed) => {
        const pixels = noise(width, height, seed)
        const shuffled = Buffer.from(pixels)
        for (const places of cellsOf(one, width, height).values()) {
          const turned = [...places.slice(seed % places.length), ...places.slice(0, seed % places.length)].toReversed()
          for (const [at, place] of places.entries())
            pixels.copy(shuffled, place * 3, (turned[at] as number) * 3, (turned[at] as number) * 3 + 3)
        }
        const recipe = { width, format: 'jpeg' } as const
        const copies = [
          await copyOf(await png(width, height, pixels), recipe, [one]),
          await copyOf(await png(width, height, shuffled), recipe, [one]),
        ]
        expect(copies[0]?.bytes.equals(copies[1]?.bytes as Buffer)).toBe(true)
      }),
      { numRuns: 25 },
    )
  })

  it('takes what scaling mixes into its surroundings with it', async () => {
    // The same picture but for a face, and the face's averages: nothing outside may tell the two apart.
    const [width, height] = [600, 400]
    const one: BlurredRegion = { x: 0.3, y: 0.3, width: 0.2, height: 0.3, why: 'face' }
    const plain = Buffer.alloc(width * height * 3, 90)
    const [dots, stripes] = [Buffer.from(plain), Buffer.from(plain)]
    for (let y = 120; y < 240; y++) {
      for (let x = 180; x < 300; x++) {
        dots.fill((x + y) % 2 === 0 ? 255 : 0, (y * width + x) * 3, (y * width + x) * 3 + 3)
        stripes.fill(x % 2 === 0 ? 255 : 0, (y * width + x) * 3, (y * width + x) * 3 + 3)
      }
    }
    for (const target of [600, 299, 150]) {
      const recipe = { width: target, format: 'webp' } as const
      const [first, second] = [
        await copyOf(await png(width, height, dots), recipe, [one]),
        await copyOf(await png(width, height, stripes), recipe, [one]),
      ]
      const [a, b] = [(await pixelsOf(first.bytes)).data, (await pixelsOf(second.bytes)).data]
      let most = 0
      for (let at = 0; at < a.length; at++) most = Math.max(most, Math.abs((a[at] as number) - (b[at] as number)))
      // One step of the averages, at most.
      expect(most, `width ${target}`).toBeLessThanOrEqual(18)
    }
  })

  it('leaves every pixel farther away as it was', () => {
    fc.assert(
      fc.property(region, fc.integer({ min: 1, max: 1e6 }), (one, seed) => {
        const [width, height] = [40, 30]
        const before = noise(width, height, seed)
        const after = Buffer.from(before)
        destroyRegion({ data: after, width, height, channels: 3 }, one)
        const inside = new Set([...cellsOf(one, width, height).values()].flat())
        for (const at of inside) before.copy(after, at * 3, at * 3, at * 3 + 3)
        expect(after.equals(before)).toBe(true)
      }),
    )
  })

  it('with a number in it is one colour', () => {
    const [width, height] = [200, 60]
    const data = noise(width, height, 5)
    destroyRegion({ data, width, height, channels: 3 }, { x: 0.2, y: 0.2, width: 0.5, height: 0.5, why: 'number' })
    const colours = new Set<string>()
    for (let y = 12; y < 42; y++)
      for (let x = 40; x < 140; x++) colours.add(data.toString('hex', (y * width + x) * 3, (y * width + x) * 3 + 3))
    expect(colours.size).toBe(1)
  })
})

describe('the copy that the window shows', () => {
  it('is small, clean and blurred, and asked for again only when it changed', async () => {
    const story = await desk.tell(wholeRecord('窗口里的图'))
    const { body } = await giveMedia(desk.service, story.id, [{ name: 'a.jpg', bytes: await phonePhoto(900, 700) }])
    const [media] = body.added
    const at = `/api/stories/${story.id}/media/${media?.id}/copy?width=300`
    const shown = await fetchBytes(desk.service, at)
    expect(await sharp(shown.bytes).metadata()).toMatchObject({ format: 'jpeg', width: 320 })
    const etag = shown.headers.get('etag') ?? ''
    expect((await fetchBytes(desk.service, at, { 'if-none-match': etag })).status).toBe(304)
    const { record, recordSha256 } = await desk.show(story.id)
    const blurred = [{ x: 0.1, y: 0.1, width: 0.3, height: 0.3, why: 'face' as const }]
    const response = await desk.service.handle(
      new Request(`http://xinhuo/api/stories/${story.id}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          record: { ...record, media: record.media.map((one) => ({ ...one, blurred })) },
          read: recordSha256,
        }),
      }),
    )
    expect(response.status).toBe(200)
    const again = await fetchBytes(desk.service, at, { 'if-none-match': etag })
    expect([again.status, again.headers.get('etag') === etag]).toEqual([200, false])
  })

  it('is shown also where it cannot be kept', async () => {
    const story = await desk.tell(wholeRecord('写保护的U盘'))
    const { body } = await giveMedia(desk.service, story.id, [{ name: 'a.png', bytes: await png(70, 50) }])
    const writes = { ...desk.service.session.writer, saveMediaCopy: () => Promise.reject(storageReadOnly(undefined)) }
    const routes = mediaRoutes(access(), writes)
    const shown = await routes.request(`/${story.id}/media/${body.added[0]?.id}/copy?width=320`)
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    expect(await sharp(await shown.arrayBuffer()).metadata()).toMatchObject({ width: 70, height: 50 })
  })

  it('of a picture that the story does not have is not there', async () => {
    const story = await desk.tell(wholeRecord('没有图'))
    expect((await fetchBytes(desk.service, `/api/stories/${story.id}/media/m-1/copy`)).status).toBe(404)
  })
})

describe('a copy of a film', () => {
  const filmBytes = (notes: boolean) => Buffer.concat([...film(100_000, notes)])

  it('has no notes on place and device any more, and every byte of the film where it was', async () => {
    const bytes = filmBytes(true)
    const media = { sha256: await keep(bytes), mediaType: 'video/mp4', size: bytes.length }
    expect(bytes.includes('+30.2500+120.0166')).toBe(true)
    const copy = await filmCopy(access(), desk.service.session.writer, media)
    const cleaned = await access().blobs.read(copy.sha256)
    expect(copy).toMatchObject({ mediaType: 'video/mp4', size: bytes.length })
    for (const word of ['30.25', '120.0166', 'HUAWEI', 'udta', 'meta']) expect(cleaned.includes(word), word).toBe(false)
    const start = bytes.indexOf('mdat')
    expect(cleaned.subarray(start).equals(bytes.subarray(start))).toBe(true)
    expect(await filmCopy(access(), desk.service.session.writer, media)).toMatchObject({ sha256: copy.sha256 })
  })

  it('that says nothing is the film itself', async () => {
    const bytes = filmBytes(false)
    const media = { sha256: await keep(bytes), mediaType: 'video/mp4', size: bytes.length }
    expect((await filmCopy(access(), desk.service.session.writer, media)).sha256).toBe(media.sha256)
  })
})
