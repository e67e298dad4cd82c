import {
  formLine,
  formNote,
  formTable,
  formTitle,
  headRow,
  label,
  loopRow,
  opinion,
  row,
  tallRow,
  value,
} from '../../../library/documents/form.ts'
import { choice, condition, date, mobile, rowNumber, table, text, time } from '../schema/field-definition.ts'
import { requiredWhen } from '../schema/template-schema-of.ts'
import type { TemplateDefinition } from '../template-definition.ts'

const goodData = {
  检查单位: '云溪镇人民政府',
  被检查单位: '青禾县云溪石料加工厂',
  地址: '云溪镇竹坪村一组',
  负责人: '钱进',
  负责人电话: '13800001271',
  检查日期: '2026-10-14',
  开始时间: '09:00',
  检查人员: '陈秋霞、罗敏',
  陪同人员: '钱进（负责人）',
  检查内容: '用电、机械防护、粉尘、应急照明和灭火器',
  检查项: [
    { 项目: '一层空压机房', 结果: '不符合', 说明: '电机皮带轮没有防护罩，地面有油污' },
    { 项目: '车间应急照明', 结果: '符合', 说明: '3盏均正常点亮' },
    { 项目: '灭火器', 结果: '不符合', 说明: '5具中有2具压力不足，已要求更换' },
  ],
  发现问题: true,
  整改方式: '限期整改，另发整改通知书',
  复查日期: '2026-10-28',
  当场改正: '清理了空压机房地面油污',
  检查人签名: '陈秋霞、罗敏',
}

export const anquanJianchaJilu: TemplateDefinition = {
  identifier: 'anquan-jiancha-jilu',
  title: '安全生产检查记录',
  layout: 'form',
  body: [
    formTitle('安全生产检查记录'),
    formLine('{检查单位}\t检查日期：{检查日期}'),
    formTable(
      [16, 34, 16, 34],
      [
        row(label('被检查单位'), value('{被检查单位}', 3)),
        row(label('地址'), value('{地址}', 3)),
        row(label('负责人'), value('{负责人}'), label('电话'), value('{负责人电话}')),
        row(label('检查人员'), value('{检查人员}'), label('检查时间'), value('{开始时间}')),
        row(label('陪同人员'), value('{陪同人员}'), label('检查内容'), value('{检查内容}')),
      ],
    ),
    formTable(
      [9, 22, 14, 55],
      [
        headRow('序号', '检查项目', '结果', '说明（不符合的写位置、数量）'),
        loopRow('检查项', '{序号}', '{项目}', '{结果}', '{说明}'),
      ],
    ),
    formTable(
      [20, 80],
      [
        row(
          label('问题和整改'),
          value('{#发现问题}{整改方式}，{复查日期}前复查{/发现问题}{^发现问题}本次未发现问题{/发现问题}'),
        ),
        row(label('当场改正'), value('{当场改正}')),
        tallRow(18, label('被检查单位\n意见'), opinion('现场负责人（签名、盖章）：                    年    月    日')),
        tallRow(18, label('检查人员'), opinion('{检查人签名}（签名）：                    年    月    日')),
      ],
    ),
    formNote(
      '说明：检查记录由检查人员和被检查单位现场负责人签字；拒绝签字的，注明情况并由第三人见证。执法权限以本省赋权清单为准。',
    ),
  ],
  schema: {
    description: '乡镇和站所开展安全生产日常检查用；发现重大隐患先采取措施，再按程序处理。',
    sections: {
      单位: {
        检查单位: text('单位全称', { meaning: 'unit.name' }),
        被检查单位: text('营业执照上的名称'),
        地址: text('经营场所的地址'),
        负责人: text('现场负责人姓名', { meaning: 'person.name', subject: '被检查单位' }),
        负责人电话: mobile('手机', { subject: '被检查单位' }),
      },
      检查: {
        检查日期: date('到现场的那一天', { meaning: 'document.date' }),
        开始时间: time('24小时制'),
        检查人员: text('两名以上', { example: '陈秋霞、罗敏' }),
        陪同人员: text('姓名、职务；没有填“无”'),
        检查内容: text('本次查哪些方面'),
      },
      检查项: {
        检查项: table('一个项目一行，查过的都写，符合的也写', {
          序号: rowNumber(),
          项目: text('检查的部位或者内容'),
          结果: choice(['符合', '不符合', '不适用'], '三选一'),
          说明: text('不符合的写位置、现象、数量；符合的写“已查看”'),
        }),
      },
      结果: {
        发现问题: condition('有不符合的打开'),
        整改方式: text('当场改正的写当场改正；限期的写另发整改通知书', { optional: true }),
        复查日期: date('打算哪天复查', { optional: true }),
        当场改正: text('没有填“无”'),
        检查人签名: text('检查人员姓名，打印后签'),
      },
    },
    when: [requiredWhen('发现问题', true, '整改方式', '复查日期')],
    checks: [
      {
        id: 'two-inspectors',
        severity: 'must',
        holds: '$exists(检查人员) ? $contains(检查人员, /[、，,]/)',
        says: '检查应当由两名以上人员进行，请把姓名都写上。',
        fields: ['检查人员'],
      },
      {
        id: 'findings-switched',
        severity: 'must',
        holds: "$exists(检查项) ? ($count(检查项[结果 = '不符合']) > 0) = (发现问题 = true)",
        says: '检查项里有“不符合”的，应当打开“发现问题”；没有的应当关上。',
        fields: ['发现问题', '检查项'],
      },
      {
        id: 'described',
        severity: 'must',
        holds: "结果 = '不符合' and $exists(说明) ? $length(说明) >= 6",
        says: '“不符合”没有写清位置、现象、数量，复查时对不上。',
        fields: ['检查项/说明'],
      },
      {
        id: 'recheck-after',
        severity: 'should',
        holds: '发现问题 = true ? 复查日期 >= 检查日期',
        says: '复查日期在检查日期之前，请核对。',
        fields: ['复查日期', '检查日期'],
      },
    ],
    basis: [{ title: '中华人民共和国安全生产法', provisions: ['第九条', '第六十五条', '第六十六条', '第六十八条'] }],
    materials: [{ name: '上次检查记录' }, { name: '本次检查的清单和标准' }, { name: '现场照片' }],
    fileName: '安全检查记录-{被检查单位}-{检查日期}',
  },
  good: {
    title: '填好的样子：石料加工厂',
    note: '查过的都写，不符合的写到位置和数量。',
    notes: {
      检查项: '符合的也写上，说明查过。',
      复查日期: '约好哪天回来看。',
    },
    data: goodData,
  },
  bad: {
    title: '填错的样子：一句“基本符合”',
    note: '事故之后再看这份记录，等于没查。',
    notes: {
      检查人员: '只有一个人。',
      发现问题: '表里有不符合的，却没有打开。',
      '检查项/0/说明': '“有问题”没有写位置、现象、数量。',
    },
    data: {
      ...goodData,
      检查人员: '陈秋霞',
      检查项: [{ 项目: '空压机房', 结果: '不符合', 说明: '有问题' }],
      发现问题: false,
    },
  },
}
