import { body, colophon, labelled, line, officialTitle, redHead } from '../../../library/documents/official.ts'
import { documentNumberForm, documentNumberYear, notBefore } from '../schema/common-checks.ts'
import { daysOf } from '../schema/expressions.ts'
import { date, rowNumber, table, text } from '../schema/field-definition.ts'
import type { TemplateDefinition } from '../template-definition.ts'
import { officialBasis } from './official-parts.ts'

const goodData = {
  发文机关: '云溪镇人民政府',
  纪要编号: '〔2026〕9号',
  会议名称: '第三季度安全生产工作会议',
  会议日期: '2026-09-16',
  主持人: '镇长 孟庆和',
  会议地点: '镇政府三楼会议室',
  议定事项: [
    {
      事项: '云溪桥限载标志缺失',
      决定: '重新设置限载、限高标志各两块，经费4200元从镇安全生产经费列支',
      责任单位: '交通管理站',
      完成期限: '2026-09-25',
    },
    {
      事项: '石桥村烟花爆竹零售点消防隐患',
      决定: '由派出所、应急管理站联合复查，未整改到位的依法移交县级主管部门',
      责任单位: '应急管理站牵头，派出所配合',
      完成期限: '2026-09-30',
    },
  ],
  出席人员: '孟庆和、李成业、陈秋霞',
  列席人员: '各站所负责人，石桥村党总支书记石长河',
  请假人员: '无',
  记录人: '罗敏',
  分送单位: '各村民委员会，镇属各站所',
  印发机关: '云溪镇党政综合办公室',
  印发日期: '2026-09-18',
}

export const huiyiJiyao: TemplateDefinition = {
  identifier: 'huiyi-jiyao',
  title: '会议纪要',
  layout: 'official',
  numbered: true,
  body: [
    ...redHead('{发文机关}会议纪要', '{纪要编号}'),
    officialTitle('{会议名称}纪要'),
    ...body('{会议日期}，{主持人}在{会议地点}主持召开{会议名称}。现将会议议定事项纪要如下。'),
    line('{#议定事项}'),
    ...body('{序号}．{事项}。会议议定：{决定}。由{责任单位}负责，于{完成期限}前完成。'),
    line('{/议定事项}'),
    labelled('出席：', '{出席人员}', true),
    labelled('列席：', '{列席人员}', true),
    labelled('请假：', '{请假人员}', true),
    labelled('记录：', '{记录人}', true),
    ...colophon(['分送：{分送单位}。', '{印发机关}\t{印发日期}印发']),
  ],
  schema: {
    description: '会议定了事、要有人落实时用；只传达不议定的会，记录存档即可。',
    sections: {
      文头: {
        发文机关: text('单位全称，与印章一致', { meaning: 'unit.name', example: '云溪镇人民政府' }),
        纪要编号: text('六角括号括起的年份和序号', { example: '〔2026〕9号' }),
      },
      会议: {
        会议名称: text('写全称，不带“纪要”二字', { example: '第三季度安全生产工作会议' }),
        会议日期: date('开会那一天'),
        主持人: text('职务、姓名'),
        会议地点: text('写到楼层和房间'),
      },
      议定事项: {
        议定事项: table('一件事一行，只记定了什么', {
          序号: rowNumber(),
          事项: text('议题名称'),
          决定: text('做什么、做到什么程度、钱从哪里出；末尾不加句号', { minLength: 8 }),
          责任单位: text('牵头单位写在前；几家共同的写明谁牵头'),
          完成期限: date('写到日，不写“尽快”'),
        }),
      },
      到会: {
        出席人员: text('姓名，按职务排'),
        列席人员: text('姓名、单位；没有填“无”'),
        请假人员: text('姓名、原因；没有填“无”'),
        记录人: text('姓名'),
      },
      印发: {
        分送单位: text('需要执行的单位'),
        印发机关: text('一般是办公室', { example: '云溪镇党政综合办公室' }),
        印发日期: date('送印的日期', { meaning: 'document.date' }),
      },
    },
    checks: [
      documentNumberForm('纪要编号'),
      documentNumberYear('纪要编号', '会议日期'),
      notBefore('printed-after-meeting', '印发日期', '会议日期', '印发日期在会议日期之前，请核对。'),
      {
        id: 'deadline-after-meeting',
        severity: 'must',
        holds: '$exists(完成期限) and $exists($form.会议日期) ? 完成期限 >= $form.会议日期',
        says: '完成期限在会议日期之前，请核对。',
        fields: ['议定事项/完成期限'],
      },
      {
        id: 'printed-soon',
        severity: 'should',
        holds: `(${daysOf('会议日期', '印发日期')}) <= 11`,
        says: '会后超过10天才印发，有的期限可能已经过半，先电话通知责任单位。',
        fields: ['印发日期', '会议日期'],
      },
    ],
    basis: officialBasis,
    materials: [{ name: '会议记录' }, { name: '议题材料' }, { name: '签到表' }],
    fileName: '{会议日期}-{会议名称}纪要',
    official: true,
  },
  good: {
    title: '填好的样子：安全生产会议纪要',
    note: '每件事都有做法、钱、牵头单位和到哪天。',
    notes: {
      '议定事项/0/决定': '数量、经费和经费来源都写了，照着就能办。',
      '议定事项/1/责任单位': '两家办，写明谁牵头。',
    },
    data: goodData,
  },
  bad: {
    title: '填错的样子：看不出定了什么',
    note: '记得很勤，落实起来却没有抓手。',
    notes: {
      纪要编号: '年份要用六角括号〔〕，不用中括号。',
      '议定事项/0/完成期限': '在会议之前，年份写错了。',
      '议定事项/1/决定': '“加强管理”不是决定，写做什么、做到什么程度。',
      '议定事项/1/完成期限': '“尽快”不是日期，到期了没法问。',
      印发日期: '会后三周才印发，期限都要过了。',
    },
    data: {
      ...goodData,
      纪要编号: '[2026]9号',
      议定事项: [
        { ...goodData.议定事项[0], 完成期限: '2025-09-25' },
        { 事项: '烟花爆竹零售点', 决定: '加强管理', 责任单位: '各有关单位', 完成期限: '尽快' },
      ],
      印发日期: '2026-10-08',
    },
  },
}
