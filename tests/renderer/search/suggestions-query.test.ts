import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, it, vi } from 'vitest'
import type { Suggestion } from '../../../library/search/search-view.ts'

const answers = vi.hoisted(() => {
  const waiting = new Map<string, (response: Response) => void>()
  Object.assign(globalThis, {
    sessionStorage: { getItem: () => null, setItem: () => undefined },
    fetch: (address: string) =>
      new Promise<Response>((resolve) => {
        waiting.set(new URL(address, 'http://xinhuo.test').searchParams.get('q') ?? '', resolve)
      }),
  })
  return waiting
})

const { suggestionsQuery } = await import('../../../renderer/search/suggestions-query.ts')

function answer(words: string, title: string): Promise<void> {
  const suggestion: Suggestion = { itemId: title, kind: 'policy', title, validity: 'in-force' }
  answers.get(words)?.(Response.json({ items: [suggestion], terms: [] }))
  return new Promise((resolve) => setTimeout(resolve, 20))
}

it('never lets a late answer take the place of a newer one, and shows the last until the newer comes', async () => {
  const observer = new QueryObserver(new QueryClient(), suggestionsQuery('土'))
  const shown: (string | undefined)[] = []
  const stop = observer.subscribe(({ data }) => {
    const title = data?.items[0]?.title
    if (shown.at(-1) !== title) shown.push(title)
  })
  await answer('土', '土字的')
  observer.setOptions(suggestionsQuery('土地'))
  observer.setOptions(suggestionsQuery('土地管'))
  await answer('土地管', '土地管的')
  await answer('土地', '土地的')
  expect(observer.getCurrentResult().data?.items[0]?.title).toBe('土地管的')
  expect(shown.filter((title) => title !== undefined)).toEqual(['土字的', '土地管的'])
  stop()
})

it('asks nothing for no words', () => {
  expect(suggestionsQuery('').enabled).toBe(false)
})
