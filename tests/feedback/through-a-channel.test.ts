import { expect, it } from 'vitest'
import type { ExportedLetter, ReceivedReport, Report } from '../../library/feedback/report-view.ts'
import type { ReportAnswers } from '../../library/updates/repository-format.ts'
import { temporaryFolder } from '../store/temporary-library.ts'
import { createWorkshop, policy } from '../updates/channel-workshop.ts'
import { startReceiver } from '../updates/receiver.ts'

it('a question leaves on a stick, and its answer comes back with the channel’s next version, however often', async () => {
  const village = await startReceiver()
  const office = await startReceiver()
  const stick = temporaryFolder()
  const { number } = await village.send<Report>('POST', '/api/reports', { kind: 'question', text: '水费能不能减免？' })
  const { file } = await village.send<ExportedLetter>('POST', '/api/reports/export', { directory: stick })
  await office.send('POST', '/api/reports/received', { files: [file] })
  await office.send<ReceivedReport>('PATCH', `/api/reports/received/${number}`, { answer: '特困供养人员可以。' })
  const answers = await office.get<ReportAnswers>('/api/reports/received/answers')

  const workshop = createWorkshop()
  const items = [{ revisions: [policy('yinshui-guanhu', '饮水管护办法', ['水费按量收取。'])] }]
  workshop.publish({ version: 1, items })
  const { id } = await village.trust(workshop.directory)
  await village.apply(workshop.directory)
  const answered = async () => (await village.get<Report[]>('/api/reports'))[0]
  expect((await answered())?.answer).toBeUndefined()

  workshop.publish({ version: 2, items, answers })
  await village.apply(workshop.directory)
  expect((await answered())?.answer?.text).toBe('特困供养人员可以。')
  await village.send('PUT', `/api/reports/${(await answered())?.id}/seen`)

  workshop.publish({ version: 3, items, answers })
  await village.apply(workshop.directory)
  await village.rollBack(id, 1)
  expect(await answered()).toMatchObject({ answer: { text: '特困供养人员可以。' }, answerSeenAt: expect.any(String) })
})
