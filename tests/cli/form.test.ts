import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { findOffice } from '../../library/printing/find-office.ts'
import { readPdf, wordsOf } from '../printing/pdf-pages.ts'
import { ask, startService } from '../service/running-service.ts'
import { temporaryFolder } from '../store/temporary-library.ts'
import { applicant, application, recordTemplate } from '../templates/forms/form-desk.ts'
import { ErrorFacts } from './contract.ts'
import { runCommand } from './run-command.ts'

const Summary = z.object({
  id: z.uuid(),
  title: z.string(),
  state: z.enum(['draft', 'finished']),
  code: z.string().optional(),
  templateChanged: z.boolean(),
  basisChanged: z.boolean(),
})
const List = z.strictObject({ total: z.int(), lines: z.int(), forms: z.array(Summary) })
const View = Summary.extend({ data: z.record(z.string(), z.unknown()), revision: z.string() })
const Written = z.strictObject({ id: z.uuid(), title: z.string(), file: z.string(), bytes: z.int().positive() })

describe('xinhuo form', () => {
  let library = ''
  let folder = ''
  let form: { id: string; code?: string }
  // A service that runs already answers the commands, as it does beside an open window.
  beforeAll(async () => {
    folder = temporaryFolder(afterAll)
    library = path.join(temporaryFolder(afterAll), '资料库')
    const service = await startService(library, { atEnd: afterAll })
    const { access, writer } = service.session
    const { itemId } = await recordTemplate(access.blobs, writer, application)
    const { id } = await ask<{ id: string }>(service, 'POST', '/api/forms', { templateId: itemId })
    await ask(service, 'PUT', `/api/forms/${id}`, { data: applicant })
    ;({ form } = await ask<{ form: typeof form }>(service, 'POST', `/api/forms/${id}/finish`, {}))
  })
  const run = (...rest: string[]) => runCommand(['form', ...rest, '--library', library])
  const json = async <Schema extends z.ZodType>(schema: Schema, ...rest: string[]) => {
    const { code, stdout, stderr } = await run(...rest, '--json')
    expect([code, stderr]).toEqual([0, ''])
    return schema.parse(JSON.parse(stdout))
  }

  it('lists what was filled, and finds it by initials and by its code', async () => {
    expect(await json(List, 'list')).toMatchObject({ total: 1, forms: [{ id: form.id, title: '张三-低保申请表' }] })
    expect((await json(List, 'list', '--query', 'zs')).total).toBe(1)
    expect((await json(List, 'list', '--state', 'draft')).total).toBe(0)
    const typed = (form.code ?? '').toLowerCase().replaceAll('-', '')
    expect(await json(View, 'show', typed)).toMatchObject({ id: form.id, data: applicant })
    const shown = await run('show', form.id)
    expect(shown.stdout).toContain('姓名：张三')
    expect(shown.stdout).toContain('依据：《社会救助暂行办法》第九条（资料库中没有）')
  }, 60_000)

  it('writes the document, its PDF and its basis sheet', async () => {
    const docx = path.join(folder, '张三.docx')
    expect(await json(Written, 'docx', form.id, '--out', docx)).toMatchObject({ id: form.id, file: docx })
    expect(readFileSync(docx).subarray(0, 2).toString()).toBe('PK')
    const basis = path.join(folder, '依据页.docx')
    await json(Written, 'basis', form.code ?? '', '--out', basis)
    expect(readFileSync(basis).subarray(0, 2).toString()).toBe('PK')
    if (findOffice() === undefined) return
    const pdf = path.join(folder, '张三.pdf')
    await json(Written, 'pdf', form.id, '--out', pdf, '--basis')
    const words = wordsOf(await readPdf(readFileSync(pdf)))
    expect(words).toContain('张三')
    expect(words).toContain(form.code)
  }, 60_000)

  it('copies, opens again, deletes and restores', async () => {
    const copy = await json(View, 'copy', form.id)
    expect(copy).toMatchObject({ state: 'draft', data: { 姓名: '张三' } })
    expect((await json(View, 'delete', copy.id)).id).toBe(copy.id)
    expect((await json(List, 'list')).total).toBe(1)
    expect((await json(View, 'restore', copy.id)).id).toBe(copy.id)
    expect(await json(View, 'renew', form.id)).toMatchObject({ state: 'draft' })
    expect(await json(View, 'reopen', form.id)).toMatchObject({ id: form.id, state: 'draft', code: form.code })
  }, 60_000)

  it('says in one sentence what it cannot do', async () => {
    const { code, stdout, stderr } = await run('show', '乱写的', '--json')
    expect(code).toBe(1)
    expect(ErrorFacts.parse(JSON.parse(stdout)).error.code).toBe('FORM_CODE_NOT_FOUND')
    expect(stderr.trim().split('\n')).toHaveLength(1)
    await run('reopen', form.id)
    const draft = await run('docx', form.id, '--out', path.join(folder, 'x.docx'), '--json')
    expect(ErrorFacts.parse(JSON.parse(draft.stdout)).error.code).toBe('FORM_NOT_FINISHED')
  }, 60_000)
})
