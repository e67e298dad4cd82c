import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ChannelId } from '../../../library/updates/repository-format.ts'
import {
  type CeremonyPlan,
  ceremonySteps,
  emptyPlan,
  holderOf,
  planProblems,
  stepAfter,
  stepBefore,
} from '../../../renderer/publishing/ceremony/ceremony-steps.ts'
import { passphraseProblem, SHORTEST_PASSPHRASE } from '../../../renderer/publishing/ceremony/passphrase-rule.ts'

const plan: CeremonyPlan = {
  title: '县政策频道',
  id: 'xian-zhengce',
  publisher: '青禾县内容办公室',
  directory: '/home/office/频道',
  keysDirectory: '',
  holders: ['张三', '李四', '王五'],
}

describe('the steps of the key ceremony', () => {
  it('lead through all of them and back again', () => {
    for (const [at, step] of ceremonySteps.entries()) {
      const next = ceremonySteps[at + 1]
      if (!next) expect(stepAfter(step)).toBe(step)
      else {
        expect(stepAfter(step)).toBe(next)
        expect(stepBefore(next)).toBe(step)
      }
    }
    expect(stepBefore('channel')).toBe('channel')
  })

  it('ask each holder for the root key of the same number, and nobody by name for the working keys', () => {
    expect(holderOf('root-1', plan)).toBe('张三')
    expect(holderOf('root-3', plan)).toBe('王五')
    expect(holderOf('targets-1', plan)).toBeUndefined()
    expect(holderOf('release-1', plan)).toBeUndefined()
  })
})

describe('what the channel step asks for', () => {
  it('is everything but the folder for the keys', () => {
    expect([...planProblems('channel', emptyPlan, []).keys()].toSorted()).toEqual([
      'directory',
      'id',
      'publisher',
      'title',
    ])
    expect(planProblems('channel', plan, []).size).toBe(0)
  })

  it('says that an identifier is taken on this computer', () => {
    expect(planProblems('channel', plan, ['xian-zhengce']).get('id')).toBe('taken')
  })

  it('accepts exactly the identifiers that a repository may have', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'z', '0', '9', '-', 'A', '_', '政'), maxLength: 70 })
    fc.assert(
      fc.property(letters, (id) => {
        const problem = planProblems('channel', { ...plan, id }, []).get('id')
        expect(problem === undefined).toBe(ChannelId.safeParse(id).success)
      }),
    )
  })
})

describe('the three holders', () => {
  it('are all named', () => {
    const problems = planProblems('holders', { ...plan, holders: ['张三', ' ', '王五'] }, [])
    expect([...problems]).toEqual([['holder-2', 'needed']])
  })

  it('are three different people, however their names are spaced', () => {
    const problems = planProblems('holders', { ...plan, holders: ['张三', '李四', ' 张三 '] }, [])
    expect([...problems]).toEqual([['holder-3', 'twice']])
  })
})

describe('a passphrase typed twice', () => {
  it('is long enough in characters, not in code units', () => {
    expect(passphraseProblem('𠮷'.repeat(SHORTEST_PASSPHRASE - 1), '𠮷'.repeat(SHORTEST_PASSPHRASE - 1))).toBe(
      'too-short',
    )
    expect(passphraseProblem('𠮷'.repeat(SHORTEST_PASSPHRASE), '𠮷'.repeat(SHORTEST_PASSPHRASE))).toBeUndefined()
  })

  it('is the same both times', () => {
    expect(passphraseProblem('correct horse battery', 'correct horse batterx')).toBe('differ')
  })
})
