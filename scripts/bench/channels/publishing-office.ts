import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import type { ImportResult, JobView } from '../../../library/jobs/job-view.ts'
import type { PublishedChannel, PublishResult } from '../../../library/updates/publishing/publishing-view.ts'
import { type ServiceUnderTest, settled, startServiceUnderTest } from '../service-under-test.ts'

const holders = ['甲', '乙', '丙']
const passphrases = Object.fromEntries(
  ['root-1', 'root-2', 'root-3', 'targets-1', 'release-1'].map((key) => [key, `${key} 基准测试用的口令`]),
)
const CHANNEL = 'jizhun-pindao'

/** An office that publishes a channel, by the built service. */
export interface PublishingOffice {
  /** The channel's repository. */
  readonly repository: string
  /** Takes a folder of texts into the office's library. */
  take(texts: string): Promise<ImportResult>
  publish(): Promise<PublishResult>
  /** Bytes of the objects that came since the last time. */
  newObjects(): number
  readonly service: ServiceUnderTest
}

export async function startPublishingOffice(projectRoot: string, home: string): Promise<PublishingOffice> {
  const service = await startServiceUnderTest(projectRoot, path.join(home, 'library'))
  await settled(service)
  const directory = path.join(home, 'channel')
  const about = { id: CHANNEL, title: '基准频道', publisher: '基准内容办公室', holders, threshold: 2, passphrases }
  await service.post<PublishedChannel>('publishing', { directory, ...about })
  const choice = { queries: ['topic:基准'], items: [], excluded: [] }
  await service.put<PublishedChannel>(`publishing/${CHANNEL}/choice`, choice)
  const repository = path.join(directory, 'repository')
  const known = new Set<string>()
  const run = async <T>(route: string, body: unknown): Promise<T> => {
    const job = await service.finish(await service.post<JobView>(route, body))
    if (job.state !== 'done' || !job.result) throw new Error(`${route}: ${job.error?.message}`)
    return job.result as T
  }
  return {
    repository,
    service,
    take: (texts) => run('imports', { paths: [texts] }),
    publish: () => run(`publishing/${CHANNEL}/publish`, { stage: 'released', notes: '基准测试。', passphrases }),
    newObjects() {
      let bytes = 0
      const objects = path.join(repository, 'objects')
      for (const entry of readdirSync(objects, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || known.has(entry.name)) continue
        known.add(entry.name)
        bytes += statSync(path.join(entry.parentPath, entry.name)).size
      }
      return bytes
    },
  }
}
