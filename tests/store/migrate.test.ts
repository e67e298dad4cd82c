import { createHash } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { SqliteConnection } from '../../library/store/sqlite-connection.ts'
import { drivers, policyDocument, storeOver, temporaryFolder } from './temporary-library.ts'

const NOW = new Date('2026-11-21T08:00:00Z')
const tables = (connection: SqliteConnection) =>
  (connection.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all([]) as { name: string }[]).map(
    (row) => row.name,
  )
const digest = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

describe.each(drivers)('migrations over %s', (driver) => {
  it('make a new library, each once, and remember when', async () => {
    const store = await storeOver(driver)
    const connection = store.openSqlite(path.join(temporaryFolder(), 'library.db'))
    expect(store.migrate(connection, store.libraryMigrations, NOW)).toEqual(
      store.libraryMigrations.map((migration) => migration.name),
    )
    expect(store.migrate(connection, store.libraryMigrations, NOW)).toEqual([])
    expect(tables(connection)).toEqual(expect.arrayContaining(['item', 'revision', 'change', 'job', 'note']))
    expect(connection.prepare('SELECT applied_at FROM migration LIMIT 1').get([])).toEqual({
      applied_at: NOW.toISOString(),
    })
    connection.close()
  })

  it('an upgrade keeps what is there', async () => {
    const store = await storeOver(driver)
    const library = store.openLibraryForWriting(path.join(temporaryFolder(), 'library.db'), NOW)
    await store.recordDocuments(library.db, [policyDocument('试行办法')], NOW)
    const before = library.connection.prepare('SELECT * FROM revision').all([])
    const next = {
      name: '9001-themes',
      up: (connection: SqliteConnection) => connection.exec('ALTER TABLE item ADD COLUMN theme TEXT'),
    }
    expect(store.migrate(library.connection, [...store.libraryMigrations, next], NOW)).toEqual(['9001-themes'])
    expect(library.connection.prepare('SELECT * FROM revision').all([])).toEqual(before)
    expect(library.connection.prepare('SELECT title, theme FROM item').all([])).toEqual([
      { title: '试行办法', theme: null },
    ])
    await library.close()
  })

  it('a step that fails half-way leaves the shape of before, and can be tried again', async () => {
    const store = await storeOver(driver)
    const connection = store.openSqlite(path.join(temporaryFolder(), 'library.db'))
    store.migrate(connection, store.libraryMigrations, NOW)
    const failing = {
      name: '9001-half',
      up(target: SqliteConnection) {
        target.exec('CREATE TABLE half (id TEXT)')
        throw new Error('power cut')
      },
    }
    expect(() => store.migrate(connection, [...store.libraryMigrations, failing], NOW)).toThrow('power cut')
    expect(tables(connection)).not.toContain('half')
    const mended = { ...failing, up: (target: SqliteConnection) => target.exec('CREATE TABLE half (id TEXT)') }
    expect(store.migrate(connection, [...store.libraryMigrations, mended], NOW)).toEqual(['9001-half'])
    connection.close()
  })

  it('a library of a newer version is refused in plain words, for writing and for reading, and left untouched', async () => {
    const store = await storeOver(driver)
    const file = path.join(temporaryFolder(), 'library.db')
    const library = store.openLibraryForWriting(file, NOW)
    library.connection.prepare('INSERT INTO migration VALUES (?, ?)').run(['9999-later', NOW.toISOString()])
    await library.close()
    const before = digest(file)
    for (const open of [() => store.openLibraryForWriting(file, NOW), () => store.openLibraryForReading(file)]) {
      let refused: unknown
      try {
        open()
      } catch (error) {
        refused = error
      }
      expect(refused).toMatchObject({ code: 'LIBRARY_TOO_NEW', why: expect.stringContaining('9999-later') })
      expect((refused as Error).message).toContain('资料没有改动')
    }
    for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true })
    expect(digest(file)).toBe(before)
  })
})
