import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type LibraryDatabase, openLibraryForWriting } from '../../../library/store/open-library-database.ts'
import { appendEvent, eventsOf, verifyChain } from '../../../library/stories/process/event-chain.ts'
import { temporaryFolder } from '../../store/temporary-library.ts'

const AT = '2026-03-01T08:00:00.000Z'
type Row = {
  number: number
  subject: string
  subject_id: string
  at: string
  by: string
  type: string
  body: string
  previous: string
  hash: string
}

let library: LibraryDatabase
const db = () => library.db
const add = (reason: string, subjectId = 'gushi-1') =>
  db()
    .transaction()
    .execute((trx) =>
      appendEvent(trx, { subject: 'story', subjectId, at: AT, by: '陈静', type: 'step', step: 'submit', reason }),
    )
const rows = async () => (await db().selectFrom('editorial_event').selectAll().orderBy('number').execute()) as Row[]
const writeRows = async (all: readonly Row[]) => {
  await db().deleteFrom('editorial_event').execute()
  for (const row of all) await db().insertInto('editorial_event').values(row).execute()
}

beforeAll(() => {
  library = openLibraryForWriting(path.join(temporaryFolder(afterAll), 'library.db'), new Date(AT))
})
afterAll(() => library.close())
beforeEach(async () => {
  await db().deleteFrom('editorial_event').execute()
  await db().deleteFrom('setting').execute()
})

describe('the record of what was done', () => {
  it('numbers its links from 1, each naming the one before, over all stories', async () => {
    const first = await add('一')
    const second = await add('二', 'gushi-2')
    expect(first).toMatchObject({ number: 1, previous: '' })
    expect(second).toMatchObject({ number: 2, previous: first.hash })
    expect(await eventsOf(db(), 'story', 'gushi-2')).toEqual([second])
    expect(await verifyChain(db())).toEqual({ events: 2 })
  })

  it('holds for any text, also such as no file could carry', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary' }),
        fc.dictionary(fc.string(), fc.jsonValue()),
        async (reason, detail) => {
          await db()
            .transaction()
            .execute((trx) =>
              appendEvent(trx, { subject: 'story', subjectId: 'a', at: AT, by: '陈静', type: 'edit', reason, detail }),
            )
          expect(await verifyChain(db())).not.toHaveProperty('broken')
        },
      ),
      { numRuns: 40 },
    )
  })

  it('an empty record is whole', async () => {
    expect(await verifyChain(db())).toEqual({ events: 0 })
  })

  it('is not appended to when what it records fails', async () => {
    await add('一')
    const failing = db()
      .transaction()
      .execute(async (trx) => {
        await appendEvent(trx, { subject: 'story', subjectId: 'a', at: AT, by: '陈静', type: 'edit' })
        throw new Error('the rest failed')
      })
    await expect(failing).rejects.toThrow('the rest failed')
    expect(await verifyChain(db())).toEqual({ events: 1 })
    expect(await add('二')).toMatchObject({ number: 2 })
  })
})

describe('whoever tampers with it', () => {
  const LINKS = 6
  beforeEach(async () => {
    for (let number = 1; number <= LINKS; number++) await add(`理由${number}`)
  })
  const place = fc.integer({ min: 0, max: LINKS - 1 })

  it('changes no column of no link unnoticed', async () => {
    const whole = await rows()
    await fc.assert(
      fc.asyncProperty(
        place,
        fc.constantFrom('subject', 'subject_id', 'at', 'by', 'type', 'body', 'previous', 'hash'),
        fc.integer({ min: 0, max: 1000 }),
        async (at, column, where) => {
          const changed = structuredClone(whole)
          const row = changed[at] as Row
          const value = row[column as 'body']
          const cut = where % (value.length + 1)
          row[column as 'body'] = `${value.slice(0, cut)}x${value.slice(cut + 1)}`
          fc.pre(row[column as 'body'] !== value)
          await writeRows(changed)
          expect((await verifyChain(db())).broken?.number).toBeDefined()
        },
      ),
      { numRuns: 150 },
    )
    await writeRows(whole)
    expect(await verifyChain(db())).toEqual({ events: LINKS })
  })

  it('removes no link unnoticed, neither within nor at the end', async () => {
    const whole = await rows()
    for (let gone = 0; gone < LINKS; gone++) {
      await writeRows(whole.toSpliced(gone, 1))
      expect((await verifyChain(db())).broken).toBeDefined()
    }
    for (let left = 0; left < LINKS; left++) {
      await writeRows(whole.slice(0, left))
      expect((await verifyChain(db())).broken?.why).toContain(`末尾少了 ${LINKS - left} 条`)
    }
  })

  it('numbers the rest anew in vain', async () => {
    const whole = await rows()
    const renumbered = whole.toSpliced(2, 1).map((row, index) => ({ ...row, number: index + 1 }))
    await writeRows(renumbered)
    expect((await verifyChain(db())).broken?.number).toBe(3)
  })

  it('swaps no two links unnoticed', async () => {
    const whole = await rows()
    await fc.assert(
      fc.asyncProperty(place, place, async (one, other) => {
        fc.pre(one !== other)
        const swapped = structuredClone(whole)
        const [first, second] = [swapped[one] as Row, swapped[other] as Row]
        ;[first.number, second.number] = [second.number, first.number]
        await writeRows(swapped)
        expect((await verifyChain(db())).broken).toBeDefined()
      }),
      { numRuns: 30 },
    )
  })

  it('inserts none, within or at the end, not even one whose own hash is right', async () => {
    const whole = await rows()
    await add('后来的')
    const [last] = (await rows()).slice(-1)
    for (let at = 0; at <= LINKS; at++) {
      const moved = { ...(last as Row), number: 0 }
      const inserted = whole.toSpliced(at, 0, moved).map((row, index) => ({ ...row, number: index + 1 }))
      await writeRows(inserted)
      const { broken } = await verifyChain(db())
      // At the very end it is the link that was really written there.
      if (at === LINKS) expect(broken).toBeUndefined()
      else expect(broken).toBeDefined()
    }
  })

  it('cuts off the end, and what is appended afterwards does not cover it up', async () => {
    const whole = await rows()
    await writeRows(whole.slice(0, 4))
    await add('接着写')
    expect((await verifyChain(db())).broken).toEqual({ number: 7, why: '第 5 至 6 条不见了' })
  })

  it('empties the whole record', async () => {
    await db().deleteFrom('editorial_event').execute()
    expect((await verifyChain(db())).broken).toEqual({ number: 1, why: `末尾少了 ${LINKS} 条` })
  })
})
