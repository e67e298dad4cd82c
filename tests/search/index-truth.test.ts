import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { canonicalText } from '../../library/items/canonical-form.ts'
import { splitPassages } from '../../library/items/passages.ts'
import { plainText } from '../../library/items/plain-text.ts'
import { openIndexKeeper } from '../../library/search/catch-up-index.ts'
import { foldText } from '../../library/search/han-text.ts'
import {
  deleteSearchDatabase,
  openSearchForReading,
  openSearchForWriting,
} from '../../library/search/open-search-database.ts'
import { openPassageSearch, type PassageSearch } from '../../library/search/passage-search.ts'
import { answerPassages } from '../../library/search/search-answer.ts'
import { parseQuery } from '../../library/search/search-query.ts'
import { tokenRuns } from '../../library/search/tokens.ts'
import { type Draft, openSmallLibrary, type SmallLibrary } from '../items/small-library.ts'

const open: SmallLibrary[] = []
const openLibrary = async () => {
  const library = await openSmallLibrary()
  open.push(library)
  return library
}
afterEach(async () => {
  for (const library of open.splice(0)) await library.close()
})

const syllables = [...'低保申请宅基地户村民𠮷鄉', '一二', '12', 'ab', '，', '。', ' ']
const words = fc.array(fc.constantFrom(...syllables), { minLength: 1, maxLength: 6 }).map((all) => all.join(''))
const text = fc.array(fc.constantFrom(...syllables), { minLength: 1, maxLength: 25 }).map((all) => all.join(''))
const draft: fc.Arbitrary<Draft> = fc.record(
  {
    title: words.filter((title) => /\p{L}/u.test(title)),
    body: fc
      .array(text, { minLength: 1, maxLength: 4 })
      .map((all) => all.map((one, at) => `第${'一二三四'[at]}条　${one}`).join('\n\n')),
    topics: fc.array(
      words.filter((topic) => topic.trim() !== ''),
      { maxLength: 2 },
    ),
    documentNumber: words.filter((number) => number.trim() !== ''),
  },
  { requiredKeys: ['title', 'body'] },
)

/** Whether one column holds a word: a run of Han characters within such a run, any other word whole. */
const columnHolds = (column: string, word: { type: string; text: string }) =>
  tokenRuns(foldText(column)).some(
    (run) => run.type === word.type && (run.type === 'word' ? run.text === word.text : run.text.includes(word.text)),
  )

/** What a scan of every passage finds for words that must all be there. */
function scan(drafts: readonly Draft[], typed: string): string[] {
  const runs = parseQuery(typed).words.flatMap((word) => word.runs)
  if (runs.length === 0) return []
  return drafts.flatMap((one) =>
    splitPassages(canonicalText(one.body)).flatMap((passage) => {
      const outline = [...passage.path, passage.heading].join('\n')
      const columns = [one.title, outline, plainText(passage.markdown), ...(one.topics ?? []), one.documentNumber ?? '']
      const found = runs.every((run) => columns.some((column) => columnHolds(column, run)))
      return found ? [`${one.title} ${passage.anchor}`] : []
    }),
  )
}

const exact = (search: PassageSearch, typed: string) =>
  search.consistently(() => {
    const matches = search.match({ ...parseQuery(typed), question: false }, {})
    return matches.loose
      ? []
      : [...matches.passages].map((one) => `${search.documentOf(one).title} ${search.passage(one).anchor}`)
  })

describe('the index', () => {
  it('finds for words that must all be there what a scan of every passage finds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(draft, {
          selector: (one) => foldText(one.title).replace(/\s/g, ''),
          minLength: 1,
          maxLength: 6,
        }),
        fc.array(
          fc.array(words, { minLength: 1, maxLength: 3 }).map((all) => all.join(' ')),
          { minLength: 5, maxLength: 20 },
        ),
        async (drafts, queries) => {
          const canonical = drafts.map((one) => ({ ...one, title: one.title.replace(/\s+/g, ' ').trim() }))
          const library = await openLibrary()
          await library.add(...canonical)
          for (const typed of queries)
            expect(exact(library.search, typed).sort(), typed).toEqual(scan(canonical, typed).sort())
          await open.pop()?.close()
        },
      ),
      { numRuns: 15 },
    )
  })

  it('gives after any changes, in any order, the answers of one built afresh', async () => {
    const step = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record({
          type: fc.constant('add' as const),
          item: fc.nat(3),
          body: text,
          day: fc.constantFrom('2020-01-01', '2022-01-01', '2099-01-01'),
        }),
      },
      { weight: 1, arbitrary: fc.record({ type: fc.constant('putAway' as const), item: fc.nat(3) }) },
      { weight: 1, arbitrary: fc.record({ type: fc.constant('bringBack' as const), item: fc.nat(3) }) },
      { weight: 1, arbitrary: fc.record({ type: fc.constant('catchUp' as const) }) },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const library = await openLibrary()
        const ids = ['item-0', 'item-1', 'item-2', 'item-3']
        for (const one of steps) {
          const id = 'item' in one ? (ids[one.item] as string) : ''
          if (one.type === 'add')
            await library.add({
              identifier: id,
              title: id,
              body: one.body || '空',
              issuedOn: one.day,
              effectiveFrom: one.day,
            })
          else if (one.type === 'catchUp') await library.catchUp()
          else await library.writer[one.type](id)
        }
        await library.catchUp()
        const kept = answers(library.search)
        const fresh = `${library.paths.root}/fresh.db`
        const connection = openSearchForWriting(fresh)
        const keeper = await openIndexKeeper(connection, library.library.db)
        while ((await keeper.step(2, new Date())).remaining > 0);
        const reading = openSearchForReading(fresh)
        expect(kept).toEqual(answers(openPassageSearch(reading)))
        reading.close()
        connection.close()
        deleteSearchDatabase(fresh)
        await open.pop()?.close()
      }),
      { numRuns: 15 },
    )
  })
})

const answers = (search: PassageSearch) =>
  ['低', '低保', '宅基地', '12', 'ab 村', '申请 户'].flatMap((typed) =>
    [{}, { validities: ['amended' as const, 'not-yet' as const, 'in-force' as const] }].map((filters) =>
      answerPassages(search, typed, filters, { limit: 1000 })
        .hits.map((hit) => JSON.stringify([hit.title, hit.anchor, hit.validity, hit.snippet, hit.marks]))
        .sort(),
    ),
  )

describe('hostile queries', () => {
  const syntax = fc
    .array(
      fc.constantFrom(
        ...'"*^(){}[]:-+,.\'\\/\u0000%_~ ',
        'AND',
        'OR',
        'NOT',
        'NEAR(',
        'rowid:',
        'title:',
        'single :',
        '“',
        '”',
        '第',
        '条',
        '第1条',
        '房',
        '低保',
        '-"',
        'kind:',
        '\ud842',
        '\u0301',
        '😀',
      ),
      { maxLength: 60 },
    )
    .map((all) => all.join(''))

  it('500 of them are answered, not refused', async () => {
    const library = await openLibrary()
    await library.add({ title: '低保办法', body: '第一条　低保申请。\n\n第二条　房。' })
    fc.assert(
      fc.property(fc.oneof(syntax, fc.string({ unit: 'binary', maxLength: 500 })), (typed) => {
        expect(answerPassages(library.search, typed, {}, { limit: 5 }).total).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['200 words', Array.from({ length: 200 }, (_, at) => String.fromCharCode(0x4e00 + at)).join(' ')],
    [
      '100 words left out',
      `低保 ${Array.from({ length: 100 }, (_, at) => `-${String.fromCharCode(0x4e00 + at)}`).join(' ')}`,
    ],
    ['100 provisions', Array.from({ length: 80 }, (_, at) => `${at + 1}条`).join(' ')],
    ['a million characters', '低保申请'.repeat(250_000)],
    ['100 phrases', '"低保，申" '.repeat(100)],
  ])('%s are answered in time', async (_, typed) => {
    const library = await openLibrary()
    await library.add({ title: '低保办法', body: '第一条　低保申请。' })
    const started = performance.now()
    answerPassages(library.search, typed, {}, { limit: 5 })
    expect(performance.now() - started).toBeLessThan(3000)
  })
})
