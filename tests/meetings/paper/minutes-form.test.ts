import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorResponse } from '../../../library/http/error-response.ts'
import type { MaterialView } from '../../../library/meetings/materials/material-view.ts'
import { minutesRoutes } from '../../../library/meetings/paper/minutes.routes.ts'
import { findForm } from '../../../library/templates/forms/forms.repository.ts'
import { openMaterialDesk } from '../materials/material-desk.ts'
import { openPaperDesk, type PaperDesk } from './paper-desk.ts'

let desk: PaperDesk
let app: Hono
beforeAll(async () => {
  desk = await openPaperDesk()
  const { access, writer } = desk.session
  app = new Hono().route('/', minutesRoutes(access, writer)).onError((error, c) => errorResponse(c, error))
}, 60_000)
afterAll(() => desk.close())

describe('the form of the minutes', () => {
  it('is opened with what the meeting says, each value with where it came from', async () => {
    const answer = await app.request('/huiyi-tiaojie-xinfang-gaoji-peixun/minutes-form', { method: 'POST' })
    expect(answer.status).toBe(201)
    const { formId } = (await answer.json()) as { formId: string }
    const form = await findForm(desk.session.access.db, formId)
    expect(form).toMatchObject({ templateId: 'huiyi-jiyao', state: 'draft' })
    expect(form?.data).toMatchObject({
      会议名称: '高级培训：分路、调解、答复，三处磨到位',
      会议地点: '石坪乡政府多功能室',
      主持人: '司法所所长 汤思远',
      出席人员: '汤思远、许守义、陆有田、程小雨',
      记录人: '祝小荷',
      印发机关: '石坪乡司法所',
    })
    expect(form?.data.议定事项).toContainEqual({
      事项: '六条路做成一页纸',
      决定: '六条路做成一页纸，贴在接待室',
      责任单位: '司法所',
    })
    expect(form?.sources.会议地点).toEqual({
      type: 'earlier',
      title: '会议《高级培训：分路、调解、答复，三处磨到位》',
      open: '/meetings/huiyi-tiaojie-xinfang-gaoji-peixun',
    })
    expect(form?.sources['议定事项/0/决定']).toBeDefined()
  })

  it('is of meetings alone', async () => {
    const answer = await app.request('/yanlian-zhaijidi-bianjie/minutes-form', { method: 'POST' })
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ error: { code: 'PAPER_NOT_OF_THIS' } })
  })

  it('says so where there is no such form in the library', async () => {
    const bare = await openMaterialDesk()
    try {
      const { id }: MaterialView = await bare.make({ title: '例会' })
      const routes = new Hono()
        .route('/', minutesRoutes(bare.access, bare.writer))
        .onError((error, c) => errorResponse(c, error))
      const answer = await routes.request(`/${id}/minutes-form`, { method: 'POST' })
      expect(answer.status).toBe(404)
      expect(await answer.json()).toMatchObject({
        error: { code: 'MINUTES_TEMPLATE_MISSING', todo: expect.stringContaining('导入') },
      })
    } finally {
      await bare.close()
    }
  })
})
