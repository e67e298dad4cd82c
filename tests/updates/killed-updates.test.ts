import { cpSync, existsSync, readdirSync, utimesSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findUnfinishedJobs } from '../../library/jobs/jobs.repository.ts'
import { answerPassages } from '../../library/search/search-answer.ts'
import { type LibrarySession, openLibrarySession } from '../../library/service/library-session.ts'
import { spawnReadersHere } from '../../library/service/spawn-readers.ts'
import { countCalls, type Death, runKilled, spread } from '../service/killed-process.ts'
import { closeOnce } from '../service/running-service.ts'
import { temporaryFolder } from '../store/temporary-library.ts'
import { type Receiver, startReceiver } from './receiver.ts'
import { CHANNEL, createTwoVersions, wholeVersion } from './two-versions.ts'

const findIn =
  ({ access }: LibrarySession) =>
  async (words: string) =>
    answerPassages(access.search, `"${words}"`, {}, { limit: 20, explain: false, similarityOf: undefined })
      .hits.filter(({ snippet }) => snippet.includes(words))
      .map(({ title }) => title)

/** The version a library holds wholly, after checking that it is sound. */
async function survey(session: LibrarySession): Promise<number | null> {
  expect(session.recovery).toBeUndefined()
  expect(await session.writer.findDamage()).toBeUndefined()
  await session.catchUpIndex()
  return wholeVersion(session.access, session.paths.channels, findIn(session))
}

/**
 * Opens what a death left, as the next start does, looks at it before the job that died goes on, then lets that job end
 * and another of the kind come after it.
 * @returns the version before and after
 */
async function mend(root: string, type: 'update' | 'roll-back', parameters: unknown): Promise<(number | null)[]> {
  const session = await openLibrarySession({ root, spawnReader: spawnReadersHere(), resumeJobs: false })
  try {
    const left = await survey(session)
    await session.jobs.resume(await findUnfinishedJobs(session.access.db))
    await session.jobs.idle()
    await session.jobs.start(type, parameters)
    await session.jobs.idle()
    return [left, await survey(session)]
  } finally {
    await session.close()
  }
}

describe('killed before chosen calls to the disk', () => {
  let repository = ''
  /** Libraries: one that trusts nobody, one that trusts, one with each version. */
  const templates = { empty: '', trusting: '', first: '', second: '' }
  beforeAll(async () => {
    repository = temporaryFolder(afterAll)
    const channel = createTwoVersions(repository)
    const root = temporaryFolder(afterAll)
    const steps: [keyof typeof templates, (receiver: Receiver) => Promise<unknown>][] = [
      ['empty', async () => channel.publishVersion(1)],
      ['trusting', (receiver) => receiver.trust(repository)],
      ['first', (receiver) => receiver.apply(repository)],
      [
        'second',
        (receiver) => {
          channel.publishVersion(2)
          return receiver.apply(repository)
        },
      ],
    ]
    for (const [name, step] of steps) {
      const receiver = await startReceiver(root, afterAll)
      await step(receiver)
      await closeOnce(receiver.service)
      templates[name] = temporaryFolder(afterAll)
      cpSync(root, templates[name], { recursive: true })
    }
  }, 60_000)
  const copyOf = (name: keyof typeof templates) => {
    const root = temporaryFolder()
    cpSync(templates[name], root, { recursive: true })
    return root
  }

  /** Kills a task before calls to the disk, and tells what was there afterwards. */
  async function killSpread(
    template: keyof typeof templates,
    task: readonly string[],
    count: { readonly main: number; readonly writer: number },
    after: (root: string, about: string) => Promise<void>,
  ): Promise<void> {
    const calls = await countCalls([copyOf(template), ...task])
    const deaths: Death[] = [
      ...spread(calls.main.begun + 1, calls.main.calls, count.main).map((call) => ({ thread: 'main' as const, call })),
      // What the writer does while it opens is the same for every task, and tested with imports.
      ...spread(Math.round(calls.writer.calls / 3), calls.writer.calls, count.writer).map((call) => ({
        thread: 'writer' as const,
        call,
      })),
    ]
    for (const death of deaths) {
      const root = copyOf(template)
      await runKilled([root, ...task], death)
      await after(root, JSON.stringify(death))
    }
  }

  it('an update leaves the old or the new version, whole; the next start completes it', {
    timeout: 120_000,
  }, async () => {
    const seen = new Set<number | null>()
    await killSpread('first', ['update', repository], { main: 5, writer: 7 }, async (root, about) => {
      const [version = null, mended] = await mend(root, 'update', { from: repository })
      expect([1, 2], about).toContain(version)
      seen.add(version)
      expect(mended, about).toBe(2)
      expect(readdirSync(path.join(root, 'channels', CHANNEL)), about).toHaveLength(1)
    })
    expect(seen).toEqual(new Set([1, 2]))
  })

  it('a first installation leaves nothing or all of it', { timeout: 120_000 }, async () => {
    const seen = new Set<number | null>()
    await killSpread('trusting', ['update', repository], { main: 1, writer: 8 }, async (root, about) => {
      const [version = null, mended] = await mend(root, 'update', { from: repository })
      expect([null, 2], about).toContain(version)
      seen.add(version)
      expect(mended, about).toBe(2)
    })
    expect(seen).toEqual(new Set([null, 2]))
  })

  it('going back leaves one of both versions, whole', { timeout: 120_000 }, async () => {
    const seen = new Set<number | null>()
    await killSpread('second', ['roll-back', CHANNEL, '1'], { main: 1, writer: 6 }, async (root, about) => {
      const [version = null, mended] = await mend(root, 'roll-back', { channel: CHANNEL, version: 1 })
      expect([1, 2], about).toContain(version)
      seen.add(version)
      expect(mended, about).toBe(1)
    })
    expect(seen).toEqual(new Set([1, 2]))
  })

  it('first trust is given or not; it can be given again, and the update comes', { timeout: 120_000 }, async () => {
    await killSpread('empty', ['trust', repository], { main: 4, writer: 2 }, async (root, about) => {
      const receiver = await startReceiver(root)
      const channels = await receiver.get<unknown[]>('/api/channels')
      // What the dead process left is cleared away when it is an hour old.
      const left = path.join(root, 'channels')
      if (existsSync(left)) for (const name of readdirSync(left)) utimesSync(path.join(left, name), 0, 0)
      if (channels.length === 0) await receiver.trust(repository)
      expect(await receiver.apply(repository), about).toMatchObject({ version: 2 })
      expect(await survey(receiver.service.session), about).toBe(2)
      await closeOnce(receiver.service)
      expect(readdirSync(path.join(root, 'channels')), about).toEqual([CHANNEL])
    })
  })
})
