import { describe, expect, it } from 'vitest'
import { knownFacts } from '../../../renderer/meetings/facts/known-facts.ts'
import { pastedPeople } from '../../../renderer/meetings/facts/pasted-people.ts'

describe('people pasted into a meeting', () => {
  it('come with their posts, from lines or from a spreadsheet', () => {
    const added = pastedPeople([], '姓名\t单位及职务\n王素芬，溪口村党支部书记\n李 强\t石坪村 村委会主任\n\n赵大勇\n')
    expect(added).toEqual([
      { id: 'n1', name: '王素芬', part: 'attendee', post: '溪口村党支部书记' },
      { id: 'n2', name: '李强', part: 'attendee', post: '石坪村 村委会主任' },
      { id: 'n3', name: '赵大勇', part: 'attendee' },
    ])
  })

  it('come once, and get ids of their own', () => {
    const before = [{ id: 'n2', name: '王素芬', part: 'host' as const }]
    expect(pastedPeople(before, '王素芬\n李强 石坪村\n李强').map(({ id, name }) => [id, name])).toEqual([
      ['n3', '李强'],
    ])
  })

  it('stop where a meeting is full', () => {
    const lines = Array.from({ length: 700 }, (_, at) => `人${at}`).join('\n')
    expect(pastedPeople([], lines)).toHaveLength(500)
  })
})

describe('what is known for a meeting', () => {
  it('comes from the unit and from the last meetings, each once', () => {
    const unit = {
      values: {
        'unit.name': '溪口镇人民政府',
        'unit.documentCode': '溪政发',
        'unit.leader': '王素芬',
        'unit.handler': '李强',
        'unit.phone': '0123-4567',
      },
      villages: [],
    }
    const meetings = [{ place: '三楼会议室' }, { place: undefined }, { place: '三楼会议室' }, { place: '溪口村' }]
    expect(knownFacts(unit, meetings, '2026')).toEqual({
      office: ['溪口镇人民政府'],
      contact: ['李强 0123-4567'],
      documentNumber: ['溪政发〔2026〕号'],
      place: ['三楼会议室', '溪口村'],
      people: [
        { name: '王素芬', part: 'host' },
        { name: '李强', part: 'recorder' },
      ],
    })
  })

  it('is nothing where nothing was written down', () => {
    expect(knownFacts(undefined, [], '2026')).toEqual({
      office: [],
      contact: [],
      documentNumber: [],
      place: [],
      people: [],
    })
  })
})
