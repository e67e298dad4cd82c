import { describe, expect, it } from 'vitest'
import type { HistoryEntry } from '../../../library/items/item-view.ts'
import { chosenSides } from '../../../renderer/reading/chosen-sides.ts'

const entry = (revision: string, current = false): HistoryEntry => ({
  revision,
  title: '村规民约示例',
  validity: current ? 'in-force' : 'amended',
  current,
  recordedAt: '2025-01-01T00:00:00.000Z',
})

describe('chosenSides', () => {
  it('compares the current revision with the one before it', () => {
    expect(chosenSides([entry('c', true), entry('b'), entry('a')], {})).toEqual({ from: 'b', to: 'c' })
  })

  it('passes over a revision that is still to come', () => {
    expect(chosenSides([entry('d'), entry('c', true), entry('b')], {})).toEqual({ from: 'b', to: 'c' })
  })

  it('compares what is to come with the only current revision', () => {
    expect(chosenSides([entry('b'), entry('a', true)], {})).toEqual({ from: 'a', to: 'b' })
  })

  it('keeps what the address names and fills in the rest', () => {
    const history = [entry('c', true), entry('b'), entry('a')]
    expect(chosenSides(history, { from: 'a' })).toEqual({ from: 'a', to: 'c' })
    expect(chosenSides(history, { to: 'b' })).toEqual({ from: 'a', to: 'b' })
    expect(chosenSides(history, { from: 'c', to: 'a' })).toEqual({ from: 'c', to: 'a' })
  })

  it('takes an unknown revision as none', () => {
    expect(chosenSides([entry('b', true), entry('a')], { from: 'gone', to: 'gone' })).toEqual({ from: 'a', to: 'b' })
  })

  it('has one side only when there is one revision', () => {
    expect(chosenSides([entry('a', true)], {})).toEqual({ from: undefined, to: 'a' })
    expect(chosenSides([], {})).toEqual({ from: undefined, to: undefined })
  })
})
