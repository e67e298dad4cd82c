import { describe, expect, it } from 'vitest'
import { choosePart, nothingChosen, selectionAfter } from '../../../renderer/meetings/outline/outline-selection.ts'

const order = [...'abcde']
const chosenIn = ({ chosen }: { readonly chosen: ReadonlySet<string> }) => [...chosen].sort().join('')

describe('choosing parts', () => {
  const b = choosePart(nothingChosen, 'b', order, 'only')

  it('a click opens one', () => {
    expect(b.open).toBe('b')
    expect(chosenIn(choosePart(b, 'd', order, 'only'))).toBe('d')
  })

  it('Shift reaches from the open one, either way, and it stays open', () => {
    const down = choosePart(b, 'd', order, 'range')
    expect([down.open, chosenIn(down)]).toEqual(['b', 'bcd'])
    expect(chosenIn(choosePart(down, 'a', order, 'range'))).toBe('ab')
  })

  it('Ctrl adds one and takes it away again; the last one stays', () => {
    const two = choosePart(b, 'e', order, 'toggle')
    expect([two.open, chosenIn(two)]).toEqual(['e', 'be'])
    const back = choosePart(two, 'e', order, 'toggle')
    expect([back.open, chosenIn(back)]).toEqual(['b', 'b'])
    expect(chosenIn(choosePart(back, 'b', order, 'toggle'))).toBe('b')
  })

  it('reaches from nowhere as a click does', () => {
    expect(chosenIn(choosePart(nothingChosen, 'c', order, 'range'))).toBe('c')
  })
})

describe('a selection after parts went', () => {
  it('opens what stood behind the open one, or else before it', () => {
    const c = choosePart(nothingChosen, 'c', order, 'only')
    expect(selectionAfter(c, order, [...'abde'])).toMatchObject({ open: 'd' })
    expect(selectionAfter(c, order, [...'ab'])).toMatchObject({ open: 'b' })
    expect(selectionAfter(c, order, [])).toEqual({ open: undefined, chosen: new Set() })
  })

  it('stays itself when nothing of it went', () => {
    const c = choosePart(nothingChosen, 'c', order, 'only')
    expect(selectionAfter(c, order, [...'ecbad'])).toBe(c)
  })

  it('forgets what was chosen and is gone', () => {
    const two = choosePart(choosePart(nothingChosen, 'b', order, 'only'), 'e', order, 'toggle')
    expect(chosenIn(selectionAfter(two, order, [...'acde']))).toBe('e')
  })
})
