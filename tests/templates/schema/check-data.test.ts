import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openDataCheck } from '../../../library/templates/schema/check-data.ts'
import type { FormData, TemplateSchema } from '../../../library/templates/template-schema.ts'
import { schemaOf } from '../document/make-docx.ts'

const day = { today: '2026-11-21' }
const findings = async (schema: TemplateSchema, data: FormData) => openDataCheck(schema).findings(data, day)
const said = async (schema: TemplateSchema, data: FormData) => (await findings(schema, data)).map(({ says }) => says)

const household = schemaOf(
  {
    姓名: { type: 'string', title: '申请人姓名', maxLength: 4 },
    身份证号: { type: 'string', format: 'resident-id' },
    性别: { type: 'string', enum: ['男', '女'] },
    金额: { type: 'number', format: 'money', minimum: 0, maximum: 10000 },
    委托办理: { type: 'boolean' },
    受托人: { type: 'string' },
    编号: { type: 'string', pattern: '^[A-Z]\\d+$' },
    成员: {
      type: 'array',
      title: '家庭成员',
      minItems: 1,
      items: {
        type: 'object',
        properties: { 姓名: { type: 'string' }, 年龄: { type: 'integer', title: '周岁', minimum: 0 } },
        required: ['姓名'],
      },
    },
  },
  {
    required: ['姓名', '身份证号', '成员'],
    allOf: [
      {
        if: { properties: { 委托办理: { const: true } }, required: ['委托办理'] },
        // biome-ignore lint/suspicious/noThenProperty: JSON Schema calls it so.
        then: { required: ['受托人'] },
      },
    ],
  },
)

describe('findings', () => {
  it('name what is missing in the order of the form, an empty text and an empty row counting as nothing', async () => {
    const found = await findings(household, { 身份证号: '  ', 成员: [{}, { 姓名: '' }] })
    expect(
      found.map(({ rule, says, place, severity }) => [rule, says, place.type === 'field' && place.path, severity]),
    ).toEqual([
      ['missing', '还没有填“申请人姓名”。', '姓名', 'must'],
      ['missing', '还没有填“身份证号”。', '身份证号', 'must'],
      ['missing', '还没有填“家庭成员”。', '成员', 'must'],
    ])
  })

  it('say in sentences what is written wrongly, also in a table’s row', async () => {
    const data = {
      姓名: '欧阳小小小',
      身份证号: '110101199003072315',
      性别: '未知',
      金额: 12.345,
      编号: 'a1',
      成员: [{ 姓名: '甲', 年龄: 1.5 }, { 年龄: -1 }],
    }
    expect(await said(household, data)).toEqual([
      '“申请人姓名”最多写 4 个字，现在有 5 个。',
      '“身份证号”的校验位不对，可能有一位写错了。',
      '“性别”只能是“男”、“女”。',
      '“金额”应是金额，最多两位小数。',
      '“编号”的写法不对。',
      '“家庭成员第1行的周岁”应是整数。',
      '还没有填“家庭成员第2行的姓名”。',
      '“家庭成员第2行的周岁”不能小于 0。',
    ])
  })

  it('ask for what is required only when the condition holds', async () => {
    const data = { 姓名: '张三', 身份证号: '110101199003072316', 成员: [{ 姓名: '张三' }] }
    expect(await said(household, data)).toEqual([])
    expect(await said(household, { ...data, 委托办理: false })).toEqual([])
    expect(await said(household, { ...data, 委托办理: true })).toEqual(['还没有填“受托人”。'])
  })

  it('name data of no field, and the likely one', async () => {
    const [found] = (await findings(schemaOf(['联系电话']), { 联系电活: '1' })).filter(
      ({ rule }) => rule === 'unknown-field',
    )
    expect(found).toMatchObject({
      severity: 'should',
      says: '数据里的“联系电活”不是这个模板的字段，没有用上；是不是“联系电话”。',
    })
  })

  it('have an id each, the same for the same thing every time', async () => {
    const data = { 姓名: '欧阳小小小', 多余: '1', 成员: [{}, { 年龄: -1 }] }
    const [one, other] = [await findings(household, data), await findings(household, data)]
    expect(one).toEqual(other)
    expect(new Set(one.map(({ id }) => id)).size).toBe(one.length)
  })

  it('never throw and never speak of “undefined”, whatever the data', async () => {
    const cell = fc.oneof(fc.string(), fc.double(), fc.boolean())
    const data = fc.dictionary(
      fc.constantFrom('姓名', '身份证号', '金额', '成员', '委托办理', 'constructor', '别的'),
      fc.oneof(cell, fc.array(fc.dictionary(fc.constantFrom('姓名', '年龄', 'toString'), cell), { maxLength: 3 })),
    )
    const check = openDataCheck(household)
    await fc.assert(
      fc.asyncProperty(data, async (given) => {
        const completed = await check.complete(given as FormData, day)
        for (const { says } of await check.findings(completed, day))
          expect(says).not.toMatch(/undefined|null|NaN|\[object/)
      }),
    )
  })
})

describe('checks across fields', () => {
  const rows = {
    type: 'array',
    items: { type: 'object', properties: { 姓名: { type: 'string' }, 年龄: { type: 'integer' } } },
  } as const
  const schema = schemaOf(
    { 人数: { type: 'integer' }, 成员: rows },
    {
      'x-checks': [
        {
          id: 'count',
          severity: 'must',
          holds: '人数 = $count(成员)',
          says: '人数与成员的行数不一致。',
          fields: ['人数', '成员'],
        },
        { id: 'age', severity: 'should', holds: '年龄 < 120', says: '年龄太大。', fields: ['成员/年龄'] },
        {
          id: 'order',
          severity: 'must',
          holds: '$row = 1 or 年龄 <= $form.成员[0].年龄',
          says: '第一位应是最年长的。',
          fields: ['成员/年龄'],
        },
        {
          id: 'adults',
          severity: 'must',
          holds: '$count(成员[年龄 >= 18]) > 0',
          says: '至少要有一位成年人。',
          fields: ['成员/年龄'],
        },
        { id: 'today', severity: 'must', holds: '$today = "2026-11-21"', says: '日子不对。', fields: ['人数'] },
      ],
    },
  )

  it('are found where they do not hold, by row where they speak of one', async () => {
    const data = { 人数: 3, 成员: [{ 年龄: 10 }, { 年龄: 130 }] }
    const found = await findings(schema, data)
    expect(
      found.map(({ rule, severity, says, place }) => [rule, severity, says, place.type === 'field' && place.path]),
    ).toEqual([
      ['contradiction', 'must', '人数与成员的行数不一致。', '人数'],
      ['contradiction', 'should', '第2行：年龄太大。', '成员/1/年龄'],
      ['contradiction', 'must', '第2行：第一位应是最年长的。', '成员/1/年龄'],
    ])
  })

  it('do not apply where what they need is not filled in', async () => {
    const one = schemaOf(
      { 甲: { type: 'number' }, 乙: { type: 'number' } },
      { 'x-checks': [{ id: 'less', severity: 'must', holds: '甲 ? 甲 < 乙', says: '甲应小于乙。', fields: ['甲'] }] },
    )
    expect(await said(one, {})).toEqual([])
    expect(await said(one, { 甲: 2, 乙: 1 })).toEqual(['甲应小于乙。'])
  })

  it.each([
    ['does not parse', '1 +'],
    ['fails', '$sum("x")'],
    ['calls what does not exist', '$readFile("/etc/passwd")'],
    ['goes round for ever', '($f := function($x){ $f($x + 1) }; $f(1))'],
    ['counts for ever', '$count([1..10000000].[1..10000000])'],
    ['backtracks for ever', '$match("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", /^(a+)+$/)'],
  ])('one that %s is said not to have run, and the others run on', { timeout: 20_000 }, async (_what, holds) => {
    const broken = schemaOf(
      { 甲: { type: 'string' } },
      {
        'x-checks': [
          { id: 'broken', severity: 'must', holds, says: '坏的。', fields: ['甲'] },
          { id: 'good', severity: 'must', holds: '甲 = "乙"', says: '甲应是乙。', fields: ['甲'] },
        ],
      },
    )
    const found = await findings(broken, { 甲: '甲' })
    expect(found.map(({ rule }) => rule)).toEqual(['check-not-run', 'contradiction'])
    expect(found[0]).toMatchObject({ severity: 'should', says: '有一项检查没有做成：坏的。' })
  })

  it.each([
    'process.env',
    '$eval("process.env.PATH")',
    'constructor.constructor',
    '__proto__.toString',
    '$form.constructor',
  ])('%s reaches nothing but the data', async (reach) => {
    const one = schemaOf({ 甲: { type: 'string' }, 乙: { type: 'string', 'x-computed': `$string(${reach})` } })
    expect(await openDataCheck(one).complete({ 甲: '甲' }, day)).toEqual({ 甲: '甲' })
  })

  it('cannot fill the memory by padding', async () => {
    const one = schemaOf({ 甲: { type: 'string', 'x-computed': '$pad("", 900000000)' } })
    const { 甲 } = await openDataCheck(one).complete({}, day)
    expect(String(甲 ?? '').length).toBeLessThan(20_000)
  })

  it('of a schema that cannot be understood at all leave the rest standing', async () => {
    const broken = schemaOf({ 甲: { type: 'string' } }, { allOf: [{ $ref: 'https://example.org/elsewhere.json' }] })
    const found = await findings(broken, { 甲: '甲' })
    expect(found).toMatchObject([{ rule: 'check-not-run', says: '必填和格式没有检查。', place: { type: 'whole' } }])
  })

  it('with a pattern that backtracks for ever says it was not checked', { timeout: 20_000 }, async () => {
    const one = schemaOf({ 甲: { type: 'string', pattern: '^(a+)+$' } })
    expect(await findings(one, { 甲: `${'a'.repeat(40)}!` })).toMatchObject([{ rule: 'check-not-run' }])
  })
})

describe('completing', () => {
  const schema = schemaOf({
    单价: { type: 'number', format: 'money' },
    数量: { type: 'number', default: 3 },
    合计: { type: 'number', format: 'money', 'x-computed': '单价 * 数量' },
    大写说明: { type: 'string', 'x-computed': '"合计" & $string(合计)' },
    明细: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          序号: { type: 'integer', 'x-computed': '$row' },
          名称: { type: 'string' },
          占比: { type: 'number', 'x-computed': '$form.数量 / 10' },
          单位: { type: 'string', default: '件' },
        },
      },
    },
    循环甲: { type: 'number', 'x-computed': '循环乙 + 1' },
    循环乙: { type: 'number', 'x-computed': '循环甲 + 1' },
  })

  it('computes what the person left, one value from another, without the noise of floats', async () => {
    const data = await openDataCheck(schema).complete(
      { 单价: 0.1, 明细: [{ 名称: '甲' }, { 名称: '乙', 序号: 9, 单位: '个' }] },
      day,
    )
    expect(data).toEqual({
      单价: 0.1,
      数量: 3,
      合计: 0.3,
      大写说明: '合计0.3',
      明细: [
        { 序号: 1, 名称: '甲', 占比: 0.3, 单位: '件' },
        { 序号: 9, 名称: '乙', 占比: 0.3, 单位: '个' },
      ],
    })
  })

  it('leaves what the person typed, and completes the completed no further', async () => {
    const check = openDataCheck(schema)
    const data = await check.complete({ 单价: 2, 合计: 7 }, day)
    expect(data).toMatchObject({ 合计: 7, 大写说明: '合计7' })
    expect(await check.complete(data, day)).toEqual(data)
  })

  it('understands numbers, dates and switches given as text, and leaves what it cannot', async () => {
    const typed = schemaOf({
      数: { type: 'number' },
      日: { type: 'string', format: 'date' },
      月: { type: 'string', format: 'year-month' },
      时: { type: 'string', format: 'time' },
      号: { type: 'string', format: 'resident-id' },
      机: { type: 'string', format: 'mobile-phone' },
      关: { type: 'boolean' },
      文: { type: 'string' },
    })
    const complete = (data: FormData) => openDataCheck(typed).complete(data, day)
    expect(
      await complete({
        数: '１,２３４.５元',
        日: '2026年3月5日',
        月: '2026/3',
        时: '9:05',
        号: '11010119900307231x',
        机: '138 0000 1234',
        关: '是',
        文: 12,
      }),
    ).toEqual({
      数: 1234.5,
      日: '2026-03-05',
      月: '2026-03',
      时: '09:05',
      号: '11010119900307231X',
      机: '13800001234',
      关: true,
      文: '12',
    })
    for (const date of ['2026.3.5', '2026-3-5', '2026/03/05', '20260305', '2026年3月5日', '2026-03-05T00:00:00.000Z']) {
      expect(await complete({ 日: date })).toEqual({ 日: '2026-03-05' })
    }
    expect(await complete({ 数: '三百', 日: '明天', 关: '也许' })).toEqual({ 数: '三百', 日: '明天', 关: '也许' })
  })

  it('says where a value could not be computed', async () => {
    const broken = schemaOf({ 合计: { type: 'number', title: '总数', 'x-computed': '$sum("x")' } })
    const [found] = await findings(broken, {})
    expect(found).toMatchObject({
      rule: 'check-not-run',
      says: '“总数”没有自动算出来，请自己填写。',
      place: { path: '合计' },
    })
    expect(await findings(broken, { 合计: 3 })).toEqual([])
  })
})

describe('the templates of the starter content', () => {
  const folder = new URL('../../../content/templates/', import.meta.url)
  const names = readdirSync(folder).flatMap((name) => (name.endsWith('.schema.json') ? [name.slice(0, -12)] : []))

  it.each(names)('%s: the good sample passes, the bad one does not', async (name) => {
    const read = (file: string) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as unknown
    const check = openDataCheck(read(`${name}.schema.json`) as TemplateSchema)
    for (const quality of ['good', 'bad']) {
      const file = `${name}.${quality}.sample.json`
      if (!existsSync(new URL(file, folder))) continue
      const data = await check.complete((read(file) as { data: FormData }).data, day)
      const must = (await check.findings(data, day)).filter(
        ({ severity, rule }) => severity === 'must' || rule === 'check-not-run',
      )
      if (quality === 'good') expect(must).toEqual([])
      else expect(must.length + (await check.findings(data, day)).length).toBeGreaterThan(0)
    }
  })
})
