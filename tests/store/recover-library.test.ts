import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { drivers, policyDocument, type Store, storeOver, temporaryFolder } from './temporary-library.ts'

const NOW = new Date('2026-11-21T08:00:00Z')

/** A library that holds one policy, a backup of it, and one more policy since. */
async function library(store: Store) {
  const paths = store.libraryPaths(temporaryFolder())
  mkdirSync(paths.backups)
  const { db, connection, close } = store.openLibraryForWriting(paths.database, NOW)
  await store.recordDocuments(db, [policyDocument('备份里有的办法')], NOW)
  const backup = path.join(paths.backups, 'library-2026-11-20T080000Z.db')
  store.copyDatabase(connection, backup)
  await store.recordDocuments(db, [policyDocument('后来的办法')], NOW)
  await close()
  return { paths, backup }
}

function titles(store: Store, file: string): string[] {
  const connection = store.openSqlite(file, { readOnly: true })
  const rows = connection.prepare('SELECT title FROM item ORDER BY title').all([]) as { title: string }[]
  connection.close()
  return rows.map((row) => row.title)
}

/** Overwrites the middle of a file. */
function damage(file: string): void {
  const bytes = readFileSync(file)
  bytes.fill(0x5a, 4096, Math.min(bytes.length, 40_000))
  writeFileSync(file, bytes)
}

describe.each(drivers)('copies and recovery over %s', (driver) => {
  it('a backup is the library of one moment, in one file that needs no WAL', async () => {
    const store = await storeOver(driver)
    const { paths, backup } = await library(store)
    expect(titles(store, backup)).toEqual(['备份里有的办法'])
    expect(readdirSync(paths.backups)).toEqual([path.basename(backup)])
    expect(() => store.requireSoundCopy(backup)).not.toThrow()
  })

  it('a damaged library is not copied over a good backup', async () => {
    const store = await storeOver(driver)
    const { paths, backup } = await library(store)
    const before = readFileSync(backup)
    const bytes = readFileSync(paths.database)
    bytes.fill(0x5a, 4096 * 6, 4096 * 12)
    writeFileSync(paths.database, bytes)
    const connection = store.openSqlite(paths.database)
    expect(() => store.copyDatabase(connection, backup)).toThrow()
    connection.close()
    expect(readFileSync(backup).equals(before)).toBe(true)
    expect(readdirSync(paths.backups)).toEqual([path.basename(backup)])
  })

  it.each([
    ['flipped bytes', damage],
    ['a cut end', (file: string) => truncateSync(file, 20_000)],
    ['another content', (file: string) => writeFileSync(file, 'not a database'.repeat(1000))],
  ])('%s in library.db are noticed at opening', async (_name, harm) => {
    const store = await storeOver(driver)
    const { paths } = await library(store)
    harm(paths.database)
    expect(() => store.openLibraryForWriting(paths.database, NOW)).toThrow(/已损坏|malformed|not a database|disk image/)
  })

  it('the newest sound backup takes the place of a damaged library, which is kept', async () => {
    const store = await storeOver(driver)
    const { paths, backup } = await library(store)
    const newer = path.join(paths.backups, 'library-2026-11-21T070000Z.db')
    writeFileSync(newer, readFileSync(backup).subarray(0, 30_000))
    writeFileSync(path.join(paths.backups, 'library-2026-11-21T075900Z.db'), '')
    damage(paths.database)
    const damaged = readFileSync(paths.database)
    writeFileSync(paths.searchDatabase, 'an index of what was')
    const recovery = await store.recoverDamagedLibrary(paths, NOW)
    expect(recovery).toEqual({
      restored: path.basename(backup),
      keptAside: path.join('damaged', '2026-11-21T08-00-00-000Z'),
    })
    expect(titles(store, paths.database)).toEqual(['备份里有的办法'])
    expect(readFileSync(path.join(paths.root, recovery.keptAside, 'library.db')).equals(damaged)).toBe(true)
    expect(existsSync(paths.searchDatabase)).toBe(false)
  })

  it('without a backup the damaged library is kept and its place is free', async () => {
    const store = await storeOver(driver)
    const { paths } = await library(store)
    rmSync(paths.backups, { recursive: true })
    damage(paths.database)
    const recovery = await store.recoverDamagedLibrary(paths, NOW)
    expect(recovery.restored).toBeUndefined()
    expect(existsSync(paths.database)).toBe(false)
    expect(existsSync(path.join(paths.root, recovery.keptAside, 'library.db'))).toBe(true)
  })

  it('a library that vanished or was emptied while its backups are there counts as lost, a new one does not', async () => {
    const store = await storeOver(driver)
    const { paths } = await library(store)
    expect(await store.isLibraryLost(paths)).toBe(false)
    truncateSync(paths.database)
    expect(await store.isLibraryLost(paths)).toBe(true)
    rmSync(paths.database)
    expect(await store.isLibraryLost(paths)).toBe(true)
    expect(await store.isLibraryLost(store.libraryPaths(temporaryFolder()))).toBe(false)
  })

  it('what waited to be done when a backup was made is not done after it is restored', async () => {
    const store = await storeOver(driver)
    const { paths, backup } = await library(store)
    const connection = store.openSqlite(backup)
    connection.exec(
      `INSERT INTO job VALUES ('a', 'export', 'queued', '{}', '{}', NULL, NULL, '2026', NULL),
                              ('b', 'import', 'done', '{}', '{}', NULL, NULL, '2026', '2026')`,
    )
    connection.close()
    await store.replaceLibrary(paths, backup, NOW)
    const restored = store.openSqlite(paths.database, { readOnly: true })
    expect(restored.prepare('SELECT id FROM job').all([])).toEqual([{ id: 'b' }])
    restored.close()
  })

  it('a backup of a newer version, a damaged one and one that is no library are refused', async () => {
    const store = await storeOver(driver)
    const { backup } = await library(store)
    const connection = store.openSqlite(backup)
    connection.prepare('INSERT INTO migration VALUES (?, ?)').run(['9999-later', NOW.toISOString()])
    connection.close()
    expect(() => store.requireSoundCopy(backup)).toThrow(expect.objectContaining({ code: 'LIBRARY_TOO_NEW' }))
    for (const content of [Buffer.alloc(0), Buffer.from('x'.repeat(9000)), readFileSync(backup).subarray(0, 20_000)]) {
      writeFileSync(backup, content)
      expect(() => store.requireSoundCopy(backup)).toThrow(expect.objectContaining({ code: 'DATABASE_DAMAGED' }))
    }
  })
})
