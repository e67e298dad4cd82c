import { describe, expect, it } from 'vitest'
import type { RunningService } from '../../../library/service/run-service.ts'
import type { FinishedForm, FormView } from '../../../library/templates/forms/form-view.ts'
import type {
  BookEntry,
  KnownForTemplate,
  KnownSubject,
  KnownValue,
} from '../../../library/templates/known/known-view.ts'
import type { Meaning } from '../../../library/templates/meanings.ts'
import type { FormData } from '../../../library/templates/template-schema.ts'
import { ask, startService } from '../../service/running-service.ts'
import { temporaryFolder } from '../../store/temporary-library.ts'
import { type Fields, keepTemplate, residentId } from './office-desk.ts'

const OFFICE = {
  'county.name': '奉化区',
  'town.name': '溪口镇',
  'unit.name': '溪口镇人民政府',
  'unit.phone': '0574-88880000',
  'unit.handler': '赵六',
} as const
const PERSON = {
  'village.name': '大塘村',
  'village.group': '三组',
  'person.name': '张三',
  'person.residentId': residentId(11),
  'person.sex': '男',
  'person.birthDate': '1962-03-15',
  'person.nation': '汉族',
  'person.education': '小学',
  'person.marriage': '已婚',
  'person.health': '良好',
  'person.phone': '13800138000',
  'person.address': '溪口镇大塘村三组12号',
  'person.bank': '农村商业银行',
  'person.bankAccount': '6222020000000000000',
  'household.number': '0312',
} as const
const TWENTY = { ...OFFICE, ...PERSON }
const DATES: readonly string[] = ['person.birthDate']

/** A field for each meaning, named as each form calls it. */
const fieldsFor = (meanings: readonly string[], name: (meaning: string) => string): Fields =>
  Object.fromEntries(
    meanings.map((meaning) => [
      name(meaning),
      { type: 'string', 'x-meaning': meaning as Meaning, ...(DATES.includes(meaning) && { format: 'date' as const }) },
    ]),
  )
const first = (meaning: string) => `甲${meaning.replace('.', '')}`
const second = (meaning: string) => `乙${meaning.replace('.', '')}`

async function finish(service: RunningService, templateId: string, data: FormData): Promise<FinishedForm> {
  const draft = await ask<FormView>(service, 'POST', '/api/forms', { templateId })
  await ask(service, 'PUT', `/api/forms/${draft.id}`, { data: { ...draft.data, ...data }, sources: draft.sources })
  const done = await ask<FinishedForm>(service, 'POST', `/api/forms/${draft.id}/finish`, { letStand: [] })
  if (!done.finished) throw new Error(JSON.stringify(done.findings))
  return done
}
const knownFor = (service: RunningService, templateId: string) =>
  ask<KnownForTemplate>(service, 'GET', `/api/known/for/${templateId}`)
const valuesOf = ({ filled }: KnownForTemplate) =>
  Object.fromEntries(Object.entries(filled).map(([path, { value }]) => [path, value]))

describe('twenty fields filled once', () => {
  it('appear by themselves in a second template, each with where it came from', async () => {
    const service = await startService(temporaryFolder())
    const one = await keepTemplate(service, '甲表', fieldsFor(Object.keys(TWENTY), first))
    const two = await keepTemplate(service, '乙表', fieldsFor(Object.keys(TWENTY), second))
    const data = Object.fromEntries(Object.entries(TWENTY).map(([meaning, value]) => [first(meaning), value]))
    const { form } = await finish(service, one.itemId, data)
    const draft = await ask<FormView>(service, 'POST', '/api/forms', { templateId: two.itemId })
    expect(draft.data).toEqual(
      Object.fromEntries(Object.entries(TWENTY).map(([meaning, value]) => [second(meaning), value])),
    )
    const known = await knownFor(service, two.itemId)
    expect(known.subject).toMatchObject({ title: '张三（男，1962年生，大塘村，三组）', source: { type: 'earlier' } })
    expect(draft.sources[second('person.name')]).toMatchObject({
      type: 'earlier',
      title: expect.stringContaining('《甲表》'),
      open: `/forms/${form.id}`,
    })
  })

  it('are taken over for two hours and into another template only; the office’s stay', async () => {
    let now = new Date('2026-11-21T01:00:00Z')
    const service = await startService(temporaryFolder())
    Object.assign(service.session.access, { clock: () => now })
    const one = await keepTemplate(service, '甲表', fieldsFor(['town.name', 'person.name'], first))
    const two = await keepTemplate(service, '乙表', fieldsFor(['town.name', 'person.name'], second))
    await finish(service, one.itemId, { [first('town.name')]: '溪口镇', [first('person.name')]: '张三' })
    const both = { [second('town.name')]: '溪口镇', [second('person.name')]: '张三' }
    now = new Date('2026-11-21T02:59:00Z')
    expect(valuesOf(await knownFor(service, two.itemId))).toEqual(both)
    expect(valuesOf(await knownFor(service, one.itemId))).toEqual({ [first('town.name')]: '溪口镇' })
    now = new Date('2026-11-21T03:01:00Z')
    expect(await knownFor(service, two.itemId)).toMatchObject({
      filled: { [second('town.name')]: { value: '溪口镇' } },
    })
    expect((await knownFor(service, two.itemId)).subject).toBeUndefined()
    // Offered still, when looked for.
    expect(await ask<KnownSubject[]>(service, 'GET', '/api/known/subjects?q=zs')).toMatchObject([{ title: '张三' }])
  })
})

describe('what is known', () => {
  const APPLICANT: Fields = {
    申请人: { type: 'string', 'x-meaning': 'person.name' },
    申请人身份证: { type: 'string', 'x-meaning': 'person.residentId' },
    年龄: { type: 'integer', 'x-meaning': 'person.age' },
    电话: { type: 'string', 'x-meaning': 'person.phone' },
    配偶: { type: 'string', 'x-meaning': 'person.name', 'x-subject': '配偶' },
    配偶身份证: { type: 'string', 'x-meaning': 'person.residentId', 'x-subject': '配偶' },
    单位: { type: 'string', 'x-meaning': 'unit.name' },
    成员: {
      type: 'array',
      'x-meaning': 'household.members',
      items: {
        type: 'object',
        properties: {
          名: { type: 'string', 'x-meaning': 'person.name' },
          关系: { type: 'string', 'x-meaning': 'person.relation' },
          岁数: { type: 'integer', 'x-meaning': 'person.age' },
        },
      },
    },
  }
  const add = (service: RunningService, kind: BookEntry['kind'], values: BookEntry['values'], householdId?: string) =>
    ask<BookEntry>(service, 'POST', '/api/book', { kind, values, ...(householdId && { householdId }) })

  it('keeps two persons of one form apart', async () => {
    const service = await startService(temporaryFolder())
    const one = await keepTemplate(service, '申请表', APPLICANT)
    const two = await keepTemplate(service, '审批表', APPLICANT)
    await finish(service, one.itemId, {
      申请人: '张三',
      申请人身份证: residentId(11),
      配偶: '李四',
      配偶身份证: residentId(22, '19650101'),
    })
    const filled = valuesOf(await knownFor(service, two.itemId))
    expect(filled).toMatchObject({ 申请人: '张三', 配偶: '李四', 配偶身份证: residentId(22, '19650101') })
    const subjects = await ask<KnownSubject[]>(service, 'GET', '/api/known/subjects?q=李四')
    expect(subjects).toHaveLength(1)
    expect(subjects[0]?.values.map(({ value }) => value)).not.toContain('张三')
  })

  it('offers a household’s members as the rows of the table for them, the head first', async () => {
    const service = await startService(temporaryFolder())
    const one = await keepTemplate(service, '申请表', APPLICANT)
    const two = await keepTemplate(service, '审批表', APPLICANT)
    const household = await add(service, 'household', { 'household.head': '张三', 'village.name': '大塘村' })
    await add(
      service,
      'person',
      { 'person.name': '张小', 'person.relation': '子', 'person.birthDate': '1990.1.2' },
      household.id,
    )
    await add(
      service,
      'person',
      { 'person.name': '张三', 'person.relation': '户主', 'person.residentId': residentId(11), 'person.phone': '138' },
      household.id,
    )
    const [subject] = await ask<KnownSubject[]>(service, 'GET', '/api/known/subjects?q=张三&kind=person')
    expect(subject?.members?.map((member) => member.find(({ meaning }) => meaning === 'person.name')?.value)).toEqual([
      '张三',
      '张小',
    ])
    await finish(service, one.itemId, { 申请人: '张三', 申请人身份证: residentId(11) })
    expect(valuesOf(await knownFor(service, two.itemId))).toMatchObject({
      电话: '138',
      年龄: expect.any(Number),
      '成员/0/名': '张三',
      '成员/1/名': '张小',
      '成员/1/关系': '子',
    })
  })

  it('never overwrites the profile or the book by old answers', async () => {
    const service = await startService(temporaryFolder())
    const one = await keepTemplate(service, '申请表', APPLICANT)
    await ask(service, 'PUT', '/api/unit', { values: { 'unit.name': '溪口镇人民政府' }, villages: [] })
    const entry = await add(service, 'person', {
      'person.name': '张三',
      'person.residentId': residentId(11),
      'person.phone': '13800138000',
    })
    await finish(service, one.itemId, { 申请人: '张三', 申请人身份证: residentId(11), 电话: '999', 单位: '别的单位' })
    expect(await ask(service, 'GET', '/api/unit')).toMatchObject({ values: { 'unit.name': '溪口镇人民政府' } })
    expect(await ask<BookEntry>(service, 'GET', `/api/book/${entry.id}`)).toEqual(entry)
    const two = await keepTemplate(service, '审批表', APPLICANT)
    expect((await knownFor(service, two.itemId)).filled.单位).toMatchObject({
      value: '溪口镇人民政府',
      source: { type: 'profile' },
    })
    const [subject] = await ask<KnownSubject[]>(service, 'GET', '/api/known/subjects?q=张三')
    expect(subject?.values.find(({ meaning }) => meaning === 'person.phone')).toMatchObject({
      value: '13800138000',
      source: { type: 'book', title: '本地名册：张三' },
    })
  })

  it('gives values by meaning, and forgets one when asked', async () => {
    const service = await startService(temporaryFolder())
    const one = await keepTemplate(service, '申请表', APPLICANT)
    await ask(service, 'PUT', '/api/unit', { values: {}, villages: [{ name: '大塘村', groups: ['一组', '二组'] }] })
    await finish(service, one.itemId, { 申请人: '张三', 电话: '13800138000', 单位: '旧单位' })
    const values = (meaning: string) => ask<KnownValue[]>(service, 'GET', `/api/known/values?meaning=${meaning}`)
    expect((await values('village.group')).map(({ value }) => value)).toEqual(['一组', '二组'])
    expect(await values('person.phone')).toMatchObject([{ value: '13800138000', source: { type: 'earlier' } }])
    await ask(service, 'DELETE', '/api/known/values?meaning=person.phone&value=13800138000')
    expect(await values('person.phone')).toEqual([])
    const [subject] = await ask<KnownSubject[]>(service, 'GET', '/api/known/subjects?q=张三')
    await ask(service, 'DELETE', `/api/known/subjects/${encodeURIComponent(subject?.id ?? '')}`)
    expect(await ask(service, 'GET', '/api/known/subjects?q=张三')).toEqual([])
  })

  it('does not fill in what would not fit', async () => {
    const service = await startService(temporaryFolder())
    const one = await keepTemplate(service, '甲表', {
      性别: { type: 'string', 'x-meaning': 'person.sex' },
      姓名: { type: 'string', 'x-meaning': 'person.name' },
    })
    const two = await keepTemplate(service, '乙表', {
      性别: { type: 'string', enum: ['男', '女'], 'x-meaning': 'person.sex' },
      人: { type: 'string', 'x-meaning': 'person.name' },
    })
    await finish(service, one.itemId, { 姓名: '张三', 性别: '不详' })
    expect(valuesOf(await knownFor(service, two.itemId))).toEqual({ 人: '张三' })
  })
})
