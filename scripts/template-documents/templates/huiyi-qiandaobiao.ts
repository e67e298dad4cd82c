import {
  formLine,
  formNote,
  formTable,
  formTitle,
  headRow,
  label,
  loopRow,
  row,
  value,
} from '../../../library/documents/form.ts'
import { countsRows } from '../schema/common-checks.ts'
import { count, date, mobile, rowNumber, table, text, time } from '../schema/field-definition.ts'
import type { TemplateDefinition } from '../template-definition.ts'

const goodData = {
  会议名称: '今冬明春森林防火工作会议',
  会议日期: '2026-11-10',
  会议时间: '09:00',
  会议地点: '镇政府三楼会议室',
  主办单位: '云溪镇应急管理站',
  签到名单: [
    { 姓名: '石长河', 单位职务: '石桥村村民委员会主任', 联系电话: '13800001230' },
    { 姓名: '柳明', 单位职务: '柳湾村村民委员会主任', 联系电话: '13800001131' },
    { 姓名: '许家旺', 单位职务: '竹坪村护林员组长', 联系电话: '13800001262' },
    { 姓名: '沈立', 单位职务: '自然资源所所长', 联系电话: '13800001108' },
  ],
  应到人数: 4,
  记录人: '陈小川',
}

export const huiyiQiandaobiao: TemplateDefinition = {
  identifier: 'huiyi-qiandaobiao',
  title: '会议签到表',
  layout: 'form',
  body: [
    formTitle('会议签到表'),
    formTable(
      [16, 38, 16, 30],
      [
        row(label('会议名称'), value('{会议名称}', 3)),
        row(label('时间'), value('{会议日期}{会议时间}'), label('地点'), value('{会议地点}')),
        row(label('主办单位'), value('{主办单位}'), label('应到人数'), value('{应到人数}人')),
      ],
    ),
    formLine(''),
    formTable(
      [9, 15, 32, 20, 24],
      [
        headRow('序号', '姓名', '单位、职务', '电话', '本人签到（代会的写代谁）'),
        loopRow('签到名单', '{序号}', '{姓名}', '{单位职务}', '{联系电话}', ''),
      ],
    ),
    formTable(
      [16, 38, 16, 30],
      [row(label('实到人数'), value('          人（会上清点后手写）'), label('记录人'), value('{记录人}'))],
    ),
    formNote('说明：名单事先打印，到会签名；签到表附会议记录归档，不用于考核排名。'),
  ],
  schema: {
    description: '开会前打印名单，到会的人签名；可以用电子表格的名单一次填满。',
    sections: {
      会议: {
        会议名称: text('与通知一致'),
        会议日期: date('开会那一天', { meaning: 'document.date' }),
        会议时间: time('24小时制'),
        会议地点: text('写到楼层和房间'),
        主办单位: text('召集的单位', { meaning: 'unit.name' }),
      },
      名单: {
        签到名单: table('应到的人一人一行', {
          序号: rowNumber(),
          姓名: text('姓名', { meaning: 'person.name', subject: '参会人' }),
          单位职务: text('单位和职务', { meaning: 'person.workplace', subject: '参会人' }),
          联系电话: mobile('手机；事先打印好，免得会上再填', { subject: '参会人', optional: true }),
        }),
        应到人数: count('不填则按名单行数', {
          unit: '人',
          computed: '$count(签到名单) > 0 ? $count(签到名单)',
        }),
        记录人: text('姓名'),
      },
    },
    checks: [
      countsRows('应到人数', '签到名单', '应到人数与名单的行数不一致。'),
      {
        id: 'none-twice',
        severity: 'should',
        holds: "$exists(签到名单.姓名) ? $count(签到名单) = $count($distinct(签到名单.(姓名 & '/' & 单位职务)))",
        says: '名单里有人列了两行。',
        fields: ['签到名单'],
      },
    ],
    materials: [{ name: '会议通知' }, { name: '参会名单' }],
    fileName: '签到表-{会议名称}-{会议日期}',
  },
  good: {
    title: '填好的样子：防火会签到',
    note: '名单和电话先打好，到会只要签一个名。',
    notes: { 签到名单: '单位、职务、电话都打好，会上不用再填。', 应到人数: '按名单自动数出。' },
    data: goodData,
  },
  bad: {
    title: '填错的样子：名单没有核',
    note: '会前不核名单，会上乱成一团。',
    notes: {
      应到人数: '名单四行，填了6人。',
      签到名单: '石长河列了两行。',
      '签到名单/3/联系电话': '少了一位。',
    },
    data: {
      ...goodData,
      签到名单: [
        ...goodData.签到名单.slice(0, 3),
        { 姓名: '石长河', 单位职务: '石桥村村民委员会主任', 联系电话: '1380000123' },
      ],
      应到人数: 6,
    },
  },
}
