import { describe, expect, it } from 'vitest'
import type { StoryProposal } from '../../../library/stories/proposing/proposal-view.ts'
import { emptyRecord } from '../../../renderer/stories/empty-record.ts'
import { beginWork, proposalWork, unseenFields } from '../../../renderer/stories/importing/proposal-work.ts'

const proposal = (id: string, more: Partial<StoryProposal> = {}): StoryProposal => ({
  id,
  file: `${id}.docx`,
  record: emptyRecord(id),
  read: [
    { field: 'title', quote: id, confidence: 'certain' },
    { field: 'places', quote: '石坪乡', confidence: 'likely' },
    { field: 'places', quote: '平澜县', confidence: 'likely' },
  ],
  left: [],
  warnings: [],
  ...more,
})
const one = proposal('一张清单')
const twin = proposal('修渠', { like: { id: 'gushi-1', title: '修渠', likeness: 0.9 } })
const begun = () => beginWork({ upload: 'u', proposals: [one, twin], skipped: [] })

describe('looking through proposals', () => {
  it('begins with everything chosen but what is here already', () => {
    expect([...begun().chosen]).toEqual(['一张清单'])
    expect(begun().current).toBe('一张清单')
  })

  it('chooses and leaves out one or all', () => {
    const all = proposalWork(begun(), { type: 'choose', ids: ['一张清单', '修渠'], chosen: true })
    expect(all.chosen.size).toBe(2)
    expect(proposalWork(all, { type: 'choose', ids: ['修渠'], chosen: false }).chosen).toEqual(new Set(['一张清单']))
  })

  it('counts each field once until it is confirmed or changed', () => {
    expect(unseenFields(begun(), one)).toEqual(['title', 'places'])
    const seen = proposalWork(begun(), { type: 'see', id: one.id, fields: ['places'] })
    expect(unseenFields(seen, one)).toEqual(['title'])
    const record = emptyRecord('一张清单少跑三趟')
    const changed = proposalWork(seen, { type: 'change', id: one.id, record, field: 'title' })
    expect(unseenFields(changed, one)).toEqual([])
    expect(changed.records[one.id]?.title).toBe('一张清单少跑三趟')
    expect(unseenFields(changed, twin)).toEqual(['title', 'places'])
  })
})
