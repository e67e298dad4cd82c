import { formNote } from '../../../library/documents/form.ts'
import { body, line, officialTitle, recipient, signature } from '../../../library/documents/official.ts'
import { inventedResidentId } from '../samples/resident-id.ts'
import { documentNumberForm, sexMatchesId } from '../schema/common-checks.ts'
import { count, date, mobile, residentId, sex, table, text } from '../schema/field-definition.ts'
import type { TemplateDefinition } from '../template-definition.ts'

const goodData = {
  单位: '云溪镇人民政府',
  编号: '云介〔2026〕56号',
  抬头: '青禾县自然资源局',
  姓名: '沈立',
  性别: '男',
  职务: '自然资源所所长',
  人数: 2,
  身份证号: inventedResidentId('19800319', '155'),
  联系电话: '13800001108',
  随行人员: [{ 姓名: '陈小川', 职务: '应急管理站工作人员' }],
  办理事项: '查阅竹坪村村庄规划批复卷宗',
  开具日期: '2026-10-28',
  有效天数: 5,
}

export const jieshaoxin: TemplateDefinition = {
  identifier: 'jieshaoxin',
  title: '介绍信',
  layout: 'official',
  body: [
    officialTitle('介绍信'),
    line('编号：{编号}', { alignment: 'right' }),
    recipient('{抬头}：'),
    ...body(
      '兹介绍我单位{职务}{姓名}（{性别}，身份证号：{身份证号}，联系电话：{联系电话}）等{人数}人，前往你处办理{办理事项}。请予接洽、协助为盼。',
    ),
    line('{#随行人员}'),
    ...body('随行：{姓名}，{职务}。'),
    line('{/随行人员}'),
    ...body('本介绍信自开具之日起{有效天数}日内有效，逾期作废。'),
    ...signature('{单位}', '{开具日期}'),
    formNote('存根和正文同时填写、骑缝盖章，编号连续；空白介绍信不得事先盖章。'),
  ],
  schema: {
    description: '介绍工作人员到外单位接洽工作用；一事一开，写明办什么事、几天有效。',
    sections: {
      抬头: {
        单位: text('开具的单位全称，与印章一致', { meaning: 'unit.name' }),
        编号: text('登记簿上的连续编号', { example: '云介〔2026〕56号' }),
        抬头: text('对方单位的全称'),
      },
      人员: {
        姓名: text('与身份证一致', { meaning: 'person.name' }),
        性别: sex(),
        职务: text('职务或者岗位', { meaning: 'person.occupation' }),
        身份证号: residentId('18位'),
        联系电话: mobile('手机'),
        人数: count('连同随行共几人', { minimum: 1, unit: '人' }),
        随行人员: table(
          '有随行的一人一行',
          { 姓名: text('姓名', { meaning: 'person.name', subject: '随行人员' }), 职务: text('职务') },
          { optional: true },
        ),
      },
      事项: {
        办理事项: text('写到具体办什么，不写“联系工作”', { minLength: 6 }),
        开具日期: date('盖章的日期', { meaning: 'document.date' }),
        有效天数: count('一般不超过七天', { minimum: 1, unit: '天', default: 5 }),
      },
    },
    checks: [
      sexMatchesId(),
      documentNumberForm('编号'),
      {
        id: 'short-validity',
        severity: 'should',
        holds: '有效天数 <= 7',
        says: '有效期超过七天的介绍信容易被拿去办别的事，确需更长的另开。',
        fields: ['有效天数'],
      },
      {
        id: 'companions-counted',
        severity: 'must',
        holds: '$exists(随行人员) and $exists(人数) ? $count(随行人员) = 人数 - 1',
        says: '随行人员的行数与人数对不上：人数是连同本人一共几人。',
        fields: ['人数', '随行人员'],
      },
      {
        id: 'named-matter',
        severity: 'should',
        holds: '$exists(办理事项) ? $not(办理事项 in ["联系工作", "办理有关事宜", "接洽工作"])',
        says: '“联系工作”不是具体事项，写清去办什么。',
        fields: ['办理事项'],
      },
    ],
    materials: [{ name: '派出单位负责人同意' }, { name: '介绍信登记簿', note: '编号、经办、事由登记' }],
    fileName: '介绍信-{姓名}-{开具日期}',
  },
  good: {
    title: '填好的样子：查阅规划卷宗',
    note: '写明去哪里、办什么、几天内有效。',
    notes: { 办理事项: '写到查阅哪个卷宗，对方一看就知道。', 有效天数: '五天，逾期作废。' },
    data: goodData,
  },
  bad: {
    title: '填错的样子：空白介绍信',
    note: '事由和期限都没写，容易被滥用。',
    notes: {
      编号: '年份用了圆括号，应当用六角括号〔〕。',
      办理事项: '“联系工作”不是具体事项。',
      有效天数: '三十天太长。',
      性别: '身份证号第17位是单数，应当是男。',
    },
    data: { ...goodData, 编号: '云介(2026)56号', 办理事项: '联系工作', 有效天数: 30, 性别: '女' },
  },
}
