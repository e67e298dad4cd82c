import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { FormView } from '../../../library/templates/forms/form-view.ts'
import type { Draft } from '../../../renderer/drafts/draft-history.ts'
import { DraftSaver } from '../../../renderer/drafts/draft-saver.ts'
import { ServiceError } from '../../../renderer/service/service-error.ts'

const draft = (name: string): Draft => ({ data: { 姓名: name }, sources: {} })
const saved = (updatedAt: string) => ({ updatedAt }) as FormView

describe('saving a draft', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  const open = (answers: (() => Promise<FormView>)[]) => {
    const asked: [string, string | undefined][] = []
    const kept: (Draft | undefined)[] = []
    const states: string[] = []
    const saver = new DraftSaver('t0', {
      save: (given, base) => {
        asked.push([String(given.data.姓名), base])
        return answers.shift()?.() ?? Promise.resolve(saved('later'))
      },
      keep: (given) => kept.push(given),
      onState: (state) => states.push(state.kind),
      onSaved: () => undefined,
    })
    return { saver, asked, kept, states }
  }

  it('waits for a pause, sends the newest once, and keeps it over a reload until then', async () => {
    const { saver, asked, kept, states } = open([() => Promise.resolve(saved('t1'))])
    for (const name of ['周', '周福', '周福生']) saver.offer(draft(name))
    expect(asked).toEqual([])
    expect(kept.at(-1)).toEqual(draft('周福生'))
    await vi.advanceTimersByTimeAsync(1_000)
    expect(asked).toEqual([['周福生', 't0']])
    expect(kept.at(-1)).toBeUndefined()
    expect(states.at(-1)).toBe('saved')
  })

  it('saves in the midst of typing that never pauses', async () => {
    const { saver, asked } = open([])
    for (let key = 0; key < 40; key++) {
      saver.offer(draft(`第${key}`))
      await vi.advanceTimersByTimeAsync(250)
    }
    expect(asked.map(([name]) => name)).toEqual(['第11', '第23', '第35'])
  })

  it('saves what was typed while it was saving, over its own save', async () => {
    let answer: (form: FormView) => void = () => undefined
    const { saver, asked } = open([() => new Promise((resolve) => (answer = resolve))])
    saver.offer(draft('周'))
    const flushed = saver.flush()
    saver.offer(draft('周福生'))
    answer(saved('t1'))
    expect(await flushed).toBe(true)
    expect(asked).toEqual([
      ['周', 't0'],
      ['周福生', 't1'],
    ])
  })

  it('tries again by itself after a failure, with nothing lost', async () => {
    const { saver, asked, kept, states } = open([() => Promise.reject(new Error('unplugged'))])
    saver.offer(draft('周'))
    expect(await saver.flush()).toBe(false)
    expect(states.at(-1)).toBe('failed')
    expect(kept.at(-1)).toEqual(draft('周'))
    await vi.advanceTimersByTimeAsync(6_000)
    expect(asked).toHaveLength(2)
    expect(states.at(-1)).toBe('saved')
  })

  it('stops at another window’s save until the person chose', async () => {
    const conflict = new ServiceError({ code: 'FORM_CHANGED', what: '…' }, 409)
    const { saver, asked, states } = open([() => Promise.reject(conflict)])
    saver.offer(draft('周'))
    await saver.flush()
    saver.offer(draft('周福'))
    await vi.advanceTimersByTimeAsync(10_000)
    expect(states.at(-1)).toBe('conflict')
    expect(asked).toHaveLength(1)
    await saver.overwrite()
    expect(asked.at(-1)).toEqual(['周福', undefined])
    expect(states.at(-1)).toBe('saved')
  })

  it('goes on from what another window saved, once that was taken', async () => {
    const conflict = new ServiceError({ code: 'FORM_CHANGED', what: '…' }, 409)
    const { saver, asked, kept, states } = open([() => Promise.reject(conflict)])
    saver.offer(draft('周'))
    await saver.flush()
    saver.accept(saved('t5'))
    expect([states.at(-1), kept.at(-1)]).toEqual(['saved', undefined])
    saver.offer(draft('何'))
    await saver.flush()
    expect(asked.at(-1)).toEqual(['何', 't5'])
  })
})
