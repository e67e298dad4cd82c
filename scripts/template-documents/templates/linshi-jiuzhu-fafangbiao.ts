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
import { inventedResidentId } from '../samples/resident-id.ts'
import { addsUp, countsRows, differentPeople, noneTwice } from '../schema/common-checks.ts'
import { count, date, money, residentId, rowNumber, table, text } from '../schema/field-definition.ts'
import type { TemplateDefinition } from '../template-definition.ts'

const payee = (
  姓名: string,
  birth: string,
  order: string,
  村组: string,
  救助原因: string,
  金额: number,
  尾号: string,
) => ({
  姓名,
  身份证号: inventedResidentId(birth, order),
  村组,
  救助原因,
  金额,
  账号尾号: 尾号,
})

const goodData = {
  乡镇名: '云溪镇',
  批次: '2026年第5批',
  资金来源: '乡镇临时救助备用金',
  发放日期: '2026-06-05',
  发放名单: [
    payee('周福生', '19620305', '121', '柳湾村三组', '腰椎手术自付2.6万元', 4000, '1201'),
    payee('陈大顺', '19750819', '117', '竹坪村二组', '5月房屋进水', 2000, '1307'),
    payee('吴秀英', '19480211', '260', '柳湾村一组', '独居、住院陪护', 1500, '1418'),
  ],
  人数: 3,
  合计: 7500,
  制表人: '何静',
  审核人: '陈秋霞',
}

export const linshiJiuzhuFafangbiao: TemplateDefinition = {
  identifier: 'linshi-jiuzhu-fafangbiao',
  title: '临时救助金发放表',
  layout: 'form-landscape',
  body: [
    formTitle('{乡镇名}临时救助金发放表（{批次}）'),
    formLine('资金来源：{资金来源}\t发放日期：{发放日期}', 'form-landscape'),
    formTable(
      [6, 10, 22, 14, 20, 11, 9, 8],
      [
        repeatedHeadRow('序号', '姓名', '身份证号', '村组', '救助原因', '金额（元）', '账号尾号', '备注'),
        loopRow(
          '发放名单',
          '{序号}',
          '{姓名}',
          '{身份证号|遮}',
          '{村组}',
          '{救助原因}',
          '{金额}',
          '{账号尾号}',
          '{备注}',
        ),
        row(
          label('合计', 2),
          value('{人数}人'),
          value('人民币（大写）：{合计|大写}', 2),
          value('{合计}'),
          value('', 2),
        ),
      ],
      'form-landscape',
    ),
    formLine('制表：{制表人}　　审核：{审核人}　　负责人：　　　　　　\t（盖章）', 'form-landscape'),
    formNote(
      '说明：一律转入本人账户，不发现金；确需代领的另附委托书。本表含个人信息，只供发放和归档，公示另用公示文书。',
    ),
  ],
  schema: {
    description: '一批临时救助金转账发放和归档用；身份证号打印时自动遮住中间几位。',
    sections: {
      批次: {
        乡镇名: text('写全称', { meaning: 'town.name' }),
        批次: text('年份和第几批', { example: '2026年第5批' }),
        资金来源: text('哪一笔资金'),
        发放日期: date('转账的日期', { meaning: 'document.date' }),
      },
      名单: {
        发放名单: table('一人一行，名单与审核确认的一致', {
          序号: rowNumber(),
          姓名: text('与身份证一致', { meaning: 'person.name', subject: '救助对象' }),
          身份证号: residentId('18位，打印时遮住中间', { subject: '救助对象' }),
          村组: text('如柳湾村三组', { meaning: 'person.householdAddress', subject: '救助对象' }),
          救助原因: text('几个字写清'),
          金额: money('审核确认的金额'),
          账号尾号: text('本人账户后四位', { pattern: '^\\d{4}$' }),
          备注: text('代领等情况', { optional: true }),
        }),
      },
      合计和签名: {
        人数: count('不填则自动数', { unit: '人', computed: '$count(发放名单) > 0 ? $count(发放名单)' }),
        合计: money('不填则自动相加；大写自动写出', {
          computed: '$exists(发放名单.金额) ? $round($sum(发放名单.金额), 2)',
        }),
        制表人: text('姓名', { meaning: 'unit.handler' }),
        审核人: text('不与制表人同一人'),
      },
    },
    checks: [
      countsRows('人数', '发放名单', '人数与名单的行数不一致。'),
      addsUp('合计', '发放名单', '金额', '合计与各行金额相加不一致。'),
      noneTwice('发放名单', '身份证号', '名单里有两行身份证号相同，有人会重复领。'),
      {
        id: 'none-empty',
        severity: 'must',
        holds: '$exists(金额) ? 金额 > 0',
        says: '金额是0。',
        fields: ['发放名单/金额'],
      },
      differentPeople('制表人', '审核人', '制表人和审核人是同一个人，发钱的表要有第二个人核对。', 'must'),
    ],
    basis: [{ title: '社会救助暂行办法', provisions: ['第四十七条', '第四十八条'] }],
    materials: [
      { name: '审核确认的名单' },
      { name: '本人账户复印件' },
      { name: '代领委托书', whenSays: '由别人代领的' },
    ],
    fileName: '{乡镇名}临时救助金发放表-{批次}',
  },
  good: {
    title: '填好的样子：第5批三人',
    note: '名单、人数、合计互相对得上。',
    notes: { 发放名单: '身份证号打印出来会遮住中间几位。', 合计: '大写自动写出。' },
    data: goodData,
  },
  bad: {
    title: '填错的样子：一个人领两次',
    note: '表里多一行、错一位，钱就发错了。',
    notes: {
      发放名单: '周福生列了两行。',
      人数: '表里三行，填了4人。',
      合计: '各行相加是9500元。',
      '发放名单/2/账号尾号': '只填了三位。',
      审核人: '制表人自己审核。',
    },
    data: {
      ...goodData,
      发放名单: [
        ...goodData.发放名单.slice(0, 2),
        payee('周福生', '19620305', '121', '柳湾村三组', '住院', 3500, '120'),
      ],
      人数: 4,
      审核人: '何静',
    },
  },
}
