import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Draft, type DraftHistory, draftHistory, openHistory } from '../../../renderer/drafts/draft-history.ts'
import { changedPath } from '../../../renderer/templates/form/changed-path.ts'

const draft = (data: Draft['data']): Draft => ({ data, sources: {} })
const type = (history: DraftHistory, field: string, value: string) =>
  draftHistory(history, {
    type: 'change',
    draft: ({ data, sources }) => ({ data: { ...data, [field]: value }, sources }),
    typing: field,
  })
const undo = (history: DraftHistory) => draftHistory(history, { type: 'undo' })
const redo = (history: DraftHistory) => draftHistory(history, { type: 'redo' })

describe('the steps of a draft', () => {
  it('takes the keys of one field for one step, until typing pauses or another field follows', () => {
    let history = openHistory(draft({}))
    for (const value of ['周', '周福', '周福生']) history = type(history, '姓名', value)
    history = type(history, '电话', '138')
    expect(undo(history).present.data).toEqual({ 姓名: '周福生' })
    expect(undo(undo(history)).present.data).toEqual({})
    const paused = type(draftHistory(type(openHistory(draft({})), '姓名', '周'), { type: 'settle' }), '姓名', '周福')
    expect(undo(paused).present.data).toEqual({ 姓名: '周' })
  })

  it('does again what was undone, until something new is done', () => {
    const history = type(type(openHistory(draft({})), 'a', '1'), 'b', '2')
    expect(redo(undo(history)).present).toEqual(history.present)
    expect(redo(type(undo(history), 'c', '3')).present.data).toEqual({ a: '1', c: '3' })
    expect(undo(openHistory(draft({ a: '1' }))).present.data).toEqual({ a: '1' })
  })

  it('can undo taking what another window saved', () => {
    const history = draftHistory(openHistory(draft({ a: 'mine' })), { type: 'load', draft: draft({ a: 'theirs' }) })
    expect(history.present.data).toEqual({ a: 'theirs' })
    expect(undo(history).present.data).toEqual({ a: 'mine' })
  })

  it('comes back to where it began after as many steps back, and forth again', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.string()), { maxLength: 30 })
    fc.assert(
      fc.property(steps, (changes) => {
        const begin = openHistory(draft({}))
        const end = changes.reduce((history, [field, value]) => type(history, field, value), begin)
        const back = changes.reduce(undo, end)
        expect(back.present).toEqual(begin.present)
        expect(changes.reduce(redo, back).present).toEqual(end.present)
      }),
    )
  })
})

describe('what a step changed', () => {
  it('is named down to a table’s cell', () => {
    expect(changedPath({ a: '1' }, { a: '1', b: '2' })).toBe('b')
    expect(changedPath({ t: [{ x: 1 }, { x: 2 }] }, { t: [{ x: 1 }, { x: 3 }] })).toBe('t/1/x')
    expect(changedPath({ t: [{ x: 1 }] }, { t: [] })).toBe('t')
    expect(changedPath({ t: [{ x: 1 }] }, { t: [{ x: 1 }] })).toBeUndefined()
  })
})
