// A process that fills and finishes forms, for a parent that kills it meanwhile: `forms-child.ts LIBRARY ACKNOWLEDGED`.
import { appendFileSync } from 'node:fs'
import type { FinishedForm, FormView } from '../../../library/templates/forms/form-view.ts'
import { applicant, application, openFormDesk } from './form-desk.ts'

const [root = '', acknowledged = ''] = process.argv.slice(2)
const desk = await openFormDesk({ root })
const { itemId } = await desk.addTemplate(application)
const begins: unknown = Reflect.get(globalThis, 'storageWorkBegins')
if (typeof begins === 'function') begins()

async function send<T>(method: string, path: string, body: object = {}): Promise<T> {
  const answer = await desk.ask<T>(method, path, body)
  if (answer.status >= 400) throw new Error(JSON.stringify(answer.body))
  return answer.body
}

const say = (event: object) => appendFileSync(acknowledged, `${JSON.stringify(event)}\n`)
for (const 姓名 of ['张三', '李四', '王五']) {
  const { id } = await send<FormView>('POST', '/', { templateId: itemId })
  say({ begun: id })
  await send('PUT', `/${id}`, { data: { ...applicant, 姓名 } })
  say({ saved: id, 姓名 })
  const { form } = await send<FinishedForm>('POST', `/${id}/finish`)
  say({ finished: id, code: form.code })
}
say({ done: true })
await desk.close()
