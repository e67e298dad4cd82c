import {
  formLine,
  formNote,
  formTable,
  formTitle,
  label,
  loopRow,
  repeatedHeadRow,
  row,
  value,
} from '../../../library/documents/form.ts'
import { addsUp, differentPeople } from '../schema/common-checks.ts'
import { amount, date, rowNumber, table, text } from '../schema/field-definition.ts'
import type { TemplateDefinition } from '../template-definition.ts'

const one = (姓名: string, 村组: string, 物资: string, 数量: number) => ({ 姓名, 村组, 物资, 数量 })

const goodData = {
  单位: '云溪镇人民政府',
  批次: '2026年8月防汛物资',
  发放日期: '2026-08-03',
  物资名称: '编织袋、雨衣、手电筒',
  签领表: [
    one('许家旺', '竹坪村', '编织袋', 200),
    one('石志强', '石桥村', '雨衣', 10),
    one('柳明', '柳湾村', '手电筒', 8),
  ],
  合计数量: 218,
  发放人: '罗敏',
  监交人: '陈秋霞',
}

export const wupinLingqubiao: TemplateDefinition = {
  identifier: 'wupin-lingqubiao',
  title: '物资发放签领表',
  layout: 'form-landscape',
  body: [
    formTitle('{单位}物资发放签领表'),
    formLine('批次：{批次}\t发放日期：{发放日期}', 'form-landscape'),
    formLine('物资：{物资名称}', 'form-landscape'),
    formTable(
      [7, 15, 16, 20, 12, 30],
      [
        repeatedHeadRow('序号', '姓名', '村组', '物资', '数量', '领取人签名（代领的注明与本人关系）'),
        loopRow('签领表', '{序号}', '{姓名}', '{村组}', '{物资}', '{数量}', ''),
        row(label('合计', 4), value('{合计数量}'), value('')),
      ],
      'form-landscape',
    ),
    formLine('发放人：{发放人}　　监交人：{监交人}\t（盖章）', 'form-landscape'),
    formNote('说明：一人一行，当面点清，代领的写明代领人和关系；签领表随物资出库单一并归档。'),
  ],
  schema: {
    description: '发放防汛、慰问、救灾物资时签领用；名单先打印，签名当面签。',
    sections: {
      表头: {
        单位: text('单位全称', { meaning: 'unit.name' }),
        批次: text('年份和用途'),
        发放日期: date('发放的那一天', { meaning: 'document.date' }),
        物资名称: text('都有哪些'),
      },
      名单: {
        签领表: table('一人一行', {
          序号: rowNumber(),
          姓名: text('领取人', { meaning: 'person.name', subject: '领取人' }),
          村组: text('如竹坪村', { meaning: 'village.name', subject: '领取人' }),
          物资: text('领的是什么'),
          数量: amount('多少', { unit: '件' }),
        }),
        合计数量: amount('不填则自动相加', {
          unit: '件',
          computed: '$exists(签领表.数量) ? $sum(签领表.数量)',
        }),
      },
      经手: {
        发放人: text('姓名'),
        监交人: text('看着发的人'),
      },
    },
    checks: [
      addsUp('合计数量', '签领表', '数量', '合计数量与各行相加不一致。'),
      {
        id: 'none-zero',
        severity: 'must',
        holds: '$exists(数量) ? 数量 > 0',
        says: '数量是0。',
        fields: ['签领表/数量'],
      },
      differentPeople('发放人', '监交人', '发放和监交是同一个人，没有第二个人看着。', 'must'),
    ],
    materials: [{ name: '出库单' }, { name: '物资验收记录', whenSays: '新采购的' }],
    fileName: '物资签领表-{批次}',
  },
  good: {
    title: '填好的样子：防汛物资',
    note: '名单先打好，签名当面签。',
    notes: { 签领表: '一人一行，数量写清。', 监交人: '发放和监交两个人。' },
    data: goodData,
  },
  bad: {
    title: '填错的样子：一个人发一个人签',
    note: '发没发、发了多少，日后说不清。',
    notes: {
      合计数量: '各行相加是218，这里填了300。',
      '签领表/2/数量': '数量是0，这一行要么补数，要么删去。',
      监交人: '和发放人是同一个人。',
    },
    data: {
      ...goodData,
      签领表: [...goodData.签领表.slice(0, 2), one('柳明', '柳湾村', '手电筒', 0)],
      合计数量: 300,
      监交人: '罗敏',
    },
  },
}
