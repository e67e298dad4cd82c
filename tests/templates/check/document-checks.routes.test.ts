import { writeFileSync } from 'node:fs'
import path from 'node:path'
import PizZip from 'pizzip'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunningService } from '../../../library/service/run-service.ts'
import type { DocumentCheck } from '../../../library/templates/finding.ts'
import { ask, importPaths, startService } from '../../service/running-service.ts'
import { temporaryFolder } from '../../store/temporary-library.ts'
import { makeDocx } from '../document/make-docx.ts'
import { paragraphsOf } from '../document/read-made.ts'
import { TOWN, textDocx } from './check-desk.ts'

type Uploaded = DocumentCheck & { readonly upload: string }
interface Gazetteer {
  readonly own: readonly { readonly name: string; readonly note: string }[]
  readonly known: number
}

async function give(service: RunningService, docx: Uint8Array, name = '通知.docx', query = ''): Promise<Response> {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(docx)]), name)
  return service.handle(new Request(`http://xinhuo/api/document-checks${query}`, { method: 'POST', body: form }))
}
const checked = async (response: Response): Promise<Uploaded> => {
  expect(response.status).toBe(200)
  return (await response.json()) as Uploaded
}

let service: RunningService
beforeAll(async () => {
  service = await startService(temporaryFolder(afterAll), { atEnd: afterAll })
  await ask(service, 'PUT', '/api/unit', TOWN)
})

describe('checking over the service', () => {
  it('checks what is given, repairs by choice, and gives the file back under its name', async () => {
    const first = await checked(await give(service, textDocx('报浏阳市民政局，联系人{姓名}')))
    expect([first.file, first.must, first.should]).toEqual(['通知.docx', 1, 1])
    const ids = first.findings.map(({ id }) => id)
    const second = await ask<{ check: DocumentCheck; upload: string }>(
      service,
      'POST',
      `/api/document-checks/${first.upload}/repair`,
      { ids },
    )
    expect([second.check.findings, second.check.file]).toEqual([[], '通知.docx'])
    const answer = await service.handle(new Request(`http://xinhuo/api/document-checks/${second.upload}/docx`))
    expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toContain('通知.docx')
    expect(paragraphsOf(new Uint8Array(await answer.arrayBuffer()))).toEqual(['报云岭县民政局，联系人'])
    // The one given first is still there: repairing can be taken back.
    const again = await service.handle(new Request(`http://xinhuo/api/document-checks/${first.upload}/docx`))
    expect(paragraphsOf(new Uint8Array(await again.arrayBuffer()))).toEqual(['报浏阳市民政局，联系人{姓名}'])
  })

  it('looks citations up anew after an import', async () => {
    const docx = textDocx('根据《河湖条例》办理')
    expect((await checked(await give(service, docx))).findings).toEqual([])
    const file = path.join(temporaryFolder(), '山水条例.md')
    writeFileSync(
      file,
      '# 山水条例\n\n第一条 为了试验。\n\n第二条 本条例自2021年1月1日起施行。《河湖条例》同时废止。\n',
    )
    await importPaths(service, [file])
    const { findings } = await checked(await give(service, docx))
    expect(findings.map(({ rule, why }) => [rule, why])).toEqual([
      ['superseded-policy', '《山水条例》第二条写明它同时废止。'],
    ])
  })

  it('takes the layout of official documents where the caller says so', async () => {
    const docx = textDocx('会议改到明天。')
    expect((await checked(await give(service, docx))).official).toBe(false)
    const official = await checked(await give(service, docx, '改.docx', '?official=true'))
    const ids = official.findings.filter(({ rule, repair }) => rule === 'layout' && repair).map(({ id }) => id)
    expect(ids.length).toBeGreaterThan(0)
    const repaired = await ask<{ check: DocumentCheck }>(
      service,
      'POST',
      `/api/document-checks/${official.upload}/repair`,
      { ids },
    )
    expect([repaired.check.official, repaired.check.findings.filter(({ repair }) => repair)]).toEqual([true, []])
  })

  it.each([
    ['no document at all', new TextEncoder().encode('这不是文档'), 'TEMPLATE_DOCUMENT_BROKEN'],
    ['one cut off', makeDocx({ body: '' }).slice(0, 400), 'TEMPLATE_DOCUMENT_BROKEN'],
    [
      'one with macros',
      makeDocx({ body: '', mainType: 'application/vnd.ms-word.document.macroEnabled.main+xml' }),
      'TEMPLATE_DOCUMENT_MACROS',
    ],
    ['an old .doc renamed', Buffer.from('d0cf11e0a1b11ae1'.padEnd(1200, '0'), 'hex'), 'TEMPLATE_DOCUMENT_OLD'],
    ['broken XML', brokenXml(), 'TEMPLATE_DOCUMENT_BROKEN'],
    ['an empty file', new Uint8Array(), 'UPLOAD_EMPTY'],
  ])('refuses %s with a sentence', async (_name, bytes, code) => {
    const response = await give(service, bytes)
    const { error } = (await response.json()) as { error: { code: string; what: string } }
    expect([response.status, error.code]).toEqual([422, code])
    expect(error.what).toMatch(/。$/)
  })

  it('says that a document is no longer there', async () => {
    for (const upload of ['0'.repeat(36), '..%2f..%2flibrary.db', 'x']) {
      const response = await service.handle(new Request(`http://xinhuo/api/document-checks/${upload}/docx`))
      expect(response.status).toBe(404)
    }
  })
})

describe("the office's own places", () => {
  it('are kept, count at once, and can be taken away', async () => {
    const docx = textDocx('报浏阳市民政局审批。')
    expect((await checked(await give(service, docx))).should).toBe(1)
    const kept = await ask<Gazetteer>(service, 'POST', '/api/gazetteer', { name: ' 浏阳市 ', note: '对口协作' })
    expect(kept.own).toEqual([{ name: '浏阳市', note: '对口协作' }])
    expect(kept.known).toBeGreaterThan(2900)
    expect((await checked(await give(service, docx))).findings).toEqual([])
    const left = await ask<Gazetteer>(service, 'DELETE', `/api/gazetteer/${encodeURIComponent('浏阳市')}`)
    expect(left.own).toEqual([])
    expect((await checked(await give(service, docx))).should).toBe(1)
  })

  it('refuses a name of nothing', async () => {
    await expect(ask(service, 'POST', '/api/gazetteer', { name: ' ' })).rejects.toMatchObject({ status: 400 })
  })
})

function brokenXml(): Uint8Array {
  const zip = new PizZip(makeDocx({ body: '' }))
  zip.file('word/document.xml', '<w:document><w:body>')
  return zip.generate({ type: 'uint8array' })
}
