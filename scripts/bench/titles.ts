import { pinyin } from 'pinyin-pro'
import type { ItemSummary } from '../../library/items/item-view.ts'
import type { GroupedAnswer, Suggestions } from '../../library/search/search-view.ts'
import { type Row, row } from './row.ts'
import type { ServiceUnderTest } from './service-under-test.ts'

const SAMPLE = 500
const HAN = /\p{Script=Han}/u

/** Whether what is called exactly so, nearly so, or abbreviated so is found at once. */
export async function measureTitles(service: ServiceUnderTest): Promise<Row[]> {
  const items = await importedItems(service)
  const sample = evenly([...new Set(items.map((item) => item.title))], SAMPLE)
  const numbered = evenly(
    items.filter((item) => item.documentNumber !== undefined),
    SAMPLE,
  )
  const random = createRandom(20_240_601)
  const characters = sample.join('').match(new RegExp(HAN, 'gu')) ?? []
  const search = (typed: string) => service.get<GroupedAnswer>(`search?limit=1&q=${encodeURIComponent(typed)}`)
  const firstItem = async (typed: string) => (await search(typed)).items[0]
  const suggested = async (typed: string, most: number) =>
    (await service.get<Suggestions>(`suggest?limit=${most}&q=${encodeURIComponent(typed)}`)).items

  const mistyped = sample
    .filter((title) => title.length >= 4)
    .map((title) => ({ title, typed: withWrongCharacter(title, characters, random) }))
  const rows = [
    await judge('exact title first', sample, 1, async (title) =>
      (await firstItem(title))?.title === title ? '' : title,
    ),
    await judge('title with one wrong character first', mistyped, 0.95, async ({ title, typed }) =>
      (await firstItem(typed))?.title === title ? '' : typed,
    ),
    await judge('the same, first or offered as “did you mean”', mistyped, undefined, async ({ title, typed }) => {
      const { items, didYouMean } = await search(typed)
      return items[0]?.title === title || didYouMean?.query === title ? '' : typed
    }),
    await judge('the same, first suggestion while typing', mistyped, undefined, async ({ title, typed }) =>
      (await suggested(typed, 1))[0]?.title === title ? '' : typed,
    ),
    await judge('initials of a title, in the first five suggestions', sample, 0.95, async (title) =>
      (await suggested(initialsOf(title), 5)).some((one) => one.title === title) ? '' : `${initialsOf(title)} ${title}`,
    ),
  ]
  if (numbered.length === 0) return rows
  const byNumber = await judge('exact document number first', numbered, 1, async ({ documentNumber = '' }) =>
    // A digest that the app brings cites the same number in full: 中华人民共和国国务院令第…号.
    (await firstItem(documentNumber))?.documentNumber?.endsWith(documentNumber) ? '' : documentNumber,
  )
  return [...rows, byNumber]
}

/** @param least the share that is wanted @param miss gives what was typed in vain, or nothing */
async function judge<T>(
  what: string,
  all: readonly T[],
  least: number | undefined,
  miss: (one: T) => Promise<string>,
): Promise<Row> {
  const misses: string[] = []
  for (const one of all) {
    const missed = await miss(one)
    if (missed !== '') misses.push(missed)
  }
  const held = 1 - misses.length / all.length
  const value = `${(held * 100).toFixed(1)}%`
  const wanted = least === undefined ? '' : least === 1 ? '100%' : `≥ ${least * 100}%`
  return {
    ...row(`${what} (${all.length})`, value, wanted, least === undefined ? undefined : held >= least),
    misses: misses.slice(0, 40),
  }
}

async function importedItems(service: ServiceUnderTest): Promise<ItemSummary[]> {
  const items: ItemSummary[] = []
  for (;;) {
    const page = await service.get<{ total: number; items: ItemSummary[] }>(
      `items?sort=title&limit=500&offset=${items.length}`,
    )
    items.push(...page.items)
    if (items.length >= page.total || page.items.length === 0) break
  }
  return items.filter((item) => !item.starter)
}

function evenly<T>(all: readonly T[], most: number): T[] {
  const step = Math.max(1, all.length / most)
  return Array.from({ length: Math.min(most, all.length) }, (_, index) => all[Math.floor(index * step)] as T)
}

/** A title with one of its Han characters replaced by another that stands in titles. */
export function withWrongCharacter(title: string, characters: readonly string[], random: () => number): string {
  const letters = [...title]
  const places = letters.flatMap((letter, place) => (HAN.test(letter) ? [place] : []))
  const place = places[Math.floor(random() * places.length)]
  if (place === undefined) return title
  const others = characters.filter((character) => character !== letters[place])
  letters[place] = others[Math.floor(random() * others.length)] ?? ''
  return letters.join('')
}

/** The initials of a title's characters, as typed by those who type initials: no punctuation. */
export const initialsOf = (title: string): string =>
  pinyin(title, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' })
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')

/** The same numbers in every run (mulberry32), so that runs compare. */
export function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
