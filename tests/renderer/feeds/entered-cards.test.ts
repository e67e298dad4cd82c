import { describe, expect, it } from 'vitest'
import { cardCode } from '../../../renderer/feeds/responses/card-code.ts'
import { type EnteredCard, responseOf, saysSomething } from '../../../renderer/feeds/responses/entered-cards.ts'

const card: EnteredCard = {
  key: 'k',
  story: { id: 'gushi-a', title: '少跑一趟' },
  useful: 'yes',
  type: 'opinion',
  post: ' 民政岗 ',
  text: '  ',
}

describe('a card that is typed in', () => {
  it('gives the service what it says and nothing empty', () => {
    expect(responseOf(card, { givenOn: '2026-11-21', feedId: undefined })).toEqual({
      id: 'k',
      way: 'card',
      givenOn: '2026-11-21',
      type: 'opinion',
      storyId: 'gushi-a',
      useful: 'yes',
      post: '民政岗',
    })
  })

  it('names a story that is only known by its code', () => {
    const given = responseOf({ ...card, story: { title: 'K7QM-P2XA-4' } }, { givenOn: '2026-11-21', feedId: 'f' })
    expect(given).toMatchObject({ named: 'K7QM-P2XA-4', feedId: 'f' })
    expect(given).not.toHaveProperty('storyId')
  })

  it('says something once it judges or tells', () => {
    expect(saysSomething(card)).toBe(true)
    expect(saysSomething({ useful: undefined, text: ' ' })).toBe(false)
    expect(saysSomething({ useful: undefined, text: '图太小' })).toBe(true)
  })
})

describe('the code on a card', () => {
  it.each([
    ['K7QM-P2XA-4', 'K7QM-P2XA-4'],
    ['k7qm p2xa 4', 'K7QM-P2XA-4'],
    ['Ｋ７ＱＭ－Ｐ２ＸＡ－４', 'K7QM-P2XA-4'],
  ])('is read from %s', (typed, code) => {
    expect(cardCode(typed)).toBe(code)
  })

  it.each(['少跑一趟', 'sptyt', 'K7QM-P2XA', 'ABCDEFGHJ'])('is not seen in %s', (typed) => {
    expect(cardCode(typed)).toBeUndefined()
  })
})
