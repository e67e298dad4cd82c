import { describe, expect, it } from 'vitest'
import { DraftSaver, type SavingState } from '../../../renderer/drafts/draft-saver.ts'
import { ServiceError } from '../../../renderer/service/service-error.ts'

interface Kept {
  readonly recordSha256: string
  readonly updatedAt: string
}

function saverOf(save: (words: string, base: string | undefined) => Promise<Kept>) {
  const states: SavingState['kind'][] = []
  const saver = new DraftSaver<string, Kept>('hash-0', {
    save,
    keep: () => {},
    onState: ({ kind }) => states.push(kind),
    onSaved: () => {},
    baseOf: ({ recordSha256 }) => recordSha256,
    isConflict: ({ code }) => code === 'STORY_CHANGED',
  })
  return { saver, states }
}

const refused = (code: string) => new ServiceError({ code, what: '没有保存。' }, 409)

describe('saving a story while it is written', () => {
  it('says which record each save goes on from', async () => {
    const bases: (string | undefined)[] = []
    const { saver } = saverOf(async (words, base) => {
      bases.push(base)
      return { recordSha256: `hash of ${words}`, updatedAt: '2026-11-21T08:00:00Z' }
    })
    for (const words of ['一', '二']) {
      saver.offer(words)
      expect(await saver.flush()).toBe(true)
    }
    expect(bases).toEqual(['hash-0', 'hash of 一'])
  })

  it('is a conflict only when the record was changed elsewhere', async () => {
    const changed = saverOf(() => Promise.reject(refused('STORY_CHANGED')))
    changed.saver.offer('一')
    expect(await changed.saver.flush()).toBe(false)
    expect(changed.states.at(-1)).toBe('conflict')

    const locked = saverOf(() => Promise.reject(refused('STORY_NOT_OPEN')))
    locked.saver.offer('一')
    expect(await locked.saver.flush()).toBe(false)
    expect(locked.states.at(-1)).toBe('failed')
    locked.saver.stop()
  })

  it('goes on from what the service made of it after a conflict', async () => {
    const bases: (string | undefined)[] = []
    const { saver } = saverOf(async (_words, base) => {
      bases.push(base)
      if (base === 'hash-0') throw refused('STORY_CHANGED')
      return { recordSha256: 'hash-2', updatedAt: '2026-11-21T08:02:00Z' }
    })
    saver.offer('一')
    await saver.flush()
    saver.accept({ recordSha256: 'hash-1', updatedAt: '2026-11-21T08:01:00Z' })
    saver.offer('二')
    expect(await saver.flush()).toBe(true)
    expect(bases).toEqual(['hash-0', 'hash-1'])
  })
})
