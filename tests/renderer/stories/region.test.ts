import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDrawn, movedBy, regionBetween, regionByKey, resizedBy } from '../../../renderer/stories/pictures/region.ts'

const anywhere = fc.double({ min: -3, max: 3, noNaN: true })
const point = fc.record({ x: anywhere, y: anywhere })

describe('regions of a picture', () => {
  it('lie within the picture with some size, wherever they are drawn, carried or stretched', () => {
    fc.assert(
      fc.property(point, point, anywhere, anywhere, anywhere, anywhere, (from, to, dx, dy, w, h) => {
        const region = resizedBy(movedBy(regionBetween(from, to, 'face'), dx, dy), w, h)
        for (const [start, length] of [
          [region.x, region.width],
          [region.y, region.height],
        ] as const) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(length).toBeGreaterThan(0)
          expect(start + length).toBeLessThanOrEqual(1.0001)
        }
      }),
    )
  })

  it('are the same drawn from any corner', () => {
    const one = regionBetween({ x: 0.2, y: 0.3 }, { x: 0.5, y: 0.7 }, 'plate')
    expect(one).toEqual({ x: 0.2, y: 0.3, width: 0.3, height: 0.4, why: 'plate' })
    expect(regionBetween({ x: 0.5, y: 0.3 }, { x: 0.2, y: 0.7 }, 'plate')).toEqual(one)
  })

  it('are not made by merely pressing the picture', () => {
    expect(isDrawn(regionBetween({ x: 0.5, y: 0.5 }, { x: 0.5, y: 0.5 }, 'face'))).toBe(false)
    expect(isDrawn(regionBetween({ x: 0.5, y: 0.5 }, { x: 0.6, y: 0.6 }, 'face'))).toBe(true)
  })

  const region = { x: 0.4, y: 0.4, width: 0.2, height: 0.2, why: 'face' as const }
  const key = (name: string, shiftKey = false, ctrlKey = false) => ({ key: name, shiftKey, ctrlKey })

  it('move with the arrows, finely with Ctrl', () => {
    expect(regionByKey(region, key('ArrowLeft'))).toMatchObject({ x: 0.38, y: 0.4, width: 0.2 })
    expect(regionByKey(region, key('ArrowDown', false, true))).toMatchObject({ x: 0.4, y: 0.404 })
  })

  it('grow and shrink with Shift and the arrows', () => {
    expect(regionByKey(region, key('ArrowRight', true))).toMatchObject({ x: 0.4, width: 0.22, height: 0.2 })
    expect(regionByKey(region, key('ArrowUp', true))).toMatchObject({ y: 0.4, height: 0.18 })
  })

  it('let other keys be', () => {
    expect(regionByKey(region, key('a'))).toBeUndefined()
    expect(regionByKey(region, key('Tab'))).toBeUndefined()
  })
})
