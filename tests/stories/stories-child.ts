// A process that tells, changes and deletes stories, for a parent that kills it meanwhile: `stories-child.ts LIBRARY ACKNOWLEDGED`.
import { appendFileSync } from 'node:fs'
import { runService } from '../../library/service/run-service.ts'
import { spawnReadersHere } from '../../library/service/spawn-readers.ts'
import type { StoryView } from '../../library/stories/story-view.ts'

const [root = '', acknowledged = ''] = process.argv.slice(2)
const service = await runService({ root, shell: 'command', spawnReader: spawnReadersHere() })
const begins: unknown = Reflect.get(globalThis, 'storageWorkBegins')
if (typeof begins === 'function') begins()

async function send<T>(method: string, path: string, body: object = {}): Promise<T> {
  const headers = { 'content-type': 'application/json' }
  const response = await service.handle(
    new Request(`http://xinhuo/api/stories${path}`, { method, headers, body: JSON.stringify(body) }),
  )
  if (!response.ok) throw new Error(await response.text())
  return (await response.json()) as T
}

const say = (event: object) => appendFileSync(acknowledged, `${JSON.stringify(event)}\n`)
let last = ''
for (const title of ['修渠', '补路', '看灯']) {
  const told = await send<StoryView>('POST', '', { record: { title, themes: ['乡村振兴'] } })
  say({ told: told.id, sha256: told.recordSha256 })
  const record = { ...told.record, themes: ['民生服务'], policies: [{ title: '水法', provision: '第三条' }] }
  const changed = await send<StoryView>('PUT', `/${told.id}`, { record, read: told.recordSha256 })
  say({ changed: told.id, sha256: changed.recordSha256 })
  last = told.id
}
await send('DELETE', `/${last}`)
say({ deleted: last })
say({ done: true })
await service.close()
