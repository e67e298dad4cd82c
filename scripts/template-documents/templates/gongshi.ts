import { formTable, headRow, loopRow } from '../../../library/documents/form.ts'
import { blank, body, closing, officialTitle, signature } from '../../../library/documents/official.ts'
import { daysAtLeast, notBefore } from '../schema/common-checks.ts'
import { daysOf } from '../schema/expressions.ts'
import { count, date, longText, rowNumber, table, text } from '../schema/field-definition.ts'
import type { TemplateDefinition } from '../template-definition.ts'
import { contact, issuedOn } from './official-parts.ts'

const goodData = {
  公示单位: '云溪镇人民政府',
  公示事项: '柳湾村9月最低生活保障审核',
  公示说明: '根据《社会救助暂行办法》，经入户调查、信息核对和民主评议，下列家庭拟纳入最低生活保障，现予公示。',
  公示对象: [
    { 姓名或名称: '周福生', 所在村组: '柳湾村三组', 公示内容: '拟纳入低保，3人' },
    { 姓名或名称: '吴秀英', 所在村组: '柳湾村一组', 公示内容: '拟纳入低保，1人' },
  ],
  公示开始日期: '2026-09-21',
  公示结束日期: '2026-09-27',
  公示地点: '柳湾村村务公开栏、镇便民服务中心公告栏',
  反映方式: '以来电、来信、来访等方式',
  联系人: '何静',
  联系电话: '13800001110',
  成文日期: '2026-09-21',
}

export const gongshi: TemplateDefinition = {
  identifier: 'gongshi',
  title: '公示',
  layout: 'official',
  body: [
    officialTitle('关于{公示事项}的公示'),
    ...body('{公示说明}'),
    formTable(
      [10, 24, 30, 36],
      [
        headRow('序号', '姓名（名称）', '所在村组（单位）', '公示内容'),
        loopRow('公示对象', '{序号}', '{姓名或名称}', '{所在村组}', '{公示内容}'),
      ],
      'official',
    ),
    blank(),
    ...body('公示时间：{公示开始日期}至{公示结束日期}，共{公示天数}天。公示地点：{公示地点}。'),
    ...body(
      '对公示内容有不同意见的，请在公示期内{反映方式}向本单位反映，并尽量说明具体情况，便于核实。反映人的信息依法保密。',
    ),
    closing('联系人：{联系人}，电话：{联系电话}。'),
    ...signature('{公示单位}', '{成文日期}'),
  ],
  schema: {
    description: '救助审核、党员发展、评优、宅基地审批等拟定结果公布征求意见时用；只公布必要的内容。',
    sections: {
      公示: {
        公示单位: text('单位全称，与印章一致', { meaning: 'unit.name' }),
        公示事项: text('写清哪里、哪月、什么事', { example: '柳湾村9月最低生活保障审核' }),
        公示说明: longText('依据什么、经过哪些程序、拟定什么'),
      },
      对象: {
        公示对象: table('一人或者一户一行；不写身份证号、银行账号、病情、残疾类别', {
          序号: rowNumber(),
          姓名或名称: text('只写姓名或者单位名称', { meaning: 'person.name', subject: '公示对象' }),
          所在村组: text('写到村组或者单位，不写门牌', { meaning: 'village.name', subject: '公示对象' }),
          公示内容: text('拟定的结果，如“拟纳入低保，3人”'),
        }),
      },
      期限和反映: {
        公示开始日期: date('张贴的那一天'),
        公示结束日期: date('最后一天'),
        公示天数: count('首尾都算，不填则自动算', {
          unit: '天',
          computed: daysOf('公示开始日期', '公示结束日期'),
        }),
        公示地点: text('群众看得到的地方'),
        反映方式: text('接在“请在公示期内”后面', { default: '以来电、来信、来访等方式' }),
        ...contact,
        ...issuedOn,
      },
    },
    checks: [
      daysAtLeast(
        'seven-days',
        7,
        '公示开始日期',
        '公示结束日期',
        '公示不足7天。低保、特困审核的公示期为7天；其他事项以规定的天数为准，评优等可以短于7天的请核对依据。',
      ),
      {
        id: 'days-counted',
        severity: 'must',
        holds: `$exists(公示天数) ? 公示天数 = (${daysOf('公示开始日期', '公示结束日期')})`,
        says: '公示天数与起止日期算出来的不一致，首尾两天都算。',
        fields: ['公示天数', '公示开始日期', '公示结束日期'],
      },
      {
        id: 'no-private-data',
        severity: 'must',
        holds:
          '$exists(公示内容) ? $not($contains(公示内容 & 姓名或名称 & 所在村组, /\\d{11,}|身份证|账号|患|癌|残疾.级/))',
        says: '有身份证号、账号、病情或者残疾等级，这些不该贴出来。',
        fields: ['公示对象/公示内容', '公示对象/姓名或名称', '公示对象/所在村组'],
      },
      notBefore('signed-before-posting', '公示开始日期', '成文日期', '公示开始日期在成文日期之前，请核对。'),
    ],
    basis: [
      { title: '社会救助暂行办法', provisions: ['第十一条'], note: '救助审核的公示' },
      { title: '中华人民共和国个人信息保护法', provisions: ['第六条'], note: '只公布必要的内容' },
    ],
    materials: [{ name: '审核或者评议结果' }, { name: '张贴时和期满时的照片', note: '能看清地点和日期' }],
    fileName: '公示-{公示事项}',
  },
  good: {
    title: '填好的样子：低保审核公示',
    note: '只写姓名、村组和结果，起止日期七天整。',
    notes: {
      公示对象: '没有身份证号、账号、病情。',
      公示地点: '贴在村里和镇里两处看得到的地方。',
      公示天数: '首尾都算，自动算出7天。',
    },
    data: goodData,
  },
  bad: {
    title: '填错的样子：天数不够、贴了隐私',
    note: '公示不合规矩，后面的审批会被推翻，也会伤到人。',
    notes: {
      '公示对象/0/公示内容': '把病情和残疾等级贴了出来。',
      公示结束日期: '只有四天。',
      公示天数: '写着7天，实际四天。',
    },
    data: {
      ...goodData,
      公示对象: [{ 姓名或名称: '周福生', 所在村组: '柳湾村三组', 公示内容: '患腰椎病，残疾三级，拟纳入低保' }],
      公示结束日期: '2026-09-24',
      公示天数: 7,
    },
  },
}
