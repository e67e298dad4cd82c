import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../library/templates/finding.ts'
import {
  groupFindings,
  newWork,
  repairable,
  repairedName,
  undone,
  withChange,
  withCheck,
} from '../../../renderer/office/check/check-work.ts'

const finding = (id: string, severity: Finding['severity'], repair?: Finding['repair']): Finding => ({
  id,
  rule: 'layout',
  severity,
  says: id,
  place: { type: 'whole' },
  repair,
})
const held = (upload: string) => ({
  upload,
  check: { file: '说明.docx', official: false, findings: [], must: 0, should: 0, tookMs: 1 },
})

describe('a document on the checking desk', () => {
  it('goes back one repair at a time, to what was given and no further', () => {
    const given = withCheck(newWork('1', '说明.docx'), held('a'))
    const twice = withChange(withChange(given, held('b')), held('c'))
    expect(undone(twice).now?.upload).toBe('b')
    expect(undone(undone(twice)).now?.upload).toBe('a')
    expect(undone(undone(undone(twice))).now?.upload).toBe('a')
  })

  it('has nothing to undo after being checked again', () => {
    const again = withCheck(withCheck(newWork('1', '说明.docx'), held('a')), held('b'))
    expect(undone(again).now?.upload).toBe('b')
  })

  it('is not saved any more once it was changed', () => {
    const saved = { ...withCheck(newWork('1', '说明.docx'), held('a')), saved: true }
    expect(withChange(saved, held('b')).saved).toBe(false)
  })

  it('shows what must be mended first, and no empty group', () => {
    const findings = [finding('a', 'should'), finding('b', 'must'), finding('c', 'should')]
    expect(groupFindings(findings).map(([group, list]) => [group, list.map(({ id }) => id)])).toEqual([
      ['must', ['b']],
      ['should', ['a', 'c']],
    ])
    expect(groupFindings([finding('a', 'should')]).map(([group]) => group)).toEqual(['should'])
  })

  it('offers one click for what has a repair, also one without other words', () => {
    const findings = [
      finding('a', 'must', { label: '删去', replacement: '' }),
      finding('b', 'must'),
      finding('c', 'should', { label: '改字号' }),
    ]
    expect(repairable(findings).map(({ id }) => id)).toEqual(['a', 'c'])
  })

  it('is saved under another name than the person’s own', () => {
    expect(repairedName('通知.DOCX', '（已改）')).toBe('通知（已改）.docx')
    expect(repairedName('通知', '（已改）')).toBe('通知（已改）.docx')
  })
})
