// A process that makes, changes, publishes and deletes meetings, for a parent that kills it meanwhile: `materials-child.ts LIBRARY ACKNOWLEDGED`.
import { appendFileSync } from 'node:fs'
import type { MaterialView } from '../../../library/meetings/materials/material-view.ts'
import { runService } from '../../../library/service/run-service.ts'
import { spawnReadersHere } from '../../../library/service/spawn-readers.ts'

const [root = '', acknowledged = ''] = process.argv.slice(2)
const service = await runService({ root, shell: 'command', spawnReader: spawnReadersHere() })
const begins: unknown = Reflect.get(globalThis, 'storageWorkBegins')
if (typeof begins === 'function') begins()

async function send(method: string, path: string, body: object = {}): Promise<MaterialView> {
  const headers = { 'content-type': 'application/json' }
  const response = await service.handle(
    new Request(`http://xinhuo/api/materials${path}`, { method, headers, body: JSON.stringify(body) }),
  )
  if (!response.ok) throw new Error(await response.text())
  return (await response.json()) as MaterialView
}

const say = (event: object) => appendFileSync(acknowledged, `${JSON.stringify(event)}\n`)
const cite = { id: 'c', title: '水法', provision: '第一条', itemId: 'shuifa', anchor: '第一条', text: '用水。' }
const part = { id: 'p', type: 'reading', title: '读', cites: [cite] }
let last = ''
for (const title of ['例会', '学习', '培训']) {
  const made = await send('POST', '', { record: { type: 'meeting', format: 1, title } })
  say({ kept: made.id, sha256: made.recordSha256 })
  const changed = await send('PUT', `/${made.id}`, {
    record: { ...made.record, parts: [part] },
    read: made.recordSha256,
  })
  say({ kept: made.id, sha256: changed.recordSha256 })
  last = made.id
}
const published = await send('POST', `/${last}/item`)
say({ kept: last, sha256: published.recordSha256, revision: published.revision })
await send('DELETE', `/${last}`)
say({ deleted: last })
say({ done: true })
await service.close()
