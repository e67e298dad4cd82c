import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  type BackupFile,
  backupName,
  backupsToDelete,
  isBackupDue,
  listBackups,
  pruneBackups,
  requireBackup,
} from '../../library/store/backups.ts'
import { temporaryFolder } from './temporary-library.ts'

const DAY = 24 * 3600 * 1000
const backupAt = (at: number): BackupFile => {
  const date = new Date(at)
  return { name: backupName(date), createdAt: date.toISOString(), bytes: 1 }
}
const newestFirst = (backups: BackupFile[]) => backups.sort((a, b) => b.createdAt.localeCompare(a.createdAt))
const monday = (iso: string) => {
  const day = new Date(iso)
  return Math.floor((day.getTime() / DAY + 3) / 7)
}

/** A small generator with a seed, so that a failure can be repeated. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
}

describe('which backups are kept', () => {
  it('of a year of daily ones: the last 7 days, and the newest of each of the last 4 weeks', () => {
    const start = Date.parse('2026-01-01T06:00:00Z')
    const backups = newestFirst(Array.from({ length: 365 }, (_, day) => backupAt(start + day * DAY)))
    const deleted = new Set(backupsToDelete(backups))
    const kept = backups.filter((backup) => !deleted.has(backup)).map((backup) => backup.createdAt.slice(0, 10))
    // 2026-12-31 is a Thursday: the weeks before it end on the Sundays 27th, 20th and 13th.
    expect(kept).toEqual([
      '2026-12-31',
      '2026-12-30',
      '2026-12-29',
      '2026-12-28',
      '2026-12-27',
      '2026-12-26',
      '2026-12-25',
      '2026-12-20',
      '2026-12-13',
    ])
  })

  it('of several on one day, the latest five; later in that week the last', () => {
    const noon = Date.parse('2026-11-17T12:00:00Z')
    const several = newestFirst(Array.from({ length: 6 }, (_, hour) => backupAt(noon + hour * 3_600_000)))
    expect(backupsToDelete(several)).toEqual(several.slice(-1))
    const days = newestFirst([1, 2, 3, 4].map((day) => backupAt(noon + day * DAY)))
    expect(backupsToDelete([...days, ...several])).toEqual(several.slice(1))
  })

  it('whatever the dates: the newest always, never more than 15, one for each of 7 days and 4 weeks that have any', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const next = random(seed)
      const count = Math.floor(next() * 60)
      const times = new Set(Array.from({ length: count }, () => Math.floor(next() * 400) * (DAY / 2)))
      const backups = newestFirst([...times].map((time) => backupAt(Date.parse('2025-03-01T02:00:00Z') + time)))
      const deleted = new Set(backupsToDelete(backups))
      const kept = backups.filter((backup) => !deleted.has(backup))
      expect(kept.length, `seed ${seed}`).toBeLessThanOrEqual(15)
      expect(kept[0]).toBe(backups[0])
      const days = [...new Set(backups.map((backup) => backup.createdAt.slice(0, 10)))].slice(0, 7)
      const weeks = [...new Set(backups.map((backup) => monday(backup.createdAt)))].slice(0, 4)
      expect(kept.map((backup) => backup.createdAt.slice(0, 10))).toEqual(expect.arrayContaining(days))
      expect(kept.map((backup) => monday(backup.createdAt))).toEqual(expect.arrayContaining(weeks))
    }
  })

  it('a kept set stays kept as the days go on, until it is too old', () => {
    let backups: BackupFile[] = []
    for (let day = 0; day < 120; day++) {
      backups = newestFirst([...backups, backupAt(Date.parse('2026-01-01T06:00:00Z') + day * DAY)])
      const deleted = new Set(backupsToDelete(backups))
      backups = backups.filter((backup) => !deleted.has(backup))
    }
    const ages = backups.map((backup) => (Date.parse('2026-04-30T06:00:00Z') - Date.parse(backup.createdAt)) / DAY)
    expect(ages.filter((age) => age < 7)).toHaveLength(7)
    expect(Math.max(...ages)).toBeGreaterThanOrEqual(18)
  })
})

describe('a folder of backups', () => {
  const fill = (names: string[]) => {
    const folder = path.join(temporaryFolder(), 'backups')
    mkdirSync(folder)
    for (const name of names) writeFileSync(path.join(folder, name), 'x')
    return folder
  }

  it('is listed newest first, and other files in it are none of ours', async () => {
    const folder = fill(['library-2026-11-20T080000Z.db', 'library-2026-11-21T080000Z.db', '我的备份.db', 'library.db'])
    expect((await listBackups(folder)).map((backup) => backup.name)).toEqual([
      'library-2026-11-21T080000Z.db',
      'library-2026-11-20T080000Z.db',
    ])
    expect(await listBackups(path.join(folder, 'none'))).toEqual([])
  })

  it('loses old ones and halves that a crash left, and nothing else', async () => {
    const folder = fill([
      'library-2026-11-21T080000Z.db',
      ...Array.from({ length: 5 }, (_, hour) => `library-2026-11-21T0${hour}0000Z.db`),
      'library-2026-11-19T080000Z.db.tmp',
      'library-2026-11-19T080000Z.db.tmp-journal',
      '我的备份.db',
    ])
    await pruneBackups(folder)
    const left = readdirSync(folder).sort()
    expect(left).toEqual([
      ...Array.from({ length: 4 }, (_, hour) => `library-2026-11-21T0${hour + 1}0000Z.db`),
      'library-2026-11-21T080000Z.db',
      '我的备份.db',
    ])
  })

  it('is due for another once a day', async () => {
    const folder = fill(['library-2026-11-20T230000Z.db'])
    expect(await isBackupDue(folder, new Date('2026-11-20T23:59:59Z'))).toBe(false)
    expect(await isBackupDue(folder, new Date('2026-11-21T00:00:00Z'))).toBe(true)
    expect(await isBackupDue(path.join(folder, 'none'), new Date())).toBe(true)
  })

  it.each(['../library.db', 'library-2026-11-20T080000Z.db/../../x', '', 'library-2026-11-20T080000Z.db\0'])(
    'knows no backup called %j',
    async (name) => {
      const folder = fill(['library-2026-11-20T080000Z.db'])
      await expect(requireBackup(folder, name)).rejects.toMatchObject({ code: 'BACKUP_NOT_FOUND' })
    },
  )
})
