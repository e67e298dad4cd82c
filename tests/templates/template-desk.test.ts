import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunningService } from '../../library/service/run-service.ts'
import type { TemplateSchema } from '../../library/templates/template-schema.ts'
import type { ProposedTemplate, TemplateSummary, TemplateView } from '../../library/templates/template-view.ts'
import type { CheckedData } from '../../library/templates/templates.routes.ts'
import { ask, importPaths, startService } from '../service/running-service.ts'
import { temporaryFolder } from '../store/temporary-library.ts'
import { makeDocx, paragraph, schemaOf, table } from './document/make-docx.ts'
import { paragraphsOf } from './document/read-made.ts'

const content = (name: string) => readFileSync(new URL(`../../content/templates/${name}`, import.meta.url))

/** Gives a document to the service as a window does. */
async function give<T>(
  service: RunningService,
  at: string,
  docx: Uint8Array,
  name: string,
  definition?: unknown,
): Promise<{ status: number; body: T }> {
  const body = new FormData()
  body.append('file', new File([docx as Uint8Array<ArrayBuffer>], name))
  if (definition !== undefined) body.append('definition', JSON.stringify(definition))
  const response = await service.handle(new Request(`http://xinhuo/api/templates${at}`, { method: 'POST', body }))
  return { status: response.status, body: (await response.json()) as T }
}

async function fill(service: RunningService, id: string, data: object): Promise<Uint8Array> {
  const response = await service.handle(
    new Request(`http://xinhuo/api/templates/${id}/fill`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ data }),
    }),
  )
  if (!response.ok) throw new Error(await response.text())
  return new Uint8Array(await response.arrayBuffer())
}

/** A desk that nothing was given to; starting one is most of what a test takes. */
const openDesk = () => startService(temporaryFolder())
let desk: RunningService
/** The desk for whoever asks for what they gave themselves. */
beforeAll(async () => {
  desk = await startService(temporaryFolder(afterAll), { atEnd: afterAll })
})

/** Writes files into a folder and imports it. */
async function importFolder(
  service: RunningService,
  files: Readonly<Record<string, string | Uint8Array>>,
  kind?: string,
  activity?: 'install',
) {
  const folder = temporaryFolder()
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), bytes)
  }
  if (kind === undefined) return importPaths(service, [folder])
  const { id } = await service.session.jobs.start('import', { paths: [folder], kind, activity })
  for await (const view of service.session.jobs.follow(id)) if (view.state === 'done') return view
  throw new Error('the import did not end')
}

describe('a .docx of one’s own', () => {
  const docx = makeDocx({
    body: [
      paragraph('困难补助申请'),
      paragraph('申请人：{姓', '名}，身份证号{身份证号}，电话{联系电话}。'),
      paragraph('申请金额{申请金额}元（大写{申请金额|大写}），申请日期{申请日期}。'),
      table([paragraph('姓名'), paragraph('年龄')], [paragraph('{#家庭成员}{姓名}'), paragraph('{年龄}{/家庭成员}')]),
      paragraph('{#低保户}系低保户。{/}'),
    ].join(''),
  })

  it('is proposed with types, formats, meanings and tables, kept without touching JSON, and filled', async () => {
    const service = desk
    const { body: proposed } = await give<ProposedTemplate>(service, '/propose', docx, '附件2.docx')
    expect(proposed.title).toBe('困难补助申请')
    expect(proposed.problems).toEqual([])
    expect(proposed.schema.properties).toMatchObject({
      姓名: { type: 'string', 'x-meaning': 'person.name' },
      身份证号: { format: 'resident-id', 'x-meaning': 'person.residentId' },
      联系电话: { format: 'phone', 'x-meaning': 'person.phone' },
      申请金额: { type: 'number', format: 'money' },
      申请日期: { format: 'date', 'x-meaning': 'document.date' },
      家庭成员: { type: 'array', items: { properties: { 姓名: { type: 'string' }, 年龄: { type: 'integer' } } } },
      低保户: { type: 'boolean' },
    })
    const { status, body: kept } = await give<TemplateSummary>(service, '', docx, '附件2.docx', {
      title: '困难补助申请书',
      topics: ['社会救助'],
      schema: proposed.schema,
    })
    expect(status).toBe(201)
    expect(kept).toMatchObject({ title: '困难补助申请书', own: true, fields: 7, official: false })
    const made = await fill(service, kept.itemId, {
      姓名: '张三',
      申请金额: 1200,
      申请日期: '2026-11-21',
      家庭成员: [{ 姓名: '李四', 年龄: 60 }],
    })
    const check = (document: boolean) =>
      ask<CheckedData>(service, 'POST', `/api/templates/${kept.itemId}/check`, {
        data: { 姓名: '张三', 申请日期: '2025-11-21', 身份证号: '待核实XX' },
        document,
      })
    const [inFields, inAll] = [await check(false), await check(true)]
    expect(inFields.findings.filter(({ place }) => place.type === 'document')).toEqual([])
    expect(inAll.findings).toEqual(expect.arrayContaining([...inFields.findings]))
    expect(inAll.findings).toContainEqual(
      expect.objectContaining({ rule: 'empty-placeholder', place: expect.objectContaining({ quote: 'XX' }) }),
    )
    expect(paragraphsOf(made)).toEqual([
      '困难补助申请',
      '申请人：张三，身份证号，电话。',
      '申请金额1200.00元（大写壹仟贰佰元整），申请日期2026年11月21日。',
      '姓名',
      '年龄',
      '李四',
      '60',
      '',
    ])
  })

  it('gets a further revision, while the one used before can still be filled', async () => {
    const service = desk
    const schema = schemaOf(['姓名'])
    const first = makeDocx({ body: paragraph('第一版{姓名}') })
    const { body: kept } = await give<TemplateSummary>(service, '', first, 'a.docx', { title: '证明', schema })
    const second = makeDocx({ body: paragraph('第二版{姓名}') })
    const { body: revised } = await give<TemplateSummary>(service, '', second, 'a.docx', {
      title: '证明（新）',
      schema,
      itemId: kept.itemId,
      samples: [{ title: '好的', quality: 'good', data: { 姓名: '张三' } }],
    })
    expect(revised).toMatchObject({ itemId: kept.itemId, title: '证明（新）' })
    expect(revised.revision).not.toBe(kept.revision)
    const view = await ask<TemplateView>(service, 'GET', `/api/templates/${kept.itemId}`)
    expect(view.samples).toHaveLength(1)
    expect(paragraphsOf(await fill(service, kept.itemId, { 姓名: '甲' }))).toEqual(['第二版甲'])
    const old = await ask<TemplateView>(service, 'GET', `/api/templates/${kept.itemId}?revision=${kept.revision}`)
    expect(old).toMatchObject({ title: '证明', revision: kept.revision, samples: [] })
  })

  it('of a title that is there already revises one’s own, and stands apart from what was installed', async () => {
    const service = await openDesk()
    const body = paragraph('证明') + paragraph('{姓名}')
    const schema = schemaOf(['姓名'])
    const keep = async (text: string) => {
      const docx = makeDocx({ body: body + paragraph(text) })
      return (await give<TemplateSummary>(service, '', docx, 'a.docx', { title: '证明', schema })).body.itemId
    }
    await importFolder(service, { '证明.docx': makeDocx({ body }) }, 'template', 'install')
    const [installed] = await ask<TemplateSummary[]>(service, 'GET', '/api/templates')
    expect(installed).toMatchObject({ title: '证明', own: false })
    expect(await keep('一')).not.toBe(installed?.itemId)
    // Changed here on purpose, it is one's own from then on.
    const changed = { title: '证明', schema, itemId: installed?.itemId }
    const { body: summary } = await give<TemplateSummary>(service, '', makeDocx({ body }), 'b.docx', changed)
    expect([summary.itemId, summary.own]).toEqual([installed?.itemId, true])
    expect(await ask<TemplateView>(service, 'GET', `/api/templates/${summary.itemId}`)).toMatchObject({ own: true })

    const other = await openDesk()
    await importFolder(other, { '证明.docx': makeDocx({ body }) }, 'template')
    const [own] = await ask<TemplateSummary[]>(other, 'GET', '/api/templates')
    const { body: again } = await give<TemplateSummary>(other, '', makeDocx({ body }), 'a.docx', {
      title: '证明',
      schema,
    })
    expect([own?.own, again.itemId]).toEqual([true, own?.itemId])
  })

  it('without any placeholder is proposed from its blanks, and made of those that are chosen', async () => {
    const service = desk
    const blank = makeDocx({
      body: [
        paragraph('外出务工登记表'),
        paragraph('姓名：______　　身份证号：＿＿＿＿＿＿'),
        paragraph('联系', '电话：'),
        table([
          paragraph('务工地点'),
          '<w:p/>',
          paragraph('月收入'),
          '<w:p><w:pPr><w:rPr><w:b/></w:rPr></w:pPr></w:p>',
        ]),
        paragraph('申请人签名：______'),
        paragraph('我承诺以上内容属实。'),
      ].join(''),
    })
    const { body: proposed } = await give<ProposedTemplate>(service, '/propose', blank, '登记表.docx')
    expect(proposed.blanks.map(({ name, paragraph: at, quote }) => [name, at, quote])).toEqual([
      ['姓名', 2, '姓名：____　　身份证号'],
      ['身份证号', 2, '身份证号：____'],
      ['联系电话', 3, '联系电话：____'],
      ['务工地点', 5, '务工地点____'],
      ['月收入', 7, '月收入____'],
    ])
    expect(Object.keys(proposed.schema.properties)).toEqual(['姓名', '身份证号', '联系电话', '务工地点', '月收入'])
    const { 身份证号: _, ...properties } = proposed.schema.properties
    const chosen = proposed.blanks.filter(({ name }) => name !== '身份证号')
    const { status, body: kept } = await give<TemplateSummary>(service, '', blank, '登记表.docx', {
      title: proposed.title,
      schema: { ...proposed.schema, properties },
      blanks: chosen.map(({ id, name }) => ({ id, name })),
    })
    expect([status, kept.title, kept.fields]).toEqual([201, '外出务工登记表', 4])
    const view = await ask<TemplateView>(service, 'GET', `/api/templates/${kept.itemId}`)
    expect(view.problems).toEqual([])
    const made = await fill(service, kept.itemId, {
      姓名: '张三',
      联系电话: '13800001234',
      务工地点: '杭州',
      月收入: 3000,
    })
    expect(paragraphsOf(made)).toEqual([
      '外出务工登记表',
      '姓名：张三　　身份证号：＿＿＿＿＿＿',
      '联系电话：13800001234',
      '务工地点',
      '杭州',
      '月收入',
      '3000.00',
      '申请人签名：______',
      '我承诺以上内容属实。',
    ])
  })

  it('is refused with a sentence when it is no document, or its definition is wrong', async () => {
    const service = desk
    const before = await ask(service, 'GET', '/api/templates')
    const refused = async (bytes: Uint8Array, definition?: unknown) =>
      (await give<{ error: { code: string; what: string } }>(service, '', bytes, 'a.docx', definition)).body.error
    expect((await refused(new Uint8Array())).code).toBe('TEMPLATE_UPLOAD_EMPTY')
    const broken = { title: '甲', schema: schemaOf([]) }
    expect((await refused(Buffer.from('no docx'), broken)).code).toBe('TEMPLATE_DOCUMENT_BROKEN')
    expect((await refused(docx, { title: '', schema: {} })).code).toBe('TEMPLATE_SCHEMA_REFUSED')
    expect((await refused(docx, { ...broken, itemId: 'nowhere' })).code).toBe('ITEM_NOT_FOUND')
    expect(await ask(service, 'GET', '/api/templates')).toEqual(before)
  })
})

describe('templates in the library', () => {
  const files = (...names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, content(name) as Uint8Array]))

  it('are listed, found by words, pinyin, initials, topic and post, and viewed with all they say', async () => {
    const service = await openDesk()
    await importFolder(
      service,
      files(
        'dibao-shenqingbiao.md',
        'dibao-shenqingbiao.docx',
        'dibao-shenqingbiao.schema.json',
        'dibao-shenqingbiao.good.sample.json',
        'dibao-shenqingbiao.bad.sample.json',
        'qingshi.md',
        'qingshi.docx',
        ...(['qingshi.schema.json', 'qingshi.good.sample.json', 'qingshi.bad.sample.json'] as const),
      ),
    )
    const found = async (query: string) =>
      (await ask<TemplateSummary[]>(service, 'GET', `/api/templates?${query}`)).map(({ itemId }) => itemId)
    expect(await found('')).toHaveLength(2)
    for (const q of ['最低生活', '申请表', 'zdsh', 'zuidishenghuo', '身份证号 家庭成员', '低保']) {
      expect(await found(`q=${encodeURIComponent(q)}`)).toEqual(['dibao-shenqingbiao'])
    }
    expect(await found('q=xqzw')).toEqual([])
    expect(await found(`topic=${encodeURIComponent('没有这个主题')}`)).toEqual([])
    const view = await ask<TemplateView>(service, 'GET', '/api/templates/dibao-shenqingbiao')
    const schema = JSON.parse(content('dibao-shenqingbiao.schema.json').toString('utf8')) as TemplateSchema
    expect(view).toMatchObject({ proposed: false, problems: [], official: false })
    expect(view.schema).toEqual(schema)
    expect(view.samples.map(({ quality }) => quality).sort()).toEqual(['bad', 'good'])
    expect(view.materials).toEqual(schema['x-materials'] ?? [])
    expect(view.basis.map(({ title, itemId }) => [title, itemId])).toEqual(
      (schema['x-basis'] ?? []).map(({ title }) => [title, undefined]),
    )
    expect(await found(`post=${encodeURIComponent(view.posts[0] ?? '')}`)).toContain('dibao-shenqingbiao')
  })

  it('resolve their basis to the library’s texts with anchors and validity', async () => {
    const service = desk
    const policy = (title: string, more = '') =>
      `---\nxinhuo: 1\nkind: policy\ntitle: ${title}\n${more}---\n第一条 甲。\n\n第六十二条 乙。\n`
    await importFolder(service, {
      'a.md': policy('中华人民共和国土地管理法'),
      'b.md': policy('旧办法', 'repealedOn: 2020-01-01\n'),
      'c.md': policy('新条例').replace(
        '第六十二条 乙。',
        '第六十二条 本条例自2020年1月1日起施行。《旧办法》同时废止。',
      ),
      'd.md': policy('民法典 总则'),
      'e.md': policy('民法典 物权编').replace('第六十二条', '第二百零七条'),
    })
    const schema = schemaOf(['姓名'], {
      'x-basis': [
        { title: '土地管理法', provisions: ['第六十二条第一款', '第九十九条'] },
        { title: '旧办法', provisions: ['第一条'] },
        { title: '没有的法' },
        { title: '民法典', provisions: ['第二百零七条'] },
      ],
    })
    const docx = makeDocx({ body: paragraph('{姓名}') })
    const { body: kept } = await give<TemplateSummary>(service, '', docx, 'a.docx', { title: '表', schema })
    const { basis } = await ask<TemplateView>(service, 'GET', `/api/templates/${kept.itemId}`)
    expect(basis).toMatchObject([
      { title: '土地管理法', validity: 'in-force', anchors: ['第六十二条'] },
      { title: '旧办法', validity: 'repealed', anchors: ['第一条'], replacedBy: { title: '新条例' } },
      { title: '没有的法' },
      { title: '民法典', validity: 'in-force', anchors: ['第二百零七条'] },
    ])
    expect(basis[2]?.itemId).toBeUndefined()
  })

  it('come from a .docx alone, with the schema and samples that lie beside it, and are read again when these change', async () => {
    const service = await openDesk()
    const folder = temporaryFolder()
    const write = (name: string, bytes: string | Uint8Array) => writeFileSync(path.join(folder, name), bytes)
    write('甲.docx', makeDocx({ body: paragraph('甲表') + paragraph('{姓名}') }))
    write('乙.docx', makeDocx({ body: paragraph('乙表') + paragraph('{身份证号}') }))
    write('乙.schema.json', JSON.stringify(schemaOf({ 身份证号: { type: 'string', title: '证件' } })))
    write('乙.sample-1.json', JSON.stringify({ title: '好', quality: 'good', data: { 身份证号: '1' } }))
    const run = async () => {
      const { id } = await ask<{ id: string }>(service, 'POST', '/api/imports', { paths: [folder], kind: 'template' })
      for await (const view of service.session.jobs.follow(id)) {
        if (view.state === 'done' && view.type === 'import') return view.result
      }
      return undefined
    }
    expect(await run()).toMatchObject({ imported: 2, skipped: [] })
    const list = await ask<TemplateSummary[]>(service, 'GET', '/api/templates')
    const views = await Promise.all(
      list.map(({ itemId }) => ask<TemplateView>(service, 'GET', `/api/templates/${itemId}`)),
    )
    expect(views.map(({ proposed, samples }) => [proposed, samples.length]).sort()).toEqual([
      [false, 1],
      [true, 0],
    ])
    const plain = views.find(({ proposed }) => proposed)
    expect(paragraphsOf(await fill(service, plain?.itemId ?? '', { 姓名: '张三' }))).toEqual(['甲表', '张三'])
    expect(await run()).toMatchObject({ imported: 0, revised: 0, unchanged: 2 })
    write('乙.schema.json', JSON.stringify(schemaOf({ 身份证号: { type: 'string', title: '证件号' } })))
    expect(await run()).toMatchObject({ revised: 1, unchanged: 1 })
  })

  it('with a broken schema or document say so, and the desk goes on', async () => {
    const service = await openDesk()
    const docx = makeDocx({ body: paragraph('{姓名}') })
    await importFolder(
      service,
      {
        '甲.docx': docx,
        '甲.schema.json': '{"type": "object", "properties": {',
        '乙.docx': makeDocx({ body: paragraph('乙'), others: { 'word/vbaProject.bin': 'x' } }),
      },
      'template',
    )
    const list = await ask<TemplateSummary[]>(service, 'GET', '/api/templates')
    expect(list).toHaveLength(2)
    const answers = await Promise.all(
      list.map(
        async ({ itemId }) =>
          (await service.handle(new Request(`http://xinhuo/api/templates/${itemId}`))).json() as Promise<object>,
      ),
    )
    expect(answers).toContainEqual(
      expect.objectContaining({ proposed: true, problems: [expect.objectContaining({ code: 'SCHEMA_BROKEN' })] }),
    )
    expect(answers).toContainEqual({ error: expect.objectContaining({ code: 'TEMPLATE_DOCUMENT_MACROS' }) })
  })

  it('that are no templates are said to be none', async () => {
    const service = desk
    await importFolder(service, { '办法.md': '# 某办法\n\n第一条 甲。\n' })
    const { items } = await ask<{ items: { itemId: string; title: string }[] }>(service, 'GET', '/api/items')
    const policy = items.find(({ title }) => title === '某办法')
    expect(policy).toBeDefined()
    await expect(ask(service, 'GET', `/api/templates/${policy?.itemId}`)).rejects.toMatchObject({ status: 404 })
    await expect(ask(service, 'GET', '/api/templates/nowhere')).rejects.toMatchObject({ status: 404 })
  })
})
