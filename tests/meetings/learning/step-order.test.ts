import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orderSteps } from '../../../library/meetings/learning/step-order.ts'

const step = (id: string, ...after: string[]) => ({ id, title: id.toUpperCase(), after })

describe('what is better done first', () => {
  it('stays as it was said where it makes sense', () => {
    const { after, faults } = orderSteps([step('a'), step('b', 'a'), step('c', 'a', 'b', 'b')])
    expect([...after]).toEqual([
      ['a', []],
      ['b', ['a']],
      ['c', ['a', 'b']],
    ])
    expect(faults).toEqual([])
  })

  it('may name a step further down the list', () => {
    const { after, faults } = orderSteps([step('a', 'b'), step('b')])
    expect(after.get('a')).toEqual(['b'])
    expect(faults).toEqual([])
  })

  it('leaves out steps that are not there, and says so', () => {
    const { after, faults } = orderSteps([step('a', 'gone', 'lost'), step('b', 'a')])
    expect(after.get('a')).toEqual([])
    expect(after.get('b')).toEqual(['a'])
    expect(faults).toEqual([{ stepId: 'a', fault: 'missing', others: [], says: '“A”要等的步骤已经不在这条路径里。' }])
  })

  it('opens a ring at the step that stands first, and names who waits for whom', () => {
    const { after, faults } = orderSteps([step('a', 'c'), step('b', 'a'), step('c', 'b')])
    expect([...after]).toEqual([
      ['a', []],
      ['b', ['a']],
      ['c', ['b']],
    ])
    expect(faults).toEqual([
      { stepId: 'a', fault: 'ring', others: ['C'], says: '“A”和“C”互相等着；按列出的先后来学。' },
    ])
  })

  it('lets no step wait for itself', () => {
    const { after, faults } = orderSteps([step('a', 'a')])
    expect(after.get('a')).toEqual([])
    expect(faults).toEqual([{ stepId: 'a', fault: 'ring', others: [], says: '“A”要等它自己；按列出的先后来学。' }])
  })

  it('always leaves an order in which every step can be done, and takes out nothing that is in no ring', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f']
    const steps = fc.tuple(...ids.map((id) => fc.subarray(ids).map((after) => step(id, ...after))))
    fc.assert(
      fc.property(steps, (given) => {
        const { after, faults } = orderSteps(given)
        const done = new Set<string>()
        for (let round = 0; round < ids.length; round += 1) {
          for (const id of ids) if ((after.get(id) ?? []).every((one) => done.has(one))) done.add(id)
        }
        expect(done.size).toBe(ids.length)
        const changed = given.filter(({ id, after: said }) => (after.get(id) ?? []).length < said.length)
        expect(faults.map(({ stepId }) => stepId)).toEqual(changed.map(({ id }) => id))
      }),
    )
  })
})
