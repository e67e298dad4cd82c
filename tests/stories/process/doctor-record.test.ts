import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { DoctorReport } from '../../../library/service/doctor-report.ts'
import { libraryPaths } from '../../../library/store/library-paths.ts'
import { openSqlite } from '../../../library/store/open-sqlite.ts'
import { ask } from '../../service/running-service.ts'
import { temporaryFolder } from '../../store/temporary-library.ts'
import { openStoryDesk, type StoryDesk } from './story-desk.ts'
import { wholeRecord } from './whole-record.ts'

let desk: StoryDesk
let root = ''
let id = ''
beforeAll(async () => {
  root = temporaryFolder(afterAll)
  desk = await openStoryDesk(root)
  id = (await desk.tell(wholeRecord('修渠'))).id
  await desk.bring(id, 'published')
}, 60_000)

/** Somebody with the file in hand, past everything the service would do; put right again after each test. */
function tamper(sql: string): void {
  const connection = openSqlite(libraryPaths(root).database)
  connection.exec(sql)
  connection.close()
}
const record = async () => {
  const { checks } = await ask<DoctorReport>(desk.service, 'GET', '/api/doctor')
  return checks.find(({ code }) => code === 'record')
}

describe('the doctor', () => {
  beforeEach(() => {
    tamper('CREATE TABLE IF NOT EXISTS kept AS SELECT * FROM editorial_event')
    tamper('DELETE FROM editorial_event; INSERT INTO editorial_event SELECT * FROM kept')
    tamper(`UPDATE story SET state = 'published' WHERE id = '${id}'`)
  })
  afterAll(() => tamper('DROP TABLE kept'))

  it('finds the record whole, and says how much there is of it', async () => {
    expect(await record()).toMatchObject({ ok: true, detail: '6 条，一条接一条，没有改动过' })
  })

  it('says which link was changed, and what is safe', async () => {
    tamper(`UPDATE editorial_event SET body = replace(body, '周明', '周亮'), by = '周亮' WHERE by = '周明'`)
    expect(await record()).toMatchObject({
      ok: false,
      detail: '第 4 条写下以后被改动过；在它前面的 3 条完好',
      todo: expect.stringContaining('故事都在'),
    })
  })

  it('says that the end is missing', async () => {
    tamper('DELETE FROM editorial_event WHERE number > 4')
    expect(await record()).toMatchObject({ ok: false, detail: '末尾少了 2 条；在它前面的 4 条完好' })
  })

  it('says that a story was moved past its steps', async () => {
    const other = await desk.tell(wholeRecord('没有人核实过的事'))
    tamper(`INSERT INTO kept SELECT * FROM editorial_event WHERE number > (SELECT max(number) FROM kept)`)
    tamper(`UPDATE story SET state = 'approved' WHERE id = '${other.id}'`)
    expect(await record()).toMatchObject({
      ok: false,
      detail: '《没有人核实过的事》现在的进度不是按记录走到的',
      todo: expect.stringContaining('请核对'),
    })
  })
})
