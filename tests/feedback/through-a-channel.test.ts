import { describe, expect, it } from 'vitest'
import type { ExportedLetter, Report } from '../../library/feedback/report-view.ts'
import type { ReportAnswers } from '../../library/updates/repository-format.ts'
import { ask as request } from '../service/running-service.ts'
import { policyText, temporaryFolder } from '../store/temporary-library.ts'
import { createWorkshop, policy } from '../updates/channel-workshop.ts'
import { startOffice } from '../updates/publishing/publishing-office.ts'
import { type Receiver, startReceiver } from '../updates/receiver.ts'

describe('a question that leaves on a stick', () => {
  const text = '水费能不能减免？'
  const ask = async (village: Receiver, stick: string) => {
    const { number } = await village.send<Report>('POST', '/api/reports', { kind: 'question', text })
    const { file } = await village.send<ExportedLetter>('POST', '/api/reports/export', { directory: stick })
    return { number, file }
  }
  const answered = async (village: Receiver) => (await village.get<Report[]>('/api/reports'))[0]

  it('comes back answered with the next release of the office that took it in', async () => {
    const village = await startReceiver()
    const { number, file } = await ask(village, temporaryFolder())
    const office = await startOffice()
    const send = (method: string, path: string, body: unknown) => request(office.service, method, path, body)
    await office.importText('水费.md', policyText('饮水管护办法', '水费按量收取'))
    await office.define({ choice: { queries: ['水费'], items: [], excluded: [] } })
    await office.publish()
    await village.trust(office.repository)
    await village.apply(office.repository)

    await send('POST', '/api/reports/received', { files: [file] })
    await send('PATCH', `/api/reports/received/${number}`, { answer: '特困供养人员可以。' })
    await send('POST', '/api/reports/received/answers', { directory: office.directory })
    expect(await office.publish('答复读者来信')).toMatchObject({ version: 2 })
    await village.apply(office.repository)
    expect((await answered(village))?.answer?.text).toBe('特困供养人员可以。')
  })

  it('keeps its answer when the same comes again, and when the channel goes back', async () => {
    const village = await startReceiver()
    const { number } = await ask(village, temporaryFolder())
    const workshop = createWorkshop()
    const items = [{ revisions: [policy('yinshui-guanhu', '饮水管护办法', ['水费按量收取。'])] }]
    workshop.publish({ version: 1, items })
    const { id } = await village.trust(workshop.directory)
    await village.apply(workshop.directory)
    expect((await answered(village))?.answer).toBeUndefined()

    const answers: ReportAnswers = {
      format: 1,
      answers: [{ number, answer: '特困供养人员可以。', answeredOn: '2026-03-05' }],
    }
    workshop.publish({ version: 2, items, answers })
    await village.apply(workshop.directory)
    await village.send('PUT', `/api/reports/${(await answered(village))?.id}/seen`)
    workshop.publish({ version: 3, items, answers })
    await village.apply(workshop.directory)
    await village.rollBack(id, 1)
    expect(await answered(village)).toMatchObject({
      answer: { text: '特困供养人员可以。' },
      answerSeenAt: expect.any(String),
    })
  })
})
