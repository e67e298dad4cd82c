// A process that makes two issues of a column and withdraws from it, for a parent that kills it meanwhile:
// `issues-child.ts LIBRARY ACKNOWLEDGED`.
import { appendFileSync } from 'node:fs'
import type { FeedEntry, FeedView } from '../../../library/feeds/feed-view.ts'
import { runService } from '../../../library/service/run-service.ts'
import { spawnReadersHere } from '../../../library/service/spawn-readers.ts'

const [root = '', acknowledged = ''] = process.argv.slice(2)
const service = await runService({ root, shell: 'command', spawnReader: spawnReadersHere() })

async function send<T>(method: string, path: string, body?: object): Promise<T> {
  const given = body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const response = await service.handle(new Request(`http://xinhuo/api${path}`, { method, ...given }))
  if (!response.ok) throw new Error(await response.text())
  return (await response.json()) as T
}

const say = (event: object) => appendFileSync(acknowledged, `${JSON.stringify(event)}\n`)
// Recorded in one piece, so that the calls that follow are the same each time.
await service.session.writer.recordDocuments(
  Array.from({ length: 13 }, (_, index) => ({
    location: `story\n${index}`,
    source: `${index}.md`,
    sourceSha256: '0'.repeat(64),
    content: {
      format: 1 as const,
      kind: 'story' as const,
      identifier: `gushi-${index}`,
      title: `第${index}段渠`,
      body: '## 做了什么\n\n修好了。',
    },
    blobs: [],
    activity: 'import' as const,
    starter: false,
  })),
)
await service.session.catchUpIndex()
const { id } = await send<FeedView>('POST', '/feeds', { title: '杀不掉的专栏', issueSize: 4 })
say({ id })
await send('POST', `/feeds/${id}/issues`, {})
say({ did: 'issue 1' })
const [entry] = await send<FeedEntry[]>('GET', `/feeds/${id}/entries`)
await send('POST', `/feeds/${id}/withdrawals`, { entryId: entry?.id, reason: '先撤下' })
say({ did: 'withdrawal' })
await send('POST', `/feeds/${id}/issues`, {})
say({ did: 'issue 2' })
say({ done: true })
await service.close()
