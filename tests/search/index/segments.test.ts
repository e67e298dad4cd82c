import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openPassageIndex } from '../../../library/search/index/open-passage-index.ts'
import { guardIndex, IndexDamagedError } from '../../../library/search/index-connection.ts'
import { openSqlite } from '../../../library/store/open-sqlite.ts'
import { inTransaction, type SqliteConnection } from '../../../library/store/sqlite-connection.ts'
import { openSmallIndex, revisionOf, type SmallIndex } from './small-index.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'xinhuo-index-'))
  file = path.join(folder, 'search.db')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const count = (connection: SqliteConnection, table: string) =>
  (connection.prepare(`SELECT count(*) AS n FROM ${table}`).get([]) as { n: number }).n
const all = (index: { documents: readonly unknown[] }) => new Uint8Array(index.documents.length).fill(1)

describe('a reader on a connection of its own', () => {
  it('sees what was committed after it refreshes, never a half, and keeps one state within a transaction', () => {
    const small = openSmallIndex(undefined, file)
    small.connection.exec('PRAGMA journal_mode = WAL')
    small.add({ itemId: 'a', texts: ['宅基地'] })
    const connection = guardIndex(openSqlite(file, { readOnly: true }))
    const index = openPassageIndex(connection)
    const find = () => index.matchAll([[{ text: '宅基地' }]], [], all(index)).passages.length
    index.refresh()
    const { version } = index
    expect(find()).toBe(1)
    connection.exec('BEGIN')
    index.refresh()
    small.connection.exec('BEGIN IMMEDIATE')
    small.writer.remove('a')
    small.writer.add(revisionOf({ itemId: 'b', texts: ['宅基地', '宅基地'] }))
    small.writer.flush()
    index.refresh()
    expect(find()).toBe(1)
    small.connection.exec('COMMIT')
    index.refresh()
    expect(find()).toBe(1)
    expect(index.passage(0).text).toBe('宅基地')
    connection.exec('COMMIT')
    index.refresh()
    expect(find()).toBe(2)
    expect(index.version).toBeGreaterThan(version)
    expect(index.documents.map(({ itemId }) => itemId)).toEqual(['b'])
    connection.close()
    small.connection.close()
  })

  it('follows merging', () => {
    const small = openSmallIndex(undefined, file)
    const connection = guardIndex(openSqlite(file, { readOnly: true }))
    const index = openPassageIndex(connection)
    for (let i = 0; i < 20; i++) {
      small.add({ itemId: `item ${i}`, texts: ['宅基地', `第${i}段`] })
      index.refresh()
    }
    small.merge()
    index.refresh()
    const { passages } = index.matchAll([[{ text: '宅基地' }]], [], all(index))
    const names = [...passages].map((passage) => index.documents[index.ordinalOf(passage)]?.itemId)
    expect(new Set(names).size).toBe(20)
    for (const [ordinal, document] of index.documents.entries()) {
      const texts = [...index.passagesOf(ordinal)].map((passage) => index.passage(passage).text)
      expect(texts).toEqual(['宅基地', `第${document.itemId.slice(5)}段`])
    }
    connection.close()
    small.connection.close()
  })
})

describe('segments', () => {
  it('stay few, however many were written one by one', () => {
    const small = openSmallIndex()
    for (let i = 0; i < 200; i++) {
      small.add({ itemId: `item ${i}`, texts: ['宅基地'] })
      small.write((writer) => void writer.mergeStep())
    }
    expect(count(small.connection, 'segment')).toBeLessThan(16)
    expect(small.find('宅基地')).toHaveLength(200)
  })

  it('of what was removed are cleared away', () => {
    const small = openSmallIndex()
    small.add({ itemId: 'a', texts: ['宅基地'] })
    small.write((writer) => writer.remove('a'))
    small.merge()
    for (const table of ['segment', 'posting_block', 'long_list', 'passage', 'document'])
      expect(count(small.connection, table), table).toBe(0)
  })

  it('hold documents of any length, part by part', () => {
    const small = openSmallIndex()
    const texts = Array.from({ length: 70_000 }, (_, i) => (i % 1000 === 0 ? '宅基地' : '其他'))
    small.add({ itemId: 'before', texts: ['开头'] }, { itemId: 'long', title: '长文', texts })
    expect(small.find('宅基地')).toHaveLength(70)
    expect(small.find('长文')).toHaveLength(70_000)
    expect(small.index.passagesOf(1)).toHaveLength(70_000)
    const [title] = small.index.scoreOf([{ token: '长文', weight: 1 }], small.index.passagesOf(1).subarray(69_999))
    small.write((writer) => writer.remove('before'))
    small.merge()
    expect(small.find('长文', '宅基地')).toHaveLength(70)
    expect(title).toBeGreaterThan(0)
    expect(small.index.passage(small.index.passagesOf(0)[69_000] as number).text).toBe('宅基地')
  })

  it('of a rolled-back transaction leave nothing behind', () => {
    const small = openSmallIndex()
    expect(() =>
      inTransaction(small.connection, () => {
        small.writer.add(revisionOf({ itemId: 'a', texts: ['宅基地'] }))
        small.writer.flush()
        throw new Error('stop')
      }),
    ).toThrow('stop')
    expect(count(small.connection, 'segment')).toBe(0)
  })
})

describe('damage', () => {
  const spoil: [string, string][] = [
    ['a list', "UPDATE posting_block SET data = x'0102'"],
    ['a missing list', 'DELETE FROM posting_block'],
    ['a row of blocks', "UPDATE segment SET block_keys = x'01'"],
    ['a segment', "UPDATE segment SET parts = x'01'"],
    ['a passage', 'DELETE FROM passage'],
  ]
  const use = (index: SmallIndex['index']) => {
    index.refresh()
    const { passages } = index.matchAll([[{ text: '宅基地' }]], [], all(index))
    for (const passage of passages) index.passage(passage)
  }

  it.each(spoil)('of %s is told as such, and whoever listens hears of it', (_, sql) => {
    const small = openSmallIndex(undefined, file)
    small.add({ itemId: 'a', texts: ['宅基地'] })
    small.connection.exec(sql)
    small.connection.close()
    let heard = 0
    const connection = guardIndex(openSqlite(file), () => heard++)
    const index = openPassageIndex(connection)
    expect(() => use(index)).toThrow(IndexDamagedError)
    expect(heard).toBe(1)
    connection.close()
  })
})
