import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { RunningService } from '../../library/service/run-service.ts'
import type { FormData } from '../../library/templates/template-schema.ts'
import { closeOnce, startService } from '../service/running-service.ts'
import { temporaryFolder } from '../store/temporary-library.ts'
import { makeDocx, paragraph } from '../templates/document/make-docx.ts'
import { paragraphsOf } from '../templates/document/read-made.ts'
import { writeSheet } from '../templates/known/office-desk.ts'
import { ErrorFacts } from './contract.ts'
import { runCommand } from './run-command.ts'

const content = fileURLToPath(new URL('../../content/templates/', import.meta.url))
const NAME = 'dibao-shenqingbiao'
const TITLE = '最低生活保障申请表'
const sample = (quality: string) =>
  (JSON.parse(readFileSync(path.join(content, `${NAME}.${quality}.sample.json`), 'utf8')) as { data: FormData }).data

const Problem = z.looseObject({ code: z.string(), says: z.string(), quote: z.string() })
const Listed = z.array(
  z.looseObject({ itemId: z.string(), title: z.string(), fields: z.int(), revision: z.string(), own: z.boolean() }),
)
const Fields = z.strictObject({
  itemId: z.string(),
  title: z.string(),
  revision: z.string(),
  fields: z.array(
    z.strictObject({
      path: z.string(),
      title: z.string(),
      type: z.string(),
      required: z.boolean(),
      format: z.string().optional(),
      meaning: z.string().optional(),
      description: z.string().optional(),
    }),
  ),
  placeholders: z.array(z.looseObject({ tag: z.string(), path: z.string(), part: z.string(), paragraph: z.int() })),
  problems: z.array(Problem),
})
const Filled = z.strictObject({
  templateId: z.string(),
  revision: z.string(),
  directory: z.string(),
  made: z.int(),
  files: z.array(z.string()),
  failed: z.array(z.strictObject({ row: z.int(), name: z.string(), reasons: z.array(z.string()) })),
  warned: z.array(z.looseObject({ row: z.int(), name: z.string(), findings: z.array(z.unknown()) })),
  ledger: z.string().optional(),
  findings: z.array(z.looseObject({ rule: z.string(), severity: z.string(), says: z.string() })),
  seconds: z.number(),
})

const library = temporaryFolder(afterAll)
let served: Promise<RunningService> | undefined
/** A library that only commands ever opened has what comes with the app; a service that runs already then answers them. */
const openOffice = () => {
  served ??= runCommand(['template', 'list', '--library', library]).then(() =>
    startService(library, { atEnd: () => {} }),
  )
  return served
}
afterAll(async () => void (served && (await closeOnce(await served))))
const template = async (...given: readonly string[]) => {
  await openOffice()
  return runCommand(['template', ...given, '--library', library])
}
const data = (given: unknown) => {
  const file = path.join(temporaryFolder(), 'data.json')
  writeFileSync(file, JSON.stringify(given))
  return file
}
const outFolder = () => path.join(temporaryFolder(), 'made')
const json = <T extends z.ZodType>(shape: T, { stdout }: { stdout: string }): z.output<T> =>
  shape.parse(JSON.parse(stdout))

describe('xinhuo template', { timeout: 60_000 }, () => {
  it('lists templates and the fields of one, by id or title', async () => {
    const list = json(Listed, await template('list', '--json'))
    expect(list.map(({ itemId, title }) => [itemId, title])).toContainEqual([NAME, TITLE])
    const [found] = json(Listed, await template('list', '--query', 'zdshbzsqb', '--json'))
    expect(found?.itemId).toBe(NAME)
    expect(json(Listed, await template('list', '--topic', '没有', '--json'))).toEqual([])
    const fields = json(Fields, await template('fields', TITLE, '--json'))
    expect(fields).toEqual(json(Fields, await template('fields', NAME, '--json')))
    expect(fields.fields.find(({ path: at }) => at === '身份证号')).toMatchObject({
      type: 'string',
      required: true,
      format: 'resident-id',
      meaning: 'person.residentId',
    })
    expect(fields.fields.some(({ path: at }) => at === '家庭成员/姓名')).toBe(true)
    const unknown = await template('fields', '没有的表', '--json')
    expect([unknown.code, json(ErrorFacts, unknown).error.what]).toEqual([2, '没有“没有的表”这个模板。'])
  })

  it('fills one document, keeps it, and never writes over one that is there', async () => {
    const out = outFolder()
    const given = data(sample('good'))
    const first = json(Filled, await template('fill', TITLE, '--data', given, '--out', out, '--json'))
    expect(first).toMatchObject({ templateId: NAME, directory: out, made: 1, failed: [] })
    const made = paragraphsOf(readFileSync(path.join(out, first.files[0] ?? '')))
    expect(made.join('\n')).toContain(String(sample('good').申请人姓名))
    expect(made.join('\n')).not.toMatch(/[{}]|undefined/)
    const again = json(Filled, await template('fill', NAME, '--data', given, '--out', out, '--no-keep', '--json'))
    expect(again.files).toEqual([first.files[0]?.replace('.docx', '（2）.docx')])
    expect(paragraphsOf(readFileSync(path.join(out, again.files[0] ?? '')))).toEqual(made)
    const named = await template('fill', NAME, '--data', given, '--out', out, '--name', '{申请人姓名}的表')
    expect(named.stdout).toContain(`${String(sample('good').申请人姓名)}的表.docx`)
    const [listed] = json(Listed, await template('list', '--json'))
    expect(listed).toMatchObject({ lastUsed: { changed: false } })
  })

  it('prints values as text, whatever they look like, kept or not', async () => {
    const out = outFolder()
    const given = data({ ...sample('good'), 申请理由: '{身份证号}{#x}=1+1 {{z}}<w:p/>𠮷\n第二行' })
    for (const keep of [[], ['--no-keep']]) {
      const filled = await template('fill', NAME, '--data', given, '--out', out, ...keep, '--json')
      expect(filled.code).toBe(0)
      const made = paragraphsOf(readFileSync(path.join(out, json(Filled, filled).files[0] ?? ''))).join('\n')
      expect(made).toContain('{身份证号}{#x}=1+1 {{z}}<w:p/>𠮷')
    }
  })

  it('leaves undone what must be settled, says each reason, and does it all the same when forced', async () => {
    const out = outFolder()
    const { 申请人姓名: _, ...rest } = sample('good')
    const given = data({ ...rest, 身份证号: '110101199003072315' })
    for (const keep of [[], ['--no-keep']]) {
      const refused = await template('fill', NAME, '--data', given, '--out', out, ...keep)
      expect(refused.code).toBe(1)
      expect(refused.stdout).toMatch(/还没有填“申请人姓名”。[\s\S]*“身份证号”的校验位不对/)
      expect(existsSync(out) ? readdirSync(out) : []).toEqual([])
    }
    const forced = await template('fill', NAME, '--data', given, '--out', out, '--force', '--json')
    expect([forced.code, json(Filled, forced).made]).toEqual([0, 1])
    expect(json(Filled, forced).findings.filter(({ severity }) => severity === 'must').length).toBeGreaterThan(1)
    expect(readdirSync(out)).toHaveLength(1)
  })

  it('goes on with a form filled before, and takes nothing of another person without that', async () => {
    const out = outFolder()
    const good = sample('good')
    await template('fill', NAME, '--data', data(good), '--out', out)
    const { 申请人姓名: name, ...others } = good
    const alone = await template(
      'fill',
      NAME,
      '--data',
      data({ 申请人姓名: '李新' }),
      '--out',
      out,
      '--force',
      '--json',
    )
    const made = readFileSync(path.join(out, json(Filled, alone).files[0] ?? ''))
    expect(paragraphsOf(made).join()).not.toContain(String(others.身份证号))
    const forms = await runCommand(['form', 'list', '--library', library, '--json'])
    const Forms = z.looseObject({ forms: z.array(z.looseObject({ id: z.string(), title: z.string() })) })
    const before = json(Forms, forms).forms.find(({ title }) => title.includes(String(name)))
    const { 家庭成员 } = good
    const went = await template(
      'fill',
      NAME,
      '--data',
      data({ 家庭成员 }),
      '--from',
      before?.id ?? '',
      '--out',
      out,
      '--force',
      '--json',
    )
    expect(paragraphsOf(readFileSync(path.join(out, json(Filled, went).files[0] ?? ''))).join()).toContain(
      String(others.身份证号),
    )
  })

  it('fills a document for each row of a spreadsheet and lists the rows that failed', async () => {
    const out = outFolder()
    const docx = path.join(temporaryFolder(), '在职证明.docx')
    writeFileSync(docx, makeDocx({ body: paragraph('在职证明') + paragraph('{姓名}，身份证号{身份证号}。') }))
    await template('add', docx)
    const sheet = await writeSheet(path.join(temporaryFolder(), '名单.xlsx'), [
      ['姓名', '身份证号码'],
      ['张三', '110101199003072316'],
      ['李四', '110101199003072315'],
    ])
    const filled = await template('fill', '在职证明', '--data', sheet, '--out', out, '--json')
    const result = json(Filled, filled)
    expect(result).toMatchObject({ made: 1, directory: out, findings: [] })
    expect(result.failed).toMatchObject([{ row: 3, reasons: [expect.stringContaining('校验位')] }])
    expect(filled.code).toBe(1)
    expect(readdirSync(out).sort()).toEqual([...result.files, result.ledger ?? ''].sort())
  })

  it('proposes a template from a document and keeps it, also from blanks alone', async () => {
    const out = outFolder()
    const docx = path.join(temporaryFolder(), '登记表.docx')
    writeFileSync(
      docx,
      makeDocx({ body: paragraph('外出务工登记表') + paragraph('姓名：______') + paragraph('{姓明') }),
    )
    const proposed = await template('propose', docx)
    expect(proposed.stdout).toMatch(
      /《外出务工登记表》：1 个字段，从空白处推出。\n {2}姓名 {2}string {2}person\.name\n {2}注意（正文第3段）：“\{姓明”少了右花括号/,
    )
    const added = await template('add', docx, '--title', '务工登记', '--json')
    expect(JSON.parse(added.stdout)).toMatchObject({ title: '务工登记', fields: 1, own: true })
    await template('fill', '务工登记', '--data', data({ 姓名: '张三' }), '--out', out, '--no-keep', '--force')
    expect(paragraphsOf(readFileSync(path.join(out, readdirSync(out)[0] ?? '')))[1]).toBe('姓名：张三')
  })

  it.each([
    [['fill', NAME, '--out', 'x'], 2, /没有数据/],
    [['fill', NAME, '--data', '/nowhere.json', '--out', 'x'], 2, /打不开 nowhere\.json/],
    [['fill', NAME, '--data', 'a.txt', '--out', 'x'], 2, /\.json、\.xlsx 或 \.csv/],
    [['fill', NAME, '--data', 'a.xlsx', '--out', 'x', '--pdf'], 2, /不能用 --pdf/],
    [['propose', '/nowhere.docx'], 2, /打不开 nowhere\.docx/],
  ] as const)('%j is refused with a sentence', async (given, code, sentence) => {
    const refused = await template(...given)
    expect([refused.code, refused.stdout]).toEqual([code, ''])
    expect(refused.stderr).toMatch(sentence)
  })
})
