import { describe, expect, it } from 'vitest'
import type { DrillRecord } from '../../../library/meetings/drills/drill.schema.ts'
import { checkDrill } from '../../../renderer/drills/checks/check-drill.ts'
import { drillOf } from './drill-of.ts'

const found = (record: DrillRecord) => checkDrill(record).map(({ code, path }) => `${code} ${path}`)
const townsman = { id: 'r1', name: '群众' }

describe('what a drill lacks', () => {
  it('is nothing where every way comes to an end', () => {
    expect(found(drillOf({ a: ['b', 'end'], b: [] }))).toEqual([])
  })

  it('is a first turn, where there is none', () => {
    expect(found(drillOf({}))).toEqual(['no-turns turns'])
  })

  it('is told turn by turn: nobody gets there, no way out, a choice that leads nowhere', () => {
    expect(found(drillOf({ a: ['c', 'd'], b: ['end'], c: ['c'], d: ['gone', 'end'] }))).toEqual([
      'unreached turns/1',
      'trapped turns/2',
      'lost turns/3/choices/0/to',
    ])
  })

  it('is an end, told once and not for every turn', () => {
    expect(found(drillOf({ a: ['b'], b: ['a'] }))).toEqual(['no-ending turns/1'])
  })

  it('is what a choice says, and then what comes of it', () => {
    const drill = drillOf({ a: [undefined, 'end'] })
    const [first] = drill.turns
    const choices = first?.choices.map((choice, at) => ({ ...choice, text: at ? '劝他回去' : ' ', outcome: '' })) ?? []
    expect(found({ ...drill, turns: first ? [{ ...first, choices }] : [] })).toEqual([
      'no-text turns/0/choices/0/text',
      'no-outcome turns/0/choices/1/outcome',
    ])
  })

  it('is no outcome where a turn only goes on', () => {
    const drill = drillOf({ a: [], b: [] })
    const on = { id: 'c1', text: '继续', outcome: '', cites: [], to: 'end' as const }
    expect(found({ ...drill, turns: drill.turns.map((turn) => ({ ...turn, choices: [on] })) })).toEqual([
      'unreached turns/1',
    ])
  })

  it('is a role that never speaks while others do, and a line that nobody speaks', () => {
    const drill = drillOf({ a: [] })
    const speaking = (role: string) =>
      drill.turns.map((turn) => ({ ...turn, lines: [{ id: 'l1', role, text: '在吗？' }] }))
    expect(found({ ...drill, roles: [townsman] })).toEqual([])
    expect(found({ ...drill, roles: [townsman], turns: speaking('r1') })).toEqual([])
    expect(found({ ...drill, roles: [townsman], turns: speaking('r9') })).toEqual([
      'silent roles/0/name',
      'unspoken turns/0/lines/0',
    ])
  })

  it('is the silence about a secret, wherever everybody reads words of it', () => {
    const drill = { ...drillOf({ a: [] }), roles: [{ ...townsman, secret: '其实材料没带齐，怕白跑一趟。' }] }
    expect(found(drill)).toEqual([])
    expect(found({ ...drill, setting: '他其实 材料没带齐！' })).toEqual(['secret setting'])
    expect(found({ ...drill, happened: '后来才知道，其实材料没带齐。' })).toEqual([])
    const spoken = drill.turns.map((turn) => ({ ...turn, lines: [{ id: 'l1', role: 'r1', text: '其实材料没带齐。' }] }))
    expect(found({ ...drill, turns: spoken })).toEqual([])
  })

  it('is everything that was filled in and still says so', () => {
    const drill = drillOf({ a: ['end'] })
    const turns = drill.turns.map((turn) => ({ ...turn, text: '【请改】来了人。' }))
    expect(checkDrill({ ...drill, setting: '【请改】时间', turns })).toEqual([
      { code: 'to-edit', path: 'setting', quote: '时间' },
      { code: 'to-edit', path: 'turns/0/text', turn: 0, quote: '来了人。' },
    ])
  })
})
