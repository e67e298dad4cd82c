import { describe, expect, it } from 'vitest'
import { cornerOf, drawMap, PLACE } from '../../../renderer/drills/map/draw-map.ts'
import { layOutMap } from '../../../renderer/drills/map/lay-out-map.ts'
import { drillOf } from './drill-of.ts'

const drawnOf = (turns: Parameters<typeof drillOf>[0]) => {
  const map = layOutMap(drillOf(turns).turns)
  return { map, drawn: drawMap(map) }
}
const numbersIn = (path: string) => [...path.matchAll(/-?[\d.]+/g)].map(([number]) => Number(number))

describe('the map as it is drawn', () => {
  it('has a line for each way, and a stub for what ends or leads nowhere', () => {
    const { drawn } = drawnOf({ a: ['b', 'end', 'gone'], b: ['a'] })
    expect(drawn.lines.map(({ kind, letters }) => `${kind} ${letters}`)).toEqual([
      'line A',
      'end B',
      'lost C',
      'back A',
    ])
  })

  it('leads from the lower edge of a place to the upper edge of the next', () => {
    const { map, drawn } = drawnOf({ a: [], b: [] })
    const [first, second] = map.places.map(cornerOf)
    const path = numbersIn(drawn.lines[0]?.path ?? '')
    expect(path[1]).toBeCloseTo((first?.y ?? 0) + PLACE.height)
    expect(path.at(-1)).toBeLessThan(second?.y ?? 0)
  })

  it('goes around a place that stands in the way, and never out of the drawing', () => {
    const { map, drawn } = drawnOf({ a: ['b', 'c', 'd'], b: ['c'], c: ['d'], d: [] })
    const left = Math.min(...map.places.map((place) => cornerOf(place).x))
    const past = drawn.lines.filter(({ path }) => numbersIn(path).some((x, at) => at % 2 === 0 && x < left))
    expect(past.map(({ letters }) => letters)).toEqual(['B', 'C'])
    for (const { path } of drawn.lines) {
      for (const [at, number] of numbersIn(path).entries()) {
        expect(number).toBeGreaterThanOrEqual(0)
        expect(number).toBeLessThanOrEqual(at % 2 === 0 ? drawn.width : drawn.height)
      }
    }
  })
})
