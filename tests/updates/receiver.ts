import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { JobView } from '../../library/jobs/job-view.ts'
import type { RunningService } from '../../library/service/run-service.ts'
import type { AppliedUpdate, ChannelView, TrustOffer, UpdateOffer } from '../../library/updates/update-view.ts'
import { ask, ended, importPaths, startService } from '../service/running-service.ts'
import { temporaryFolder } from '../store/temporary-library.ts'

/** A library that receives channels, asked over its own routes. */
export async function startReceiver(
  root = temporaryFolder(),
  atEnd?: (close: () => Promise<void>) => void,
  shell: 'command' | 'browser' = 'command',
) {
  const service = await startService(root, { shell, ...(atEnd && { atEnd }) })
  const job = async <T>(path: string, body: unknown): Promise<T> => {
    const { id } = await ask<JobView>(service, 'POST', path, body)
    const last = await ended(service, id)
    if (last.state !== 'done') throw Object.assign(new Error(last.error?.message), { code: last.error?.code })
    return last.result as T
  }
  return {
    service,
    root,
    get: <T>(path: string) => ask<T>(service, 'GET', path),
    send: <T>(method: string, path: string, body?: unknown) => ask<T>(service, method, path, body),
    async trust(from: string): Promise<ChannelView> {
      const { fingerprint } = await ask<TrustOffer>(service, 'POST', '/api/channels/inspect', { from })
      return ask<ChannelView>(service, 'POST', '/api/channels', { from, fingerprint: fingerprint.hex })
    },
    check: (from: string) => job<UpdateOffer>('/api/updates/check', { from }),
    apply: (from: string, version?: number) => job<AppliedUpdate>('/api/updates/apply', { from, version }),
    rollBack: (channel: string, version: number) =>
      job<AppliedUpdate>(`/api/channels/${channel}/roll-back`, { version }),
    job,
    /** Titles found by words. */
    async find(words: string): Promise<string[]> {
      const { hits } = await ask<{ hits: { title: string; snippet: string }[] }>(
        service,
        'GET',
        `/api/passages?q=${encodeURIComponent(`"${words}"`)}`,
      )
      // What is only near to the words does not count here.
      return hits.filter(({ snippet }) => snippet.includes(words)).map(({ title }) => title)
    },
    importText: (name: string, text: string) => importText(service, root, name, text),
  }
}

export type Receiver = Awaited<ReturnType<typeof startReceiver>>

async function importText(service: RunningService, root: string, name: string, text: string): Promise<void> {
  const folder = path.join(root, '..', `${path.basename(root)}-files`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, name), text)
  const done = await importPaths(service, [path.join(folder, name)])
  if (done.state !== 'done') throw new Error(done.error?.message)
}
