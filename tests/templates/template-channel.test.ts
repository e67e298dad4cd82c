import { expect, it } from 'vitest'
import type { TemplateSummary, TemplateView } from '../../library/templates/template-view.ts'
import { ask } from '../service/running-service.ts'
import { startOffice } from '../updates/publishing/publishing-office.ts'
import { startReceiver } from '../updates/receiver.ts'
import { makeDocx, paragraph, schemaOf } from './document/make-docx.ts'
import { paragraphsOf } from './document/read-made.ts'

it('a template of one’s own goes out in a channel with its document, schema and samples, and is filled where it arrives', async () => {
  const office = await startOffice()
  const schema = schemaOf({ 姓名: { type: 'string', title: '申请人' } }, { required: ['姓名'] })
  const definition = {
    title: '外出证明',
    topics: ['证明'],
    schema,
    samples: [{ title: '好的', quality: 'good', data: { 姓名: '张三' } }],
  }
  const body = new FormData()
  const docx = makeDocx({ body: paragraph('兹证明{姓名}外出。') })
  body.append('file', new File([docx as Uint8Array<ArrayBuffer>], '外出证明.docx'))
  body.append('definition', JSON.stringify(definition))
  const request = new Request('http://xinhuo/api/templates', { method: 'POST', body })
  const kept = (await (await office.service.handle(request)).json()) as TemplateSummary
  await office.define({ choice: { queries: [], items: [kept.itemId], excluded: [] } })
  await office.publish('新的证明')

  const receiver = await startReceiver()
  await receiver.trust(office.repository)
  await receiver.apply(office.repository)
  const view = await receiver.get<TemplateView>(`/api/templates/${kept.itemId}`)
  expect(view).toMatchObject({ title: '外出证明', proposed: false, own: false, problems: [] })
  expect(view.schema).toEqual(schema)
  expect(view.samples).toHaveLength(1)
  const filled = await receiver.service.handle(
    new Request(`http://xinhuo/api/templates/${kept.itemId}/fill`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ data: { 姓名: '李四' } }),
    }),
  )
  expect(paragraphsOf(new Uint8Array(await filled.arrayBuffer()))).toEqual(['兹证明李四外出。'])
  expect(await ask(receiver.service, 'GET', '/api/templates?topic=%E8%AF%81%E6%98%8E')).toHaveLength(1)
})
