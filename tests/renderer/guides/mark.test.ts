import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PictureMark } from '../../../library/meetings/guides/step-guide.schema.ts'
import { drawnMark } from '../../../renderer/guides/marks/drawn-mark.ts'
import {
  begunBy,
  isDrawn,
  markBetween,
  markByKey,
  markInMiddle,
  markTypes,
  movedBy,
  numberOf,
  sizedBy,
} from '../../../renderer/guides/marks/mark.ts'

const at = (x: number, y: number) => ({ x, y })
const plain = { shiftKey: false, ctrlKey: false }

describe('a mark on a picture', () => {
  it('is drawn between two points, whichever comes first', () => {
    const box = { id: 'm1', type: 'box', x: 0.2, y: 0.3, width: 0.4, height: 0.2 }
    expect(markBetween('box', at(0.6, 0.3), at(0.2, 0.5), [])).toEqual(box)
    expect(markBetween('arrow', at(0.6, 0.3), at(0.2, 0.5), [])).toEqual({
      id: 'm1',
      type: 'arrow',
      x: 0.6,
      y: 0.3,
      toX: 0.2,
      toY: 0.5,
    })
    expect(markBetween('number', at(0.6, 0.3), at(0.2, 0.5), [])).toEqual({ id: 'm1', type: 'number', x: 0.6, y: 0.3 })
  })

  it('is something drawn once the points are apart; a number is only pressed', () => {
    expect(isDrawn('box', at(0.5, 0.5), at(0.51, 0.8))).toBe(false)
    expect(isDrawn('arrow', at(0.5, 0.5), at(0.51, 0.8))).toBe(true)
    expect(isDrawn('arrow', at(0.5, 0.5), at(0.51, 0.5))).toBe(false)
    expect(isDrawn('number', at(0.5, 0.5), at(0.5, 0.5))).toBe(true)
  })

  it('is named like no other, and set without a pointer where it hides none', () => {
    const first = markInMiddle('box', [])
    const second = markInMiddle('box', [first])
    expect(second.id).not.toBe(first.id)
    expect([second.x, second.y]).not.toEqual([first.x, first.y])
  })

  it('is moved by arrows, made larger with Shift, by little with Ctrl', () => {
    const box = markBetween('box', at(0.2, 0.2), at(0.4, 0.4), [])
    expect(markByKey(box, { ...plain, key: 'ArrowRight' })).toMatchObject({ x: 0.22, width: 0.2 })
    expect(markByKey(box, { key: 'ArrowDown', shiftKey: true, ctrlKey: false })).toMatchObject({ y: 0.2, height: 0.22 })
    expect(markByKey(box, { key: 'ArrowUp', shiftKey: false, ctrlKey: true })).toMatchObject({ y: 0.196 })
    expect(markByKey(box, { ...plain, key: 'a' })).toBeUndefined()
  })

  it('an arrow is carried whole, or only its point or its beginning goes', () => {
    const arrow = markBetween('arrow', at(0.2, 0.2), at(0.9, 0.4), [])
    expect(movedBy(arrow, 0.5, 0)).toMatchObject({ x: 0.3, toX: 1 })
    expect(sizedBy(arrow, -0.1, 0)).toMatchObject({ x: 0.2, toX: 0.8 })
    expect(begunBy(arrow, -0.1, 0)).toMatchObject({ x: 0.1, toX: 0.9 })
  })

  it('shows its number among the numbers, in their order', () => {
    const marks: PictureMark[] = []
    for (const type of ['number', 'box', 'number', 'number'] as const) marks.push(markInMiddle(type, marks))
    expect(marks.map(({ id }) => numberOf(marks, id))).toEqual([1, undefined, 2, 3])
    expect(numberOf(marks.slice(2), marks[3]?.id ?? '')).toBe(2)
  })

  it('stays whole and on its picture whatever is done to it', () => {
    const step = fc.double({ min: -2, max: 2, noNaN: true })
    const place = fc.double({ min: 0, max: 1, noNaN: true })
    const steps = fc.array(fc.tuple(fc.constantFrom(movedBy, sizedBy, begunBy), step, step), { maxLength: 8 })
    fc.assert(
      fc.property(
        fc.constantFrom(...markTypes),
        fc.tuple(place, place, place, place),
        steps,
        (type, [a, b, c, d], done) => {
          const drawn = markBetween(type, at(a, b), at(c, d), [])
          const mark = done.reduce<PictureMark>((so, [how, dx, dy]) => how(so, dx, dy), drawn)
          expect(PictureMark.parse(mark)).toEqual(mark)
          if (mark.type !== 'box' && mark.type !== 'circle') return
          expect(mark.x + mark.width).toBeLessThanOrEqual(1.0001)
          expect(mark.y + mark.height).toBeLessThanOrEqual(1.0001)
        },
      ),
    )
  })
})

describe('a mark as it is drawn', () => {
  const sides = { width: 1100, height: 2200 }

  it('stands where it is on a picture of any shape', () => {
    expect(drawnMark({ id: 'm1', type: 'box', x: 0.1, y: 0.5, width: 0.2, height: 0.25 }, sides)).toEqual({
      shape: 'rect',
      x: 110,
      y: 1100,
      width: 220,
      height: 550,
      rx: 10,
    })
    expect(drawnMark({ id: 'm1', type: 'circle', x: 0, y: 0, width: 1, height: 0.5 }, sides)).toEqual({
      shape: 'ellipse',
      cx: 550,
      cy: 550,
      rx: 550,
      ry: 550,
    })
  })

  it('a number keeps its whole disc on the picture', () => {
    expect(drawnMark({ id: 'm1', type: 'number', x: 1, y: 0 }, sides)).toEqual({ shape: 'disc', x: 1055, y: 45, r: 45 })
  })

  it('an arrow ends in its point, also one without length', () => {
    const drawn = drawnMark({ id: 'm1', type: 'arrow', x: 0, y: 0.5, toX: 0.5, toY: 0.5 }, sides)
    expect(drawn).toMatchObject({ shape: 'arrow', shaft: [0, 1100, 490, 1100] })
    expect(drawn.shape === 'arrow' && drawn.head[0]).toEqual([550, 1100])
    const none = drawnMark({ id: 'm1', type: 'arrow', x: 0.5, y: 0.5, toX: 0.5, toY: 0.5 }, sides)
    expect(JSON.stringify(none)).not.toContain('null')
  })
})
