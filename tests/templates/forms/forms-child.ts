// A process that fills and finishes forms, for a parent that kills it meanwhile: `forms-child.ts LIBRARY ACKNOWLEDGED`.
import { appendFileSync } from 'node:fs'
import { runService } from '../../../library/service/run-service.ts'
import { spawnReadersHere } from '../../../library/service/spawn-readers.ts'
import type { FinishedForm, FormView } from '../../../library/templates/forms/form-view.ts'
import { applicant, application, recordTemplate } from './form-desk.ts'

const [root = '', acknowledged = ''] = process.argv.slice(2)
const service = await runService({ root, shell: 'command', spawnReader: spawnReadersHere() })
const { access, writer } = service.session
const { itemId } = await recordTemplate(access.blobs, writer, application)
const begins: unknown = Reflect.get(globalThis, 'storageWorkBegins')
if (typeof begins === 'function') begins()

async function send<T>(method: string, path: string, body: object = {}): Promise<T> {
  const headers = { 'content-type': 'application/json' }
  const response = await service.handle(
    new Request(`http://xinhuo/api/forms${path}`, { method, headers, body: JSON.stringify(body) }),
  )
  if (!response.ok) throw new Error(await response.text())
  return (await response.json()) as T
}

const say = (event: object) => appendFileSync(acknowledged, `${JSON.stringify(event)}\n`)
for (const 姓名 of ['张三', '李四', '王五']) {
  const { id } = await send<FormView>('POST', '', { templateId: itemId })
  say({ begun: id })
  await send('PUT', `/${id}`, { data: { ...applicant, 姓名 } })
  say({ saved: id, 姓名 })
  const { form } = await send<FinishedForm>('POST', `/${id}/finish`)
  say({ finished: id, code: form.code })
}
say({ done: true })
await service.close()
