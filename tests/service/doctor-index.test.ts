import { describe, expect, it } from 'vitest'
import { examineLibrary } from '../../library/service/doctor.ts'
import type { DoctorReport } from '../../library/service/doctor-report.ts'
import { temporaryFolder } from '../store/temporary-library.ts'
import { ask, startService } from './running-service.ts'

/** A library whose index does not know its one policy yet. */
async function laggingLibrary() {
  const service = await startService(temporaryFolder())
  await service.session.writer.recordDocuments([
    {
      location: 'policy\n饮水管护办法',
      source: '饮水管护办法.md',
      sourceSha256: '0'.repeat(64),
      content: { format: 1, kind: 'policy', identifier: undefined, title: '饮水管护办法', body: '第一条　每月检查。' },
      blobs: [],
      activity: 'import',
      starter: false,
    },
  ])
  return service
}
const indexOf = ({ checks }: DoctorReport) => checks.find(({ code }) => code === 'index')

describe('an index that lags behind its library', () => {
  it('is brought in step before it is judged', async () => {
    const service = await laggingLibrary()
    const report = await ask<DoctorReport>(service, 'GET', '/api/doctor')
    expect(indexOf(report)).toMatchObject({ ok: true, detail: expect.stringContaining('与资料库同步') })
    expect(report.ok).toBe(true)
  })

  it('is no fault while long work brings it in step', async () => {
    const { session } = await laggingLibrary()
    const untouched = () => Promise.reject(new Error('was asked for'))
    const report = await examineLibrary(session.access, session.paths, () => session.writer.findDamage(), {
      isAtWork: () => true,
      catchUp: untouched,
      renew: untouched,
    })
    expect(indexOf(report)).toMatchObject({ ok: true, detail: '正在补上 1 处改动' })
  })

  it('is a fault where nothing can be written', async () => {
    const { session } = await laggingLibrary()
    const report = await examineLibrary(session.access, session.paths, () => session.writer.findDamage(), undefined)
    expect(indexOf(report)).toMatchObject({ ok: false, detail: '落后 1 处改动' })
    expect(report.ok).toBe(false)
  })
})
