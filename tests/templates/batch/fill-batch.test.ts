import { readdirSync } from 'node:fs'
import path from 'node:path'
import readXlsxFile from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import type { FormSummary } from '../../../library/templates/forms/form-view.ts'
import { ask, startService } from '../../service/running-service.ts'
import { temporaryFolder } from '../../store/temporary-library.ts'
import { type Fields, keepTemplate, residentId, runBatch, wordsOf, writeSheet } from '../known/office-desk.ts'

const FIELDS: Fields = {
  镇名: { type: 'string', 'x-meaning': 'town.name' },
  姓名: { type: 'string', 'x-meaning': 'person.name' },
  身份证号: { type: 'string', format: 'resident-id', 'x-meaning': 'person.residentId' },
  性别: { type: 'string', enum: ['男', '女'], 'x-meaning': 'person.sex' },
  补助金额: { type: 'number', 'x-unit': '元' },
  申请日期: { type: 'string', format: 'date' },
}
const TITLE = '困难补助申请表'
const MORE = { required: ['姓名', '身份证号'], 'x-file-name': '{姓名}-补助' }

describe('a spreadsheet of rows', () => {
  it('becomes a document each, with the ledger of what was made, and forms that are kept', async () => {
    const service = await startService(temporaryFolder())
    await ask(service, 'PUT', '/api/unit', { values: { 'town.name': '溪口镇' }, villages: [] })
    const template = await keepTemplate(service, TITLE, FIELDS, MORE)
    const folder = temporaryFolder()
    const file = await writeSheet(path.join(temporaryFolder(), '名单.xlsx'), [
      ['户主姓名', '公民身份号码', '补助金额（元）', '申请日期'],
      ['张三', residentId(11), '1,200', '2024.3.5'],
      ['李四', residentId(22), '300元', '2024年3月6日'],
      ['王五', residentId(33), '80', '45357'],
    ])
    const job = await runBatch(service, template.itemId, file, { directory: folder })
    expect(job).toMatchObject({ state: 'done', result: { made: 3, failed: [], warned: [], cancelled: false } })
    expect(job.result?.files).toEqual(['张三-补助.docx', '李四-补助.docx', '王五-补助.docx'])
    expect(readdirSync(folder).sort()).toEqual([...(job.result?.files ?? []), job.result?.ledger].sort())
    const words = wordsOf(path.join(folder, '王五-补助.docx'))
    expect(words).toContain('镇名：溪口镇')
    expect(words).toContain('性别：男')
    expect(words).toContain('申请日期：2024年3月6日')
    const [sheet] = await readXlsxFile(path.join(folder, job.result?.ledger ?? ''))
    expect(sheet?.data[0]).toEqual(['行号', '名称', '文件', '编号', '检查结果'])
    expect(sheet?.data[1]).toEqual(['2', '张三', '张三-补助.docx', expect.stringMatching(/^[\dA-Z]{4}-/), null])
    const { total, forms } = await ask<{ total: number; forms: FormSummary[] }>(
      service,
      'GET',
      `/api/forms?batch=${job.id}`,
    )
    expect(total).toBe(3)
    expect(forms[0]).toMatchObject({ state: 'finished', batchId: job.id, templateTitle: TITLE })
  })
})
