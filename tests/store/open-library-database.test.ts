import { copyFileSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { drivers, policyDocument, storeOver, temporaryFolder } from './temporary-library.ts'

const NOW = new Date('2026-11-21T08:00:00Z')

describe.each(drivers)('library.db over %s', (driver) => {
  it('is written through a WAL, and a commit waits for the disk', async () => {
    const store = await storeOver(driver)
    const library = store.openLibraryForWriting(path.join(temporaryFolder(), 'library.db'), NOW)
    expect(library.connection.driver).toBe(driver)
    expect(library.connection.prepare('PRAGMA journal_mode').get([])).toEqual({ journal_mode: 'wal' })
    // 2 is FULL: the WAL is synced before a commit returns.
    expect(library.connection.prepare('PRAGMA synchronous').get([])).toEqual({ synchronous: 2 })
    expect(library.connection.prepare('PRAGMA foreign_keys').get([])).toEqual({ foreign_keys: 1 })
    await library.close()
  })

  it('a reader sees what the writer commits, and cannot write itself', async () => {
    const store = await storeOver(driver)
    const file = path.join(temporaryFolder(), 'library.db')
    const writer = store.openLibraryForWriting(file, NOW)
    const reader = store.openLibraryForReading(file)
    const [outcome] = await store.recordDocuments(writer.db, [policyDocument('试行办法')], NOW)
    expect(outcome?.outcome).toBe('imported')
    expect((await store.findItem(reader.db, outcome?.itemId ?? ''))?.title).toBe('试行办法')
    expect(() => reader.connection.exec('DELETE FROM item')).toThrow(/readonly|read-only/)
    await reader.close()
    await writer.close()
  })

  it('a batch that fails in the middle leaves nothing of itself', async () => {
    const store = await storeOver(driver)
    const library = store.openLibraryForWriting(path.join(temporaryFolder(), 'library.db'), NOW)
    const broken = { ...policyDocument('第二份'), source: null as unknown as string }
    await expect(store.recordDocuments(library.db, [policyDocument('第一份'), broken], NOW)).rejects.toThrow(/NOT NULL/)
    expect(library.connection.prepare('SELECT count(*) AS n FROM item').get([])).toEqual({ n: 0 })
    await store.recordDocuments(library.db, [policyDocument('第一份')], NOW)
    expect(library.connection.prepare('SELECT count(*) AS n FROM item').get([])).toEqual({ n: 1 })
    await library.close()
  })

  it('values come back as they went in: text beyond the BMP, blobs, whole numbers, nothing', async () => {
    const store = await storeOver(driver)
    const connection = store.openSqlite(path.join(temporaryFolder(), 'any.db'))
    connection.exec('CREATE TABLE t (a, b, c, d)')
    const { changes, lastInsertRowid } = connection
      .prepare('INSERT INTO t VALUES (?, ?, ?, ?)')
      .run(['𠮷野家\u0000后', new Uint8Array([0, 255]), 2 ** 40, null])
    expect([Number(changes), Number(lastInsertRowid)]).toEqual([1, 1])
    const row = connection.prepare('SELECT a, b, c, d FROM t').get([]) as { a: string; b: Uint8Array }
    expect(row).toMatchObject({ a: '𠮷野家\u0000后', c: 2 ** 40, d: null })
    expect([...row.b]).toEqual([0, 255])
    expect(connection.prepare('SELECT a FROM t').reader).toBe(true)
    expect(connection.prepare('DELETE FROM t').reader).toBe(false)
    connection.close()
    connection.close()
  })

  it('opens an immutable file without leaving anything beside it', async () => {
    const store = await storeOver(driver)
    const folder = temporaryFolder()
    const library = store.openLibraryForWriting(path.join(folder, 'library.db'), NOW)
    await store.recordDocuments(library.db, [policyDocument('试行办法')], NOW)
    await library.close()
    const copy = path.join(temporaryFolder(), '试行#1?.db')
    copyFileSync(path.join(folder, 'library.db'), copy)
    const before = readFileSync(copy)
    const reader = store.openLibraryForReading(copy, { immutable: true })
    expect(reader.connection.prepare('SELECT title FROM item').all([])).toEqual([{ title: '试行办法' }])
    await reader.close()
    expect(readFileSync(copy).equals(before)).toBe(true)
  })

  it('both drivers read what the other wrote', async () => {
    const file = path.join(temporaryFolder(), 'library.db')
    const store = await storeOver(driver)
    const writer = store.openLibraryForWriting(file, NOW)
    await store.recordDocuments(writer.db, [policyDocument('试行办法')], NOW)
    await writer.close()
    const other = await storeOver(driver === 'node:sqlite' ? 'better-sqlite3' : 'node:sqlite')
    const reader = other.openLibraryForReading(file)
    expect(reader.connection.driver).not.toBe(driver)
    expect(reader.connection.prepare('SELECT title FROM item').all([])).toEqual([{ title: '试行办法' }])
    await reader.close()
  })
})
