import { createHash } from 'node:crypto'
import fc from 'fast-check'
import PizZip from 'pizzip'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { ErrorBody } from '../../../library/http/error-response.ts'
import type { FinishedForm, FormPage, FormView } from '../../../library/templates/forms/form-view.ts'
import { findForm } from '../../../library/templates/forms/forms.repository.ts'
import type { FormData } from '../../../library/templates/template-schema.ts'
import { applicant, application, type FormDesk, openFormDesk, type TemplateDraft } from './form-desk.ts'

let desk: FormDesk
let templateId: string
let revision: string
beforeEach(async () => {
  desk = await openFormDesk()
  await desk.add({
    title: '社会救助暂行办法',
    body: '第九条　国家对家庭给予最低生活保障。\n\n第十条　标准由地方确定。',
    effectiveFrom: '2014-05-01',
    issuedOn: '2014-02-21',
  })
  ;({ itemId: templateId, revision } = await desk.addTemplate(application))
})
afterEach(() => desk.close())

const wordsOf = (docx: Uint8Array) =>
  (new PizZip(docx).file('word/document.xml')?.asText() ?? '').replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '')
const list = async (query = '') => (await desk.ask<FormPage>('GET', `/?${query}`)).body
const codeOf = (answer: { body: unknown }) => (answer.body as ErrorBody).error?.code
const finished = async (data: FormData = applicant) => (await desk.finish((await desk.draft(templateId, data)).id)).form

describe('a form', () => {
  it('is begun, filled in, finished and handed over as a document named after it', async () => {
    const begun = await desk.ask<FormView>('POST', '/', { templateId })
    expect(begun).toMatchObject({ status: 201, body: { state: 'draft', templateId, revision } })

    const saved = await desk.ask<FormView>('PUT', `/${begun.body.id}`, { data: applicant, sources: {} })
    expect(saved.body).toMatchObject({ data: applicant, title: '张三-低保申请表' })

    const { form, ...rest } = await desk.finish(begun.body.id)
    expect(rest).toEqual({ finished: true, findings: [] })
    expect(form).toMatchObject({ state: 'finished', data: applicant, finishedAt: form.updatedAt })
    expect(form.code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]$/)

    const file = await desk.download(`/${form.id}/docx`)
    expect(wordsOf(file.bytes)).toContain('申请人：张三，身份证号：11010519491231002X')
    expect(wordsOf(file.bytes)).toContain('申请日期：2026年11月21日')
    const name = encodeURIComponent('张三-低保申请表.docx')
    expect(file.headers.get('content-disposition')).toBe(`attachment; filename="_-_.docx"; filename*=UTF-8''${name}`)
  })

  it('keeps the clauses with their revision and validity of that day, and the version of library and app', async () => {
    const [law] = await desk.library.db.selectFrom('item').where('kind', '=', 'policy').selectAll().execute()
    const form = await finished()
    expect(form.basis).toEqual([
      {
        title: '社会救助暂行办法',
        provision: '第九条',
        anchor: '第九条',
        itemId: law?.id,
        revision: law?.current_revision,
        validity: 'in-force',
        validityNow: 'in-force',
      },
    ])
    expect(form.libraryVersion).toMatch(/^薪火 1\.2\.3；资料 2 份（[0-9a-f]{12}）$/)
    await desk.add({ title: '另一个办法', body: '第一条　别的。' })
    expect((await finished()).libraryVersion).not.toBe(form.libraryVersion)
    expect((await desk.ask<FormView>('GET', `/${form.id}`)).body.libraryVersion).toBe(form.libraryVersion)
  })

  it('makes the same bytes again, on any later day', async () => {
    const form = await finished()
    const first = await desk.download(`/${form.id}/docx`)
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-07-08T09:10:11Z') })
    onTestFinished(() => void vi.useRealTimers())
    desk.setClock('2031-07-08T09:10:11.000Z')
    const again = await desk.download(`/${form.id}/docx`)
    expect(Buffer.compare(first.bytes, again.bytes)).toBe(0)
    const sha256 = createHash('sha256').update(again.bytes)
    expect(again.headers.get('repr-digest')).toBe(
      `sha-256=:${Buffer.from(form.docxSha256 ?? '', 'hex').toString('base64')}:`,
    )
    expect(sha256.digest('hex')).toBe(form.docxSha256)
  })

  it('is made even when its template was put away since', async () => {
    const form = await finished()
    await desk.writer.putAway(templateId)
    expect((await desk.download(`/${form.id}/docx`)).status).toBe(200)
    const copy = await desk.ask<FormView>('POST', `/${form.id}/copy`)
    expect(copy.status).toBe(201)
    expect((await desk.ask('PUT', `/${copy.body.id}`, { data: applicant })).status).toBe(200)
  })
})

describe('a draft', () => {
  it('keeps everything the person typed, whether it fits or not', async () => {
    const data: FormData = { 姓名: '', 身份证号: '12', 人口: '三口', 没有的栏: '留着', 申请日期: '明天' }
    const draft = await desk.draft(templateId, data)
    expect((await desk.ask<FormView>('GET', `/${draft.id}`)).body.data).toEqual(data)
  })

  it('keeps hostile values as they are, and prints them as text', async () => {
    const hostile = { 姓名: '{{姓名}}<w:p/>&amp;=cmd|x😀𠮷\n第二行', 没有的栏: '{#家庭}\u0007' }
    const draft = await desk.draft(templateId, hostile)
    expect(draft.data).toEqual(hostile)
    const { findings } = await desk.finish(draft.id)
    const { form } = await desk.finish(
      draft.id,
      findings.map(({ id }) => id),
    )
    const text = wordsOf((await desk.download(`/${form.id}/docx`)).bytes)
    expect(text).toContain('{{姓名}}&lt;w:p/&gt;&amp;amp;=cmd|x😀𠮷')
  })

  it('gives back any data as it was saved', async () => {
    const { id } = await desk.draft(templateId, {})
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
    )
    const name = fc.string({ unit: 'grapheme', minLength: 1 }).filter((one) => one !== '__proto__')
    const row = fc.dictionary(name, cell, { noNullPrototype: true })
    const data = fc.dictionary(name, fc.oneof(cell, fc.array(row, { maxLength: 3 })), { noNullPrototype: true })
    await fc.assert(
      fc.asyncProperty(data, async (given) => {
        const saved = await desk.ask<FormView>('PUT', `/${id}`, { data: given, sources: {} })
        expect(saved.body.data).toEqual(JSON.parse(JSON.stringify(given)))
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  it('says that it was changed in another window instead of dropping what was written there', async () => {
    const { id, updatedAt } = await desk.draft(templateId, applicant)
    const save = (data: FormData, base: string) =>
      desk.ask<FormView>('PUT', `/${id}`, { data, sources: {}, updatedAt: base })
    const first = await save({ ...applicant, 人口: 4 }, updatedAt)
    expect(first.status).toBe(200)
    expect(first.body.updatedAt > updatedAt).toBe(true)
    const second = await save({ ...applicant, 人口: 5 }, updatedAt)
    expect([second.status, codeOf(second)]).toEqual([409, 'FORM_CHANGED'])
    expect((await desk.ask<FormView>('GET', `/${id}`)).body.data.人口).toBe(4)
    expect((await save({ ...applicant, 人口: 6 }, first.body.updatedAt)).body.data.人口).toBe(6)
  })

  it('is not finished by a window that has not seen what another wrote', async () => {
    const { id, updatedAt } = await desk.draft(templateId, applicant)
    const { body } = await desk.ask<FormView>('PUT', `/${id}`, { data: { ...applicant, 人口: 9 } })
    const refused = await desk.ask('POST', `/${id}/finish`, { updatedAt })
    expect([refused.status, codeOf(refused)]).toEqual([409, 'FORM_CHANGED'])
    const done = await desk.ask<FinishedForm>('POST', `/${id}/finish`, { updatedAt: body.updatedAt })
    expect(done.body).toMatchObject({ finished: true, form: { data: { 人口: 9 } } })
  })

  it('that two windows save at the same moment goes to one of them', async () => {
    const { id, updatedAt } = await desk.draft(templateId, applicant)
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map((人口) => desk.ask<FormView>('PUT', `/${id}`, { data: { ...applicant, 人口 }, updatedAt })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409])
    const kept = answers.find(({ status }) => status === 200)?.body.data
    expect((await desk.ask<FormView>('GET', `/${id}`)).body.data).toEqual(kept)
  })

  it('that is saved while another window finishes it is not changed behind its document', async () => {
    const { id } = await desk.draft(templateId, applicant)
    const [answer, saved] = await Promise.all([
      desk.ask<FinishedForm>('POST', `/${id}/finish`, { letStand: [] }),
      desk.ask<FormView>('PUT', `/${id}`, { data: { ...applicant, 姓名: '李四' } }),
    ])
    const { body } = await desk.ask<FormView>('GET', `/${id}`)
    // One of them came first; the other was told.
    expect([answer.status, saved.status].sort()).toEqual([200, 409])
    expect(body.state).toBe(answer.status === 200 ? 'finished' : 'draft')
    expect(body.data.姓名).toBe(answer.status === 200 ? '张三' : '李四')
  })

  it('is not changed any more once it is finished, but opened again', async () => {
    const form = await finished()
    const refused = await desk.ask('PUT', `/${form.id}`, { data: {} })
    expect([refused.status, codeOf(refused)]).toEqual([409, 'FORM_FINISHED'])
    const reopened = await desk.ask<FormView>('POST', `/${form.id}/reopen`)
    expect(reopened.body).toMatchObject({ state: 'draft', code: form.code, data: applicant })
    expect(reopened.body.docxSha256).toBeUndefined()
    expect((await desk.download(`/${form.id}/docx`)).status).toBe(409)
    await desk.ask('PUT', `/${form.id}`, { data: { ...applicant, 人口: 2 } })
    const again = await desk.finish(form.id)
    expect(again.form.code).toBe(form.code)
    expect(again.form.docxSha256).not.toBe(form.docxSha256)
  })

  it.each([
    ['no object', [1, 2]],
    ['null within', { data: { 姓名: null } }],
    ['nested too deeply', { data: { 表: [{ 列: { 再: 1 } }] } }],
    ['a source that is none', { data: {}, sources: { 姓名: { type: 'gossip', title: 'x' } } }],
  ])('refuses what is no form: %s', async (_what, body) => {
    const { id } = await desk.draft(templateId, applicant)
    const refused = await desk.ask('PUT', `/${id}`, body)
    expect([refused.status, codeOf(refused)]).toEqual([400, 'BAD_REQUEST'])
    expect((await desk.ask<FormView>('GET', `/${id}`)).body.data).toEqual(applicant)
  })

  it('has a largest size', async () => {
    const { id } = await desk.draft(templateId, applicant)
    const refused = await desk.ask('PUT', `/${id}`, { data: { 姓名: '长'.repeat(2_000_000) } })
    expect([refused.status, codeOf(refused)]).toEqual([413, 'FORM_TOO_LARGE'])
  })
})

describe('finishing', () => {
  it('stops at what must be settled, changes nothing, and goes on once the person lets it stand', async () => {
    const draft = await desk.draft(templateId, { 人口: 3 })
    const stopped = await desk.finish(draft.id)
    expect(stopped.finished).toBe(false)
    expect(stopped.form).toEqual(draft)
    const missing = stopped.findings.find(({ rule }) => rule === 'missing')
    expect(missing).toMatchObject({ severity: 'must', place: { type: 'field', path: '姓名' } })

    expect((await desk.finish(draft.id, ['something-else'])).finished).toBe(false)
    const { form, finished: done } = await desk.finish(draft.id, [missing?.id ?? ''])
    expect(done).toBe(true)
    expect(form.letStand).toContainEqual(missing)
  })

  it('fills in what the person left to the form, and says where it came from', async () => {
    const { itemId } = await desk.addTemplate({
      title: '补贴表',
      paragraphs: ['{姓名}：{面积}亩，{金额}元，{方式}'],
      schema: {
        properties: {
          姓名: { type: 'string' },
          面积: { type: 'number' },
          金额: { type: 'number', 'x-computed': '面积 * 100' },
          方式: { type: 'string', default: '一卡通' },
        },
      },
    })
    const { form } = await desk.finish((await desk.draft(itemId, { 姓名: '王五', 面积: 2.5 })).id)
    expect(form.data).toEqual({ 姓名: '王五', 面积: 2.5, 金额: 250, 方式: '一卡通' })
    expect(form.sources).toMatchObject({ 金额: { type: 'computed' }, 方式: { type: 'default' } })
    // What was computed is computed anew for other values.
    const copy = await desk.ask<FormView>('POST', `/${form.id}/copy`)
    expect(copy.body.data).toEqual({ 姓名: '王五', 面积: 2.5, 方式: '一卡通' })
    const reopened = await desk.ask<FormView>('POST', `/${form.id}/reopen`)
    expect(reopened.body.data).not.toHaveProperty('金额')
  })

  it('checks the document that it makes, too', async () => {
    const { itemId } = await desk.addTemplate({
      title: '通知',
      paragraphs: ['请在____前到{地点}。', '{地点}'],
      schema: { properties: { 地点: { type: 'string' } } },
    })
    const { findings } = await desk.finish((await desk.draft(itemId, { 地点: '镇政府' })).id)
    expect(findings.map(({ place }) => place.type)).toContain('document')
  })

  it('takes braces that somebody wrote as text: they are shown, and hinder nobody', async () => {
    const draft = await desk.draft(templateId, { ...applicant, 姓名: '{村名}的张三' })
    const { form, finished: done, findings } = await desk.finish(draft.id)
    expect(done).toBe(true)
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: 'empty-placeholder',
        severity: 'should',
        says: expect.stringContaining('{村名}'),
      }),
    )
    expect(wordsOf((await desk.download(`/${form.id}/docx`)).bytes)).toContain('{村名}的张三')
    const { itemId } = await desk.addTemplate({
      title: '证明',
      paragraphs: ['{姓名}，{村明}'],
      schema: { properties: { 姓名: { type: 'string' } } },
    })
    const left = await desk.finish((await desk.draft(itemId, { 姓名: '张三' })).id)
    expect(left.findings).toContainEqual(expect.objectContaining({ rule: 'empty-placeholder', severity: 'must' }))
  })

  it('answers the same when it is asked again after an answer that was lost', async () => {
    const form = await finished()
    const again = await desk.finish(form.id)
    expect(again).toEqual({ form, finished: true, findings: form.letStand })
  })

  it('teaches the next form, and notes that the template was used', async () => {
    const form = await finished()
    const known = await desk.library.db.selectFrom('known_value').where('form_id', '=', form.id).selectAll().execute()
    expect(known.map(({ meaning }) => meaning)).toContain('person.name')
    expect(await desk.library.db.selectFrom('template_use').selectAll().execute()).toEqual([
      { template_id: templateId, revision, used_at: form.finishedAt },
    ])
  })

  it('teaches nothing when it stops', async () => {
    await desk.finish((await desk.draft(templateId, { 人口: 3, 身份证号: '11010519491231002X' })).id)
    expect(await desk.library.db.selectFrom('known_value').selectAll().execute()).toEqual([])
    expect(await desk.library.db.selectFrom('template_use').selectAll().execute()).toEqual([])
  })
})

describe('a copy', () => {
  it('has the values, but not the date of the first document nor its number', async () => {
    const { itemId } = await desk.addTemplate({
      title: '函',
      paragraphs: ['{发文字号} {姓名} {申请日期} {事由} {户编号}'],
      schema: {
        properties: {
          发文字号: { type: 'string' },
          姓名: { type: 'string', 'x-meaning': 'person.name' },
          申请日期: { type: 'string', format: 'date', 'x-meaning': 'document.date' },
          事由: { type: 'string' },
          户编号: { type: 'string', 'x-meaning': 'household.number' },
        },
      },
    })
    const data = { 发文字号: '溪政函〔2026〕3号', 姓名: '张三', 申请日期: '2026-11-21', 事由: '修路', 户编号: '12' }
    const { form } = await desk.finish((await desk.draft(itemId, data)).id)
    const copy = await desk.ask<FormView>('POST', `/${form.id}/copy`)
    expect(copy.body).toMatchObject({ state: 'draft', data: { 姓名: '张三', 事由: '修路', 户编号: '12' } })
    expect(Object.keys(copy.body.data)).toHaveLength(3)
    expect(copy.body.code).toBeUndefined()
    expect((await desk.ask<FormView>('GET', `/${form.id}`)).body).toEqual(form)
  })
})

describe('a form whose template changed', () => {
  const changed: TemplateDraft = {
    ...application,
    paragraphs: ['新的低保申请表', '{申请人姓名} {身份证号} {家庭人口} {联系电话}'],
    schema: {
      ...application.schema,
      properties: {
        申请人姓名: { type: 'string', 'x-meaning': 'person.name' },
        身份证号: { type: 'string', format: 'resident-id', 'x-meaning': 'person.residentId' },
        家庭人口: { type: 'string', 'x-meaning': 'household.size' },
        联系电话: { type: 'string', 'x-meaning': 'person.phone' },
      },
      required: [],
    },
  }

  it('is filled again by name and by meaning; what found no place is listed, and the old form stays', async () => {
    const form = await finished({ ...applicant, 备注: '独居' })
    expect(form.templateChanged).toBe(false)
    const { revision: newest } = await desk.addTemplate(changed)
    expect((await list()).forms.map(({ templateChanged }) => templateChanged)).toEqual([true])

    const renewed = await desk.ask<FormView>('POST', `/${form.id}/renew`)
    expect(renewed.body).toMatchObject({
      state: 'draft',
      revision: newest,
      templateChanged: false,
      data: { 申请人姓名: '张三', 身份证号: '11010519491231002X', 家庭人口: '3' },
      renewedFrom: {
        formId: form.id,
        unplaced: [
          { path: '申请日期', title: '申请日期', value: '2026-11-21' },
          { path: '备注', title: '备注', value: '独居' },
        ],
      },
    })
    const { body: old } = await desk.ask<FormView>('GET', `/${form.id}`)
    expect(old).toEqual({ ...form, templateChanged: true })
    expect(wordsOf((await desk.download(`/${form.id}/docx`)).bytes)).toContain('低保申请表\n申请人：张三')
    // Saved again, it still says what found no place.
    const saved = await desk.ask<FormView>('PUT', `/${renewed.body.id}`, { data: renewed.body.data })
    expect(saved.body.renewedFrom).toEqual(renewed.body.renewedFrom)
  })

  it('goes on with a person in another template', async () => {
    const form = await finished()
    const { itemId: other } = await desk.addTemplate({ ...changed, title: '临时救助申请表' })
    const begun = await desk.ask<FormView>('POST', '/', { templateId: other, continueWith: form.id })
    expect(begun.body.data).toEqual({ 申请人姓名: '张三', 身份证号: '11010519491231002X', 家庭人口: '3' })
    expect(begun.body.sources.申请人姓名).toMatchObject({ type: 'earlier', open: `/forms/${form.id}` })
  })
})

describe('a clause that changed since', () => {
  it('is told in the list and with the form', async () => {
    const form = await finished()
    desk.setClock('2027-03-01T02:00:00.000Z')
    await desk.add({
      title: '社会救助暂行办法',
      body: '第九条　改了。',
      issuedOn: '2027-01-05',
      effectiveFrom: '2027-02-01',
    })
    expect((await list()).forms).toMatchObject([{ id: form.id, basisChanged: true }])
    const { body } = await desk.ask<FormView>('GET', `/${form.id}`)
    expect(body.basis).toMatchObject([{ validity: 'in-force', validityNow: 'amended' }])
  })
})

describe('the list', () => {
  it('finds by title, person, value, initials and code, however the code was typed', async () => {
    const form = await finished()
    await finished({ ...applicant, 姓名: '欧阳娜娜', 身份证号: '11010519900307766X' })
    const found = async (words: string) =>
      (await list(`q=${encodeURIComponent(words)}`)).forms.map(({ title }) => title)
    for (const words of ['张三', '張三', 'zs', '张三 低保', '002X', '002x', form.code ?? '']) {
      expect(await found(words), words).toEqual(['张三-低保申请表'])
    }
    expect(await found('dbsqb')).toHaveLength(2)
    expect(await found('oynn')).toEqual(['欧阳娜娜-低保申请表'])
    expect(await found('没有的人')).toEqual([])
    const typed = (form.code ?? '').toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')
    expect(await found(typed)).toEqual(['张三-低保申请表'])
    expect((await desk.ask<FormView>('GET', `/code/${encodeURIComponent(typed)}`)).body.id).toBe(form.id)
  })

  it('is told apart by state and template, and comes in pages', async () => {
    const form = await finished()
    const { id } = await desk.draft(templateId, { 姓名: '李四' })
    expect((await list('state=finished')).forms.map((one) => one.id)).toEqual([form.id])
    expect((await list('state=draft')).forms.map((one) => one.id)).toEqual([id])
    expect((await list('template=another')).total).toBe(0)
    const page = await list('limit=1&offset=1')
    expect([page.total, page.forms.length]).toEqual([2, 1])
  })

  it('shows a batch in one line where that is asked, and pages count lines', async () => {
    const one = await finished()
    const kept = await findForm(desk.access.db, one.id)
    if (!kept) throw new Error('the form was not kept')
    for (const [hour, id] of ['a', 'b', 'c'].entries()) {
      await desk.writer.insertForm({
        ...kept,
        id,
        code: undefined,
        batchId: 'batch-1',
        updatedAt: `2026-11-22T0${hour}:00:00.000Z`,
      })
    }
    const folded = await list('fold=true&limit=1')
    expect(folded).toMatchObject({ total: 4, lines: 2, forms: [{ id: 'c', batchId: 'batch-1', together: 3 }] })
    expect((await list('fold=true&limit=1&offset=1')).forms).toMatchObject([{ id: one.id, together: 1 }])
    expect(await list()).toMatchObject({ total: 4, lines: 4 })
    expect(await list('fold=true&state=draft')).toMatchObject({ total: 0, lines: 0, forms: [] })
  })

  it('says that a code finds nothing', async () => {
    for (const code of ['0000-0000-1', '乱写', 'K7QM']) {
      const answer = await desk.ask('GET', `/code/${encodeURIComponent(code)}`)
      expect([answer.status, codeOf(answer)]).toEqual([404, 'FORM_CODE_NOT_FOUND'])
    }
  })
})

describe('a form that is deleted', () => {
  it('is gone from list, code and file, and comes back as it was', async () => {
    const form = await finished()
    expect((await desk.ask('DELETE', `/${form.id}`)).status).toBe(200)
    expect((await list()).total).toBe(0)
    expect((await desk.ask('GET', `/${form.id}`)).status).toBe(404)
    expect((await desk.ask('GET', `/code/${form.code}`)).status).toBe(404)
    expect((await desk.download(`/${form.id}/docx`)).status).toBe(404)
    expect((await list('state=discarded')).forms).toMatchObject([{ id: form.id }])
    expect((await desk.ask<FormView>('POST', `/${form.id}/restore`)).body).toEqual(form)
  })

  it('is forgotten for good after thirty days, with what was learnt of its person', async () => {
    const form = await finished()
    await desk.ask('DELETE', `/${form.id}`)
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-12-20T02:00:00Z') })
    onTestFinished(() => void vi.useRealTimers())
    expect(await desk.writer.purgeDiscardedForms()).toBe(0)
    vi.setSystemTime(new Date('2026-12-22T02:00:00Z'))
    expect(await desk.writer.purgeDiscardedForms()).toBe(1)
    expect(await desk.library.db.selectFrom('filled_form').selectAll().execute()).toEqual([])
    const known = await desk.library.db.selectFrom('known_value').where('subject', '!=', 'office').selectAll().execute()
    expect(known).toEqual([])
    expect((await desk.ask('POST', `/${form.id}/restore`)).status).toBe(404)
  })
})
