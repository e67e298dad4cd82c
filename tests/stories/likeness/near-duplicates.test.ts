import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LibraryDatabase, openLibraryForWriting } from '../../../library/store/open-library-database.ts'
import { likenessOf } from '../../../library/stories/likeness/likeness-of.ts'
import { findNearDuplicates } from '../../../library/stories/likeness/near-duplicates.ts'
import { shinglesOf } from '../../../library/stories/likeness/shingles.ts'
import { textBands } from '../../../library/stories/likeness/text-bands.ts'
import { saveStory } from '../../../library/stories/stories.repository.ts'
import { temporaryFolder } from '../../store/temporary-library.ts'
import { wholeRecord } from '../process/whole-record.ts'
import { chance, EDITS } from './edited-copies.ts'

const folder = new URL('../../../content/stories/', import.meta.url)
const bodies = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8').split('\n---\n')[1] ?? '')
const sentences = bodies.flatMap((body) => body.split(/(?<=[。！？])/u)).filter((one) => one.length > 15)

let library: LibraryDatabase
const db = () => library.db
const keep = (id: string, problem: string) =>
  db()
    .transaction()
    .execute((trx) =>
      saveStory(trx, {
        id,
        state: 'draft',
        record: {
          ...wholeRecord(id),
          ...{ summary: '', done: '', failed: '', result: '', caution: '', cost: {}, evidence: { how: '', kinds: [] } },
          problem,
        },
        recordSha256: '',
        createdBy: '陈静',
        createdAt: '2026-01-01T00:00:00.000Z',
        updatedAt: '2026-01-01T00:00:00.000Z',
      }),
    )

beforeAll(async () => {
  library = openLibraryForWriting(path.join(temporaryFolder(afterAll), 'library.db'), new Date('2026-01-01'))
  for (const [at, body] of bodies.entries()) await keep(`gushi-${at}`, body)
  // Others that have a sentence or two of each in common, as stories of one office do.
  const pick = chance(7)
  for (let at = 0; at < 300; at++) {
    const own = Array.from({ length: 400 }, () => String.fromCodePoint(0x4e00 + pick(4000))).join('')
    const common = Array.from({ length: 3 }, () => sentences[pick(sentences.length)]).join('')
    await keep(`other-${at}`, own + common)
  }
})
afterAll(() => library.close())

describe('a story told again', () => {
  it.each(Object.keys(EDITS))('is found with %s', async (edit) => {
    const change = EDITS[edit] as (typeof EDITS)[string]
    const pick = chance(edit.length * 31)
    let found = 0
    const wrong: string[] = []
    for (const [at, body] of bodies.entries()) {
      const duplicates = await findNearDuplicates(db(), change(body, pick))
      if (duplicates[0]?.id === `gushi-${at}`) found += 1
      wrong.push(...duplicates.map(({ id }) => id).filter((id) => id !== `gushi-${at}`))
    }
    expect(found).toBe(bodies.length)
    expect(wrong).toEqual([])
  })

  it('is not found in itself, nor in what was deleted', async () => {
    expect(await findNearDuplicates(db(), bodies[0] ?? '', { except: 'gushi-0' })).toEqual([])
    await db().updateTable('story').set({ discarded_at: '2026-01-02' }).where('id', '=', 'gushi-0').execute()
    expect(await findNearDuplicates(db(), bodies[0] ?? '')).toEqual([])
    await db().updateTable('story').set({ discarded_at: null }).where('id', '=', 'gushi-0').execute()
    expect(await findNearDuplicates(db(), bodies[0] ?? '')).toMatchObject([{ id: 'gushi-0', title: 'gushi-0' }])
  })

  it('of a few words is compared with nothing', async () => {
    expect(await findNearDuplicates(db(), '修水渠')).toEqual([])
    expect(textBands('修水渠')).toEqual([])
  })

  it('names as many as asked for, the most alike first', async () => {
    const both = `${bodies[1]}${bodies[2]}${bodies[3]}`
    const all = await findNearDuplicates(db(), both)
    expect(all.length).toBe(3)
    expect(all.map(({ likeness }) => likeness)).toEqual(all.map(({ likeness }) => likeness).toSorted((a, b) => b - a))
    expect(await findNearDuplicates(db(), both, { limit: 1 })).toEqual(all.slice(0, 1))
  })
})

describe('likeness', () => {
  const text = fc.string({ unit: fc.constantFrom(...'水渠塌了一段亩地浇不上。，\n a1'), maxLength: 400 })

  it('is 1 of a text with itself, between 0 and 1 of any two, and the same both ways', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [first, second] = [shinglesOf(one), shinglesOf(other)]
        const likeness = likenessOf(first, second)
        expect(likeness).toBe(likenessOf(second, first))
        expect(likeness).toBeGreaterThanOrEqual(0)
        expect(likeness).toBeLessThanOrEqual(1)
        if (first.size > 0) expect(likenessOf(first, first)).toBe(1)
      }),
    )
  })

  it('does not hang on punctuation, spaces, width or case, and bands neither', () => {
    fc.assert(
      fc.property(text, (one) => {
        const other = one
          .replace(/[，。\n ]/gu, ' ')
          .toUpperCase()
          .replaceAll('1', '１')
        expect(shinglesOf(other)).toEqual(shinglesOf(one))
        expect(textBands(other)).toEqual(textBands(one))
      }),
    )
  })

  it('has 32 bands of hashes that SQLite holds, no two bands alike by rule', () => {
    const bands = textBands(bodies[0] ?? '')
    expect(bands.map(({ band }) => band)).toEqual(Array.from({ length: 32 }, (_, at) => at))
    expect(bands.every(({ hash }) => Number.isInteger(hash) && hash >= 0 && hash < 2 ** 32)).toBe(true)
    expect(new Set(bands.map(({ hash }) => hash)).size).toBe(32)
  })
})
