import { describe, expect, it } from 'vitest'
import type { OfferedComparison } from '../../../library/updates/update-view.ts'
import { joinPath } from '../../../renderer/publishing/join-path.ts'
import { partFromAddress } from '../../../renderer/publishing/publishing-address.ts'
import { comparedChange } from '../../../renderer/publishing/release/compared-change.ts'
import { countChanges } from '../../../renderer/publishing/release/count-changes.ts'
import { NotesDrafts } from '../../../renderer/publishing/release/kept-notes.ts'

describe('a draft of release notes', () => {
  const place = () => {
    const kept = new Map<string, string>()
    return {
      kept,
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => void kept.set(key, text),
      removeItem: (key: string) => void kept.delete(key),
    }
  }

  it('is kept for its channel and stage', () => {
    const session = place()
    new NotesDrafts(session).keep('xian', 'released', '改过的', '拟好的')
    expect(new NotesDrafts(session).read('xian', 'released')).toBe('改过的')
    expect(new NotesDrafts(session).read('xian', 'draft')).toBeUndefined()
    expect(new NotesDrafts(session).read('shi', 'released')).toBeUndefined()
  })

  it('leaves nothing behind once it is as proposed again, or published', () => {
    const session = place()
    const drafts = new NotesDrafts(session)
    drafts.keep('xian', 'released', '改过的', '拟好的')
    drafts.keep('xian', 'released', '拟好的', '拟好的')
    expect(session.kept.size).toBe(0)
    drafts.keep('xian', 'released', '改过的', '拟好的')
    drafts.forget('xian', 'released')
    expect(session.kept.size).toBe(0)
  })

  it('is passed over when it cannot be read', () => {
    const session = place()
    session.kept.set('publishing.notes.xian.released', '{"text":')
    expect(new NotesDrafts(session).read('xian', 'released')).toBeUndefined()
  })
})

describe('what a release changes', () => {
  it('is counted by what happens', () => {
    expect(countChanges([{ type: 'new' }, { type: 'new' }, { type: 'withdrawn' }])).toEqual({
      new: 2,
      changed: 0,
      withdrawn: 1,
      returned: 0,
    })
  })

  it('is compared as versions are, a provision that only moved counting as the same', () => {
    const passage = (type: OfferedComparison['passages'][number]['type']) => ({
      type,
      heading: '第一条',
      path: [],
      words: [],
    })
    const types = ['same', 'moved', 'changed', 'added', 'removed'] as const
    const comparison = comparedChange({
      itemId: 'a',
      title: 'A',
      change: { itemId: 'a', kind: 'policy', title: 'A', topics: [], type: 'changed', ownText: false },
      passages: types.map(passage),
    })
    expect(comparison.summary).toEqual({ added: 1, removed: 1, changed: 1, same: 2 })
  })
})

describe('a name within a folder', () => {
  it.each([
    ['/home/office', '/home/office/a.zip'],
    ['/media/stick/', '/media/stick/a.zip'],
    ['E:\\', 'E:\\a.zip'],
    ['E:\\发布', 'E:\\发布\\a.zip'],
    ['\\\\server\\share', '\\\\server\\share\\a.zip'],
    ['E:/发布', 'E:/发布/a.zip'],
  ])('of %s is %s', (folder, file) => {
    expect(joinPath(folder, 'a.zip')).toBe(file)
  })
})

describe('the address of the publishing desk', () => {
  it('names a part, or shows the overview', () => {
    expect(partFromAddress({ part: 'keys' })).toBe('keys')
    expect(partFromAddress({})).toBe('overview')
    expect(partFromAddress({ part: 'nonsense' })).toBe('overview')
  })
})
