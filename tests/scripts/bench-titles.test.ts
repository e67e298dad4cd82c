import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandom, initialsOf, withWrongCharacter } from '../../scripts/bench/titles.ts'

describe('a title as it might be typed', () => {
  it('has exactly one wrong character', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const title = '土地管理法（试行）'
        const typed = withWrongCharacter(title, [...'村镇土地法'], createRandom(seed))
        const changed = [...typed].filter((character, place) => character !== title[place])
        expect(typed).toHaveLength(title.length)
        expect(changed).toHaveLength(1)
        expect('（）').not.toContain(changed[0])
      }),
    )
  })

  it('is the same in each run', () => {
    const typed = () => withWrongCharacter('土地管理法', [...'村镇'], createRandom(7))
    expect(typed()).toBe(typed())
  })

  it('is its initials, without punctuation', () => {
    expect(initialsOf('土地管理法（2019年）')).toBe('tdglf2019n')
  })
})
