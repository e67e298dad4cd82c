import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuery } from '../../../library/search/search-query.ts'
import type { ChannelChoice } from '../../../library/updates/publishing/publishing-view.ts'
import { type ChoiceStep, changeChoice } from '../../../renderer/publishing/choice/change-choice.ts'
import { composeQuery, noParts } from '../../../renderer/publishing/choice/compose-query.ts'

const empty: ChannelChoice = { queries: [], items: [], excluded: [] }
const id = fc.constantFrom('a', 'b', 'c', 'd')
const step: fc.Arbitrary<ChoiceStep> = fc.oneof(
  fc.record({ do: fc.constantFrom('add', 'remove', 'exclude', 'include'), itemId: id }),
  fc.record({ do: fc.constantFrom('add-query', 'remove-query'), query: id }),
)

describe('changing a choice', () => {
  it('never holds anything twice, nor an item both added and excluded, whatever is done', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const { queries, items, excluded } = steps.reduce(changeChoice, empty)
        for (const list of [queries, items, excluded]) expect(new Set(list).size).toBe(list.length)
        expect(items.filter((one) => excluded.includes(one))).toEqual([])
      }),
    )
  })

  it('brings back what was excluded when it is added by hand', () => {
    const out = changeChoice(empty, { do: 'exclude', itemId: 'a' })
    expect(changeChoice(out, { do: 'add', itemId: 'a' })).toEqual({ ...empty, items: ['a'] })
  })

  it('keeps the order in which conditions were added', () => {
    const steps = ['b', 'a', 'c'].map((query) => ({ do: 'add-query', query }) as const)
    expect(steps.reduce(changeChoice, empty).queries).toEqual(['b', 'a', 'c'])
  })
})

describe('a condition put together from choices', () => {
  it('reads as people would type it', () => {
    expect(composeQuery({ words: ' 宅基地  审批 ', kind: 'policy', topic: '乡村振兴', inForce: true })).toBe(
      '类别:政策 主题:乡村振兴 时效:现行 宅基地 审批',
    )
    expect(composeQuery(noParts)).toBe('')
  })

  it.each(['policy', 'template', 'story', 'guide'] as const)('means the kind %s to the search', (kind) => {
    const query = parseQuery(composeQuery({ ...noParts, kind }))
    expect(query.filters.kinds).toEqual([kind])
    expect([query.words, query.notices]).toEqual([[], []])
  })

  it('means the topic, in one piece, and what is in force', () => {
    const { filters, words } = parseQuery(composeQuery({ ...noParts, topic: '党建 引领', inForce: true }))
    expect(filters.topics).toEqual(['党建 引领'])
    expect(filters.validities).toEqual(['in-force'])
    expect(words).toEqual([])
  })
})
