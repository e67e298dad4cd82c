// A process that writes reports and exports them, for a parent that kills it meanwhile:
// `letter-child.ts LIBRARY STICK ACKNOWLEDGED`.
import { appendFileSync } from 'node:fs'
import { runService } from '../../library/service/run-service.ts'
import { spawnReadersHere } from '../../library/service/spawn-readers.ts'

const [root = '', stick = '', acknowledged = ''] = process.argv.slice(2)
const service = await runService({ root, shell: 'command', spawnReader: spawnReadersHere() })
const begins: unknown = Reflect.get(globalThis, 'storageWorkBegins')
if (typeof begins === 'function') begins()

async function post(path: string, body: object): Promise<unknown> {
  const headers = { 'content-type': 'application/json' }
  const request = new Request(`http://xinhuo${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  const response = await service.handle(request)
  if (!response.ok) throw new Error(await response.text())
  return response.json()
}

for (const text of ['第一问', '第二问', '第三问']) {
  await post('/api/reports', { kind: 'question', text })
  appendFileSync(acknowledged, `${text}\n`)
}
await post('/api/reports/export', { directory: stick, senderName: '溪口镇' })
appendFileSync(acknowledged, 'exported\n')
await service.close()
process.stdout.write('done\n')
