import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Logger } from 'pino'
import { readSettings } from '../settings/settings.repository.ts'
import { isBackupDue } from '../store/backups.ts'
import { takeDueSteps } from '../stories/process/due-steps.ts'
import { carryOutWaiting } from '../stories/slips/carry-out-waiting.ts'
import type { LibrarySession } from './library-session.ts'
import { installStarterContent } from './starter-content.ts'
import { writerOf } from './writer-of.ts'

const HOUR = 3600 * 1000

/**
 * What a running app does by itself: brings the index up to date, installs the starter content,
 * notices what came into force today, backs up once a day. Nothing of it leaves the machine.
 */
export function startMaintenance(session: LibrarySession, log: Logger): { stop(): void } {
  let stopped = false
  const attempt = async (name: string, work: () => Promise<unknown>) => {
    if (stopped) return
    try {
      await work()
    } catch (error) {
      // What fails because the service is closing is no failure, and the log is closed by then.
      if (!stopped) log.warn({ err: error }, `${name} failed`)
    }
  }
  const daily = async () => {
    await attempt('arranging due items', () => session.writer.arrangeDueItems())
    await attempt('taking due steps of stories', () =>
      takeDueSteps(session.access, writerOf(session), session.access.clock()),
    )
    await attempt('carrying out answers of reviewers', () => carryOutWaiting(session.access, writerOf(session)))
    // Also what a full disk had kept from the index.
    await attempt('catching up the index', () => session.catchUpIndex())
    await attempt('daily backup', async () => {
      const { dailyBackup } = await readSettings(session.access.db)
      if (dailyBackup && (await isBackupDue(session.paths.backups, session.access.clock()))) {
        await session.jobs.start('backup', {})
      }
    })
    await attempt('forgetting old jobs', () => session.writer.deleteOldJobs())
    await attempt('forgetting discarded forms', () => session.writer.purgeDiscardedForms())
    await attempt('forgetting discarded columns', () => session.writer.purgeDiscardedFeeds())
    await attempt('forgetting discarded stories', () => session.writer.purgeDiscardedStories())
    await attempt('forgetting discarded meetings', () => session.writer.purgeDiscardedMaterials())
  }
  void (async () => {
    await attempt('catching up the index', () => session.catchUpIndex())
    await attempt('installing the starter content', () => installStarterContent(session))
    await attempt('clearing old uploads', () => clearOldUploads(session))
    await attempt('clearing half-written blobs', () => session.access.blobs.clearHalves())
    await daily()
  })()
  const timer = setInterval(() => void daily(), HOUR)
  timer.unref()
  return {
    stop() {
      stopped = true
      clearInterval(timer)
    },
  }
}

/** Uploads whose job ended without deleting them. */
async function clearOldUploads(session: LibrarySession): Promise<void> {
  if (session.jobs.active().length > 0) return
  for (const name of await readdir(session.paths.incoming).catch(() => [] as string[])) {
    await rm(path.join(session.paths.incoming, name), { recursive: true, force: true })
  }
}
