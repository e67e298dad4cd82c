import { describe, expect, it } from 'vitest'
import { withLineAfter, withScriptAt, withSpeaker } from '../../../renderer/drills/form/change-lines.ts'
import { initialOf, roleOfLetter } from '../../../renderer/drills/form/role-of-letter.ts'

const roles = [
  { id: 'r1', name: '群众' },
  { id: 'r2', name: '窗口人员' },
  { id: 'r3', name: '青年干部' },
]
const line = (id: string, role: string | undefined, text = '好。') => ({ id, text, ...(role && { role }) })
const spoken = (lines: readonly { readonly role?: string | undefined; readonly text: string }[] | undefined) =>
  lines?.map(({ role, text }) => `${role ?? '-'} ${text}`)

describe('the lines of a turn', () => {
  it('a first line is spoken by the first role, the next by another, and then they take turns', () => {
    const first = withLineAfter([], -1, roles)
    expect(spoken(first)).toEqual(['r1 '])
    expect(withLineAfter(first, 0, roles).at(-1)?.role).toBe('r2')
    const talking = [line('l1', 'r3'), line('l2', 'r2')]
    expect(withLineAfter(talking, 1, roles).at(-1)?.role).toBe('r3')
    expect(withLineAfter([], -1, []).at(-1)?.role).toBeUndefined()
  })

  it('stands right after the one it follows, under a name of its own', () => {
    const lines = withLineAfter([line('l1', 'r1'), line('l3', 'r2')], 0, roles)
    expect(lines.map(({ id }) => id)).toEqual(['l1', 'l4', 'l3'])
  })

  it('takes a copied script apart by who speaks', () => {
    const taken = withScriptAt([line('l1', 'r1', '')], 0, '群众：我来问问。\n\n窗口人员: 请坐。\n注意：别急\n', roles)
    expect(spoken(taken)).toEqual(['r1 我来问问。', 'r2 请坐。', 'r1 注意：别急'])
    expect(withScriptAt([], 0, '只有一句', roles)).toBeUndefined()
    expect(spoken(withScriptAt([line('l1', 'r2')], 0, '甲\n乙', roles))).toEqual(['r2 好。', 'r2 甲', 'r2 乙'])
  })

  it('never takes more lines than a turn may have', () => {
    const lines = Array.from({ length: 59 }, (_, n) => line(`l${n + 1}`, 'r1'))
    expect(withScriptAt(lines, 58, '一\n二\n三', roles)).toHaveLength(60)
  })

  it('can be told by nobody in particular', () => {
    expect(withSpeaker(line('l1', 'r1'), undefined)).toEqual({ id: 'l1', text: '好。' })
  })
})

describe('a role by its letter', () => {
  it.each([
    ['群众', 'q'],
    ['窗口人员', 'c'],
    ['阿婆', 'a'],
    ['支书', 'z'],
    ['张三', 'z'],
    ['夏主任', 'x'],
    ['Anna', 'a'],
    ['3号代表', '3'],
    ['', ''],
    ['（旁人）', ''],
  ])('%s is called by %s', (name, letter) => expect(initialOf(name)).toBe(letter))

  it('is the next one whose name begins with it, around the list, or the one of that number', () => {
    expect(roleOfLetter(roles, undefined, 'q')?.id).toBe('r1')
    expect(roleOfLetter(roles, 'r1', 'Q')?.id).toBe('r3')
    expect(roleOfLetter(roles, 'r3', 'q')?.id).toBe('r1')
    expect(roleOfLetter(roles, 'r1', '2')?.id).toBe('r2')
    expect(roleOfLetter(roles, 'r1', 'x')).toBeUndefined()
    expect(roleOfLetter(roles, 'r1', 'Enter')).toBeUndefined()
  })
})
