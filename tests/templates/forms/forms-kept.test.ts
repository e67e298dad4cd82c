import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { JobView } from '../../../library/jobs/job-view.ts'
import type { DoctorReport } from '../../../library/service/doctor-report.ts'
import type { RunningService } from '../../../library/service/run-service.ts'
import type { FinishedForm, FormPage, FormView } from '../../../library/templates/forms/form-view.ts'
import { ask, closeOnce, ended, importPaths, startService } from '../../service/running-service.ts'
import { fillDisk, smallDisk } from '../../store/small-disk.ts'
import { temporaryFolder } from '../../store/temporary-library.ts'
import { applicant, application, recordTemplate } from './form-desk.ts'

const addTemplate = ({ session }: RunningService) =>
  recordTemplate(
    session.access.blobs,
    { recordDocuments: (given) => session.writer.recordDocuments(given) },
    application,
  )

async function fill(service: RunningService, templateId: string, data = applicant): Promise<FormView> {
  const { id } = await ask<FormView>(service, 'POST', '/api/forms', { templateId })
  await ask(service, 'PUT', `/api/forms/${id}`, { data })
  return (await ask<FinishedForm>(service, 'POST', `/api/forms/${id}/finish`, { letStand: [] })).form
}
const formsOf = (service: RunningService) => ask<FormPage>(service, 'GET', '/api/forms')

describe('filled forms', () => {
  it('come back with a backup', async () => {
    const service = await startService(temporaryFolder())
    const { itemId } = await addTemplate(service)
    const form = await fill(service, itemId)
    await ended(service, (await ask<JobView>(service, 'POST', '/api/backups')).id)
    const [name = ''] = readdirSync(service.session.paths.backups)
    await ask(service, 'DELETE', `/api/forms/${form.id}`)
    await fill(service, itemId, { ...applicant, 姓名: '李四' })
    await ask(service, 'POST', `/api/backups/${name}/restore`)
    expect((await formsOf(service)).forms.map(({ id }) => id)).toEqual([form.id])
    expect(await ask<FormView>(service, 'GET', `/api/forms/${form.id}`)).toEqual(form)
  })

  it('leave with an export, one line each, and hinder nobody who imports it', async () => {
    const service = await startService(temporaryFolder())
    const { itemId, revision } = await addTemplate(service)
    const form = await fill(service, itemId)
    const draft = await ask<FormView>(service, 'POST', '/api/forms', { templateId: itemId })
    const gone = await fill(service, itemId, { ...applicant, 姓名: '李四' })
    await ask(service, 'DELETE', `/api/forms/${gone.id}`)
    const directory = path.join(temporaryFolder(), '导出')
    const { id } = await ask<JobView>(service, 'POST', '/api/exports', { directory })
    expect((await ended(service, id)).result).toMatchObject({ forms: 2 })
    const lines = readFileSync(path.join(directory, 'forms.jsonl'), 'utf8').trim().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { id: form.id, code: form.code, templateId: itemId, revision, data: applicant, docxSha256: form.docxSha256 },
      { id: draft.id, state: 'draft' },
    ])
    const other = await startService(temporaryFolder())
    const taken = await importPaths(other, [directory])
    expect(taken).toMatchObject({
      state: 'done',
      result: { imported: 1, skipped: [{ file: 'forms.jsonl', code: 'FILE_UNSUPPORTED' }] },
    })
  })

  it('whose template is gone are told by the check of the library', async () => {
    const service = await startService(temporaryFolder())
    const { itemId } = await addTemplate(service)
    const checked = async () =>
      (await ask<DoctorReport>(service, 'GET', '/api/doctor')).checks.find(({ code }) => code === 'forms')
    expect(await checked()).toMatchObject({ ok: true, detail: '还没有填过' })
    const form = await fill(service, itemId)
    expect(await checked()).toMatchObject({ ok: true, detail: '1 份，当时用的模板都在' })
    const { attachments } = await ask<{ attachments: { name: string; sha256: string }[] }>(
      service,
      'GET',
      `/api/items/${itemId}`,
    )
    const document = attachments.find(({ name }) => name.endsWith('.docx'))
    rmSync(service.session.access.blobs.pathOf(document?.sha256 ?? ''))
    expect(await checked()).toMatchObject({ ok: false, detail: expect.stringContaining(form.revision.slice(0, 12)) })
  })
})

describe('a full disk', () => {
  it('ends saving and finishing with one clear sentence; the draft stays whole, and with room it is finished', async (test) => {
    const disk = smallDisk('4m')
    if (!disk) return test.skip('no file system can be mounted here')
    const service = await startService(path.join(disk, 'library'))
    const { itemId } = await addTemplate(service)
    const { id } = await ask<FormView>(service, 'POST', '/api/forms', { templateId: itemId })
    const saved = await ask<FormView>(service, 'PUT', `/api/forms/${id}`, { data: applicant })
    // Some space in the log is left from before; a large draft needs more.
    const large = { ...applicant, 说明: '长'.repeat(400_000) }
    const free = fillDisk(disk)
    const failed = await ask(service, 'PUT', `/api/forms/${id}`, { data: large }).catch(
      (error: { status: number; answer: { error: { code: string } } }) => error,
    )
    expect(failed).toMatchObject({ status: 507, answer: { error: { code: 'DISK_FULL' } } })
    expect(await ask<FormView>(service, 'GET', `/api/forms/${id}`)).toEqual(saved)
    free()
    const { finished, form } = await ask<FinishedForm>(service, 'POST', `/api/forms/${id}/finish`, { letStand: [] })
    expect([finished, form.data]).toEqual([true, applicant])
  })
})

describe('a library that can only be read', () => {
  it('shows its forms and hands over their documents, and says why nothing is saved', async (test) => {
    const disk = smallDisk('16m')
    if (!disk) return test.skip('no file system can be mounted here')
    const root = path.join(disk, 'library')
    const service = await startService(root)
    const { itemId } = await addTemplate(service)
    const form = await fill(service, itemId)
    await closeOnce(service)
    spawnSync('mount', ['-o', 'remount,ro', disk])
    const reading = await startService(root, { shell: 'browser' })
    expect((await formsOf(reading)).forms).toMatchObject([{ id: form.id }])
    const file = await reading.handle(new Request(`http://xinhuo/api/forms/${form.id}/docx`))
    expect([file.status, (await file.arrayBuffer()).byteLength > 1000]).toEqual([200, true])
    const refused = await ask(reading, 'POST', `/api/forms/${form.id}/copy`).catch(
      (error: { status: number }) => error.status,
    )
    expect(refused).toBe(507)
  })
})
