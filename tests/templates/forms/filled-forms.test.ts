import { createHash } from 'node:crypto'
import PizZip from 'pizzip'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FormView } from '../../../library/templates/forms/form-view.ts'
import { applicant, application, type FormDesk, openFormDesk } from './form-desk.ts'

let desk: FormDesk
beforeEach(async () => {
  desk = await openFormDesk()
})
afterEach(() => desk.close())

const wordsOf = (docx: Uint8Array) =>
  (new PizZip(docx).file('word/document.xml')?.asText() ?? '').replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '')

describe('a form', () => {
  it('is begun, filled in, finished and handed over as a document named after it', async () => {
    const { itemId, revision } = await desk.addTemplate(application)
    const begun = await desk.ask<FormView>('POST', '/', { templateId: itemId })
    expect(begun).toMatchObject({ status: 201, body: { state: 'draft', templateId: itemId, revision } })

    const saved = await desk.ask<FormView>('PUT', `/${begun.body.id}`, { data: applicant, sources: {} })
    expect(saved.body).toMatchObject({ data: applicant, title: '张三-低保申请表' })

    const { form, finished, findings } = await desk.finish(begun.body.id)
    expect({ finished, findings }).toEqual({ finished: true, findings: [] })
    expect(form).toMatchObject({ state: 'finished', data: applicant })
    expect(form.code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]$/)

    const file = await desk.download(`/${form.id}/docx`)
    expect(file.status).toBe(200)
    expect(wordsOf(file.bytes)).toContain('申请人：张三，身份证号：11010519491231002X')
    expect(wordsOf(file.bytes)).toContain('申请日期：2026年11月21日')
    expect(createHash('sha256').update(file.bytes).digest('hex')).toBe(form.docxSha256)
    expect(file.headers.get('content-disposition')).toContain(
      `filename*=UTF-8''${encodeURIComponent('张三-低保申请表.docx')}`,
    )
  })
})
