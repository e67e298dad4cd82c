import {
  formLine,
  formNote,
  formTable,
  formTitle,
  head,
  headRow,
  label,
  loopRow,
  row,
  value,
} from '../../../library/documents/form.ts'
import { notBefore } from '../schema/common-checks.ts'
import { count, date, money, phone, rowNumber, table, text } from '../schema/field-definition.ts'
import type { TemplateDefinition } from '../template-definition.ts'

const goodData = {
  村名: '石桥村',
  公开年份: 2026,
  公开期次: 9,
  公开开始日期: '2026-10-10',
  公开结束日期: '2026-10-30',
  上期结余: 48230.5,
  财务收支: [
    { 日期: '2026-09-03', 收支事项: '老打谷场晒场租金（三季度）', 收入: 6000, 支出: 0, 经办审批: '石晓梅、石长河' },
    { 日期: '2026-09-12', 收支事项: '更换村道路灯灯头9个', 收入: 0, 支出: 1350, 经办审批: '石志强、石长河' },
    { 日期: '2026-09-25', 收支事项: '9月保洁员工资3人', 收入: 0, 支出: 4500, 经办审批: '石晓梅、石长河' },
  ],
  收入合计: 6000,
  支出合计: 5850,
  结余: 48380.5,
  补贴救助: [{ 姓名: '石玉珍', 组别: '一组', 事项: '80周岁以上高龄津贴', 金额: 100, 发放日期: '2026-09-15' }],
  重要事项: [{ 日期: '2026-09-06', 事项和决定: '晒场改建完工，验收合格', 进展: '已交付使用', 责任人: '石志强' }],
  村委会主任: '石长河',
  审核人: '石晓梅',
  监督委员会主任: '冯建国',
  联系电话: '13800001230',
  乡镇反映电话: '13800001102',
}

export const cunwuGongkailan: TemplateDefinition = {
  identifier: 'cunwu-gongkailan',
  title: '村务公开栏',
  layout: 'form-landscape',
  body: [
    formTitle('{村名}村务公开栏（{公开年份}年第{公开期次}期）'),
    formLine('公开单位：{村名}村民委员会\t公开时间：{公开开始日期}至{公开结束日期}', 'form-landscape'),
    formTable([100], [row(head('一、财务收支（单位：元）'))], 'form-landscape'),
    formTable(
      [7, 16, 33, 14, 14, 16],
      [
        headRow('序号', '日期', '收支事项', '收入', '支出', '经办、审批'),
        loopRow('财务收支', '{序号}', '{日期}', '{收支事项}', '{收入}', '{支出}', '{经办审批}'),
        row(label('上期结余{上期结余}元，本期合计', 3), value('{收入合计}'), value('{支出合计}'), value('结余{结余}')),
      ],
      'form-landscape',
    ),
    formTable([100], [row(head('二、补贴救助（只公布姓名、组别、事项、金额）'))], 'form-landscape'),
    formTable(
      [7, 15, 13, 33, 15, 17],
      [
        headRow('序号', '姓名', '组别', '补贴、救助事项', '金额（元）', '发放日期'),
        loopRow('补贴救助', '{序号}', '{姓名}', '{组别}', '{事项}', '{金额}', '{发放日期}'),
      ],
      'form-landscape',
    ),
    formTable([100], [row(head('三、会议决定和重要事项'))], 'form-landscape'),
    formTable(
      [7, 16, 42, 20, 15],
      [
        headRow('序号', '日期', '事项和决定', '进展', '责任人'),
        loopRow('重要事项', '{序号}', '{日期}', '{事项和决定}', '{进展}', '{责任人}'),
      ],
      'form-landscape',
    ),
    formLine('村委会主任：{村委会主任}　　审核人：{审核人}\t村务监督委员会：{监督委员会主任}', 'form-landscape'),
    formNote('对公布内容有疑问的，可以查阅原始凭证或者会议记录。联系电话：{联系电话}；向乡镇反映：{乡镇反映电话}。'),
  ],
  schema: {
    description: '每期村务公开张贴前用；财务往来多的村按月出，重大事项随时出。',
    sections: {
      期次: {
        村名: text('行政村全称', { meaning: 'village.name' }),
        公开年份: count('四位数字', { minimum: 2000, maximum: 2100, meaning: 'document.year', unit: '年' }),
        公开期次: count('本年第几期', { minimum: 1, unit: '期' }),
        公开开始日期: date('张贴的那一天', { meaning: 'document.date' }),
        公开结束日期: date('张贴不少于本地规定天数'),
      },
      财务收支: {
        上期结余: money('上一期公布的结余'),
        财务收支: table('一笔一行，写清做什么', {
          序号: rowNumber(),
          日期: date('收支发生的日期'),
          收支事项: text('写清做什么，不写“其他”', { minLength: 3 }),
          收入: money('没有填0'),
          支出: money('没有填0'),
          经办审批: text('经办和审批两个人的姓名'),
        }),
        收入合计: money('不填则自动相加', { computed: '$exists(财务收支.收入) ? $sum(财务收支.收入)' }),
        支出合计: money('不填则自动相加', { computed: '$exists(财务收支.支出) ? $sum(财务收支.支出)' }),
        结余: money('上期结余加收入减支出，与账面一致；不填则自动算', {
          computed: '$exists(财务收支.支出) ? $round(上期结余 + $sum(财务收支.收入) - $sum(财务收支.支出), 2)',
        }),
      },
      补贴救助: {
        补贴救助: table(
          '只公布姓名、组别、事项、金额',
          {
            序号: rowNumber(),
            姓名: text('只写姓名', { meaning: 'person.name', subject: '补贴救助' }),
            组别: text('如三组', { meaning: 'village.group', subject: '补贴救助' }),
            事项: text('补贴名称'),
            金额: money('实发数'),
            发放日期: date('到账的日期'),
          },
          { optional: true },
        ),
      },
      重要事项: {
        重要事项: table(
          '会议决定、工程、集体资产处置等',
          {
            序号: rowNumber(),
            日期: date('作出决定的日期'),
            事项和决定: text('什么事、定了什么'),
            进展: text('照实写'),
            责任人: text('写到人'),
          },
          { optional: true },
        ),
      },
      落款: {
        村委会主任: text('姓名'),
        审核人: text('核对凭证的人'),
        监督委员会主任: text('姓名'),
        联系电话: phone('村里能打通的电话', { meaning: 'village.phone' }),
        乡镇反映电话: phone('镇上受理的电话', { meaning: 'unit.phone' }),
      },
    },
    checks: [
      {
        id: 'income-adds-up',
        severity: 'must',
        holds: '$exists(收入合计) and $exists(财务收支.收入) ? $abs(收入合计 - $sum(财务收支.收入)) < 0.005',
        says: '收入合计与各行相加不一致。',
        fields: ['收入合计'],
      },
      {
        id: 'spending-adds-up',
        severity: 'must',
        holds: '$exists(支出合计) and $exists(财务收支.支出) ? $abs(支出合计 - $sum(财务收支.支出)) < 0.005',
        says: '支出合计与各行相加不一致。',
        fields: ['支出合计'],
      },
      {
        id: 'balance',
        severity: 'must',
        holds:
          '$exists(结余) and $exists(上期结余) and $exists(收入合计) and $exists(支出合计) ? $abs(结余 - (上期结余 + 收入合计 - 支出合计)) < 0.005',
        says: '结余应当等于上期结余加本期收入减本期支出。',
        fields: ['结余'],
      },
      notBefore('ends-after-start', '公开结束日期', '公开开始日期', '公开结束日期在开始日期之前，请核对。'),
      {
        id: 'no-other',
        severity: 'should',
        holds: '$exists(收支事项) ? $not($contains(收支事项, /^其他|其他支出|杂支/))',
        says: '收支事项写“其他”，群众看不明白，写清做什么。',
        fields: ['财务收支/收支事项'],
      },
      {
        id: 'no-private-data',
        severity: 'must',
        holds: '$exists(姓名) and $exists(事项) ? $not($contains(姓名 & 事项, /\\d{11,}/))',
        says: '有身份证号、电话或者账号，不能贴出来。',
        fields: ['补贴救助/事项', '补贴救助/姓名'],
      },
    ],
    basis: [
      {
        title: '中华人民共和国村民委员会组织法',
        provisions: ['第三十条', '第三十一条', '第三十二条'],
        note: '2018年文本的条号；2025年又作修改，以现行文本为准',
      },
    ],
    materials: [{ name: '当期账目和凭证' }, { name: '补贴发放清册' }, { name: '会议记录' }],
    fileName: '{村名}村务公开-{公开年份}年第{公开期次}期',
  },
  good: {
    title: '填好的样子：石桥村9月',
    note: '每笔钱做什么、谁经办、谁审批都在，合计和结余自己加得对。',
    notes: {
      '财务收支/1/收支事项': '写了几个、换什么，不写“其他支出”。',
      结余: '等于上期结余加收入减支出。',
      补贴救助: '只有姓名、组别、事项、金额。',
    },
    data: goodData,
  },
  bad: {
    title: '填错的样子：算错账、贴了账号',
    note: '公开栏出错，比不公开更让人起疑。',
    notes: {
      '财务收支/2/收支事项': '4500元写“其他支出”，看不出做什么。',
      支出合计: '各行相加是5850元。',
      结余: '没有按上期结余加收入减支出算。',
      '补贴救助/0/事项': '把银行账号也贴了出来。',
    },
    data: {
      ...goodData,
      财务收支: [
        ...goodData.财务收支.slice(0, 2),
        { 日期: '2026-09-25', 收支事项: '其他支出', 收入: 0, 支出: 4500, 经办审批: '石晓梅、石长河' },
      ],
      支出合计: 5350,
      补贴救助: [
        { 姓名: '石玉珍', 组别: '一组', 事项: '高龄津贴，账号990000120100001301', 金额: 100, 发放日期: '2026-09-15' },
      ],
    },
  },
}
