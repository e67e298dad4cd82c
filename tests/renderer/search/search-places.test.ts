import { expect, it } from 'vitest'
import { keepSearchPlace, searchPlace } from '../../../renderer/search/search-places.ts'

function memory(): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>()
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) }
}

it('finds at each entry of the history the place left there', () => {
  const kept = memory()
  keepSearchPlace('a', { hit: 'law #第一条', pair: [] }, kept)
  keepSearchPlace('b', { hit: 'law #第二条', pair: ['law #第一条'] }, kept)
  keepSearchPlace('a', { hit: 'law #第九条', pair: [] }, kept)
  expect(searchPlace('a', kept)?.hit).toBe('law #第九条')
  expect(searchPlace('b', kept)).toEqual({ hit: 'law #第二条', pair: ['law #第一条'] })
  expect(searchPlace('c', kept)).toBeUndefined()
})

it('forgets the oldest places rather than growing', () => {
  const kept = memory()
  for (let n = 0; n < 100; n++) keepSearchPlace(`${n}`, { hit: `${n}`, pair: [] }, kept)
  expect(searchPlace('99', kept)?.hit).toBe('99')
  expect(searchPlace('0', kept)).toBeUndefined()
})

it.each(['', 'null', '{', '[[1]]', '[["a",null]]', '[["a",{"hit":1,"pair":[]}]]'])('reads %j as no place', (text) => {
  expect(searchPlace('a', { getItem: () => text })).toBeUndefined()
})
