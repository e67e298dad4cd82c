import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { PictureMark } from '../../../library/meetings/guides/step-guide.schema.ts'
import { markedPicture } from '../../../library/meetings/paper/marked-picture.ts'

const grey = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#808080' } })
  .png()
  .toBuffer()
const given = (bytes: Uint8Array) => ({ bytes, mediaType: 'image/png', width: 800, height: 600 })

async function redAt(marks: readonly PictureMark[], places: readonly (readonly [number, number])[]) {
  const drawn = await markedPicture(given(grey), marks)
  const { data, info } = await sharp(drawn?.bytes).raw().toBuffer({ resolveWithObject: true })
  return places.map(([x, y]) => {
    const at = (Math.round(y * (info.height - 1)) * info.width + Math.round(x * (info.width - 1))) * info.channels
    return (data[at] ?? 0) - (data[at + 1] ?? 0) > 60
  })
}

describe('the marks of a guide on its printed picture', () => {
  it('stand where they were put, and nowhere else', async () => {
    const marks: PictureMark[] = [
      { id: 'n', type: 'number', x: 0.25, y: 0.25 },
      { id: 'b', type: 'box', x: 0.5, y: 0.5, width: 0.3, height: 0.3 },
      { id: 'a', type: 'arrow', x: 0.1, y: 0.9, toX: 0.3, toY: 0.7 },
    ]
    const places = [
      [0.268, 0.25],
      [0.5, 0.65],
      [0.65, 0.5],
      [0.2, 0.8],
      [0.65, 0.65],
      [0.9, 0.1],
    ] as const
    expect(await redAt(marks, places)).toEqual([true, true, true, true, false, false])
  })

  it('draw a circle as a ring', async () => {
    const marks: PictureMark[] = [{ id: 'c', type: 'circle', x: 0.4, y: 0.4, width: 0.2, height: 0.2 }]
    expect(
      await redAt(marks, [
        [0.5, 0.4],
        [0.4, 0.5],
        [0.5, 0.5],
      ]),
    ).toEqual([true, true, false])
  })

  it('may lie on the very edge, be of no size, and be many', async () => {
    const many = Array.from(
      { length: 20 },
      (_, at): PictureMark => ({ id: `n${at}`, type: 'number', x: at / 19, y: 1 }),
    )
    const flat: PictureMark = { id: 'flat', type: 'circle', x: 1, y: 1, width: 0, height: 0 }
    const drawn = await markedPicture(given(grey), [
      ...many,
      flat,
      { id: 'a', type: 'arrow', x: 0, y: 0, toX: 0, toY: 0 },
    ])
    expect(drawn).toMatchObject({ mediaType: 'image/jpeg', width: 800, height: 600 })
  })

  it('are the same bytes every time', async () => {
    const marks: PictureMark[] = [{ id: 'n', type: 'number', x: 0.5, y: 0.5 }]
    const [once, twice] = [await markedPicture(given(grey), marks), await markedPicture(given(grey), marks)]
    expect(Buffer.from(once?.bytes ?? []).equals(Buffer.from(twice?.bytes ?? [1]))).toBe(true)
  })

  it('are not drawn on what is no picture', async () => {
    expect(await markedPicture(given(Buffer.from('<svg/>')), [])).toBeUndefined()
    expect(await markedPicture(given(grey.subarray(0, 60)), [])).toBeUndefined()
  })
})
