import { describe, expect, it } from 'vitest'
import { proposeNotes } from '../../../library/updates/publishing/propose-notes.ts'
import type { OfferedChange } from '../../../library/updates/update-view.ts'

const change = (title: string, more: Partial<OfferedChange> = {}): OfferedChange => ({
  itemId: title,
  kind: 'policy',
  title,
  topics: [],
  type: 'new',
  ownText: false,
  ...more,
})

describe('proposed release notes', () => {
  it('say by kind what is new, changed and withdrawn, with the reasons', () => {
    const notes = proposeNotes([
      change('宅基地管理办法'),
      change('申请表', { kind: 'template' }),
      change('低保办法', { type: 'changed' }),
      change('旧办法', {
        type: 'withdrawn',
        withdrawn: { withdrawnOn: '2026-11-01', reason: '有误，\n见新办法' },
      }),
    ])
    expect(notes).toBe(
      [
        '## 新增政策 1 项\n\n- 《宅基地管理办法》',
        '## 新增文书 1 项\n\n- 《申请表》',
        '## 修改政策 1 项\n\n- 《低保办法》',
        '## 撤回政策 1 项\n\n- 《旧办法》：有误， 见新办法',
      ].join('\n\n'),
    )
  })

  it('name what comes into force and what is repealed, with the day', () => {
    const notes = proposeNotes([
      change('甲', { type: 'changed', validity: 'in-force', effectiveFrom: '2026-11-01' }),
      change('乙', { validity: 'not-yet', effectiveFrom: '2027-01-01' }),
      change('丙', { type: 'changed', validity: 'repealed', repealedOn: '2026-10-01' }),
    ])
    expect(notes).toContain('## 现行生效 1 项\n\n- 《甲》（2026-11-01 起施行）')
    expect(notes).toContain('## 尚未生效 1 项\n\n- 《乙》（2027-01-01 起施行）')
    expect(notes).toContain('## 已经废止 1 项\n\n- 《丙》（2026-10-01 废止）')
  })

  it('list twenty titles, and count the rest', () => {
    const notes = proposeNotes(Array.from({ length: 21 }, (_, number) => change(`第${number}号`)))
    expect(notes.split('\n').filter((line) => line.startsWith('- 《'))).toHaveLength(20)
    expect(notes.endsWith('- 等 21 项')).toBe(true)
  })

  it('take titles for text, never for Markdown', () => {
    expect(proposeNotes([change('# 一\n[二](x) <b>')])).toContain('- 《\\# 一 \\[二\\](x) \\<b\\>》')
  })

  it('are empty without changes', () => {
    expect(proposeNotes([])).toBe('')
  })
})
