// A process that does one thing to a library, for a parent that kills it meanwhile:
// `storage-child.ts LIBRARY import SOURCES ACKNOWLEDGED`, `… backup`, `… restore NAME`, `… export DIR`,
// `… trust DIR`, `… update DIR`, `… roll-back CHANNEL VERSION`.
import { closeSync, fsyncSync, openSync, readdirSync, writeSync } from 'node:fs'
import path from 'node:path'
import { importFiles } from '../../library/importing/import-files.ts'
import { createReaderPool } from '../../library/importing/readers/reader-pool.ts'
import type { LibrarySession } from '../../library/service/library-session.ts'
import { openLibrarySession } from '../../library/service/library-session.ts'
import { restoreBackup } from '../../library/service/restore-backup.ts'
import { spawnReadersHere } from '../../library/service/spawn-readers.ts'
import { inspectSource, keepRoot } from '../../library/updates/trust-channel.ts'

const [root = '', task = '', first = '', second = ''] = process.argv.slice(2)
const context = { signal: new AbortController().signal, report: () => {} }

/** Imports each folder of `sources` and writes down, durably, what was acknowledged. */
async function importAll(session: LibrarySession, sources: string, record: string): Promise<void> {
  const acknowledged = openSync(record, 'a')
  for (const name of readdirSync(sources).sort()) {
    await importFiles(
      { paths: [path.join(sources, name)], kind: 'policy', activity: 'import', uploaded: false },
      {
        db: session.access.db,
        blobs: session.access.blobs,
        openReaders: () => createReaderPool({ size: 1, spawn: spawnReadersHere() }),
        async record(documents) {
          const outcomes = await session.writer.recordDocuments(documents)
          for (const { content } of documents) writeSync(acknowledged, `${content.title}\n`)
          fsyncSync(acknowledged)
          await session.catchUpIndex()
          return outcomes
        },
      },
      context,
    )
  }
  closeSync(acknowledged)
}

const session = await openLibrarySession({ root, spawnReader: spawnReadersHere() })
const begins: unknown = Reflect.get(globalThis, 'storageWorkBegins')
if (typeof begins === 'function') begins()
process.stdout.write('open\n')
switch (task) {
  case 'import':
    await importAll(session, first, second)
    break
  case 'backup':
    await session.jobs.start('backup', {})
    await session.jobs.idle()
    break
  case 'restore':
    await restoreBackup(session, first)
    break
  case 'export':
    await session.jobs.start('export', { directory: first })
    await session.jobs.idle()
    break
  case 'trust': {
    const { fingerprint } = await inspectSource(first, session.paths.channels, async () => undefined)
    await session.writer.trustChannel(await keepRoot(first, { fingerprint: fingerprint.hex }, session.paths.channels))
    break
  }
  case 'update':
    await session.jobs.start('update', { from: first })
    await session.jobs.idle()
    break
  case 'roll-back':
    await session.jobs.start('roll-back', { channel: first, version: Number(second) })
    await session.jobs.idle()
    break
}
await session.close()
process.stdout.write('done\n')
