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
  signPlace,
  tallRow,
  value,
} from '../../../library/documents/form.ts'
import { addsUp, differentPeople } from '../schema/common-checks.ts'
import { amount, choice, condition, count, date, money, rowNumber, table, text } from '../schema/field-definition.ts'
import { requiredWhen } from '../schema/template-schema-of.ts'
import type { TemplateDefinition } from '../template-definition.ts'

const goodData = {
  组织名称: '石桥村股份经济合作社',
  编号: '2026-09-03',
  支出日期: '2026-09-25',
  支出事项: '支付9月村道保洁员工资',
  资金来源: '集体经营收入',
  明细: [
    { 项目: '保洁员工资（石玉兰）', 数量: 1, 单价: 1500, 金额: 1500 },
    { 项目: '保洁员工资（冯大成）', 数量: 1, 单价: 1500, 金额: 1500 },
    { 项目: '保洁员工资（石来福）', 数量: 1, 单价: 1500, 金额: 1500 },
  ],
  合计: 4500,
  收款人: '石玉兰等3人',
  收款账户: '按工资表分户转账',
  付款方式: '转账',
  已民主决策: true,
  决策说明: '2026年3月6日村民代表会议决定，见会议记录2026-02号',
  附单据张数: 2,
  经办人: '石晓梅',
  证明人: '冯建国',
}

export const zijinZhichuShenpidan: TemplateDefinition = {
  identifier: 'zijin-zhichu-shenpidan',
  title: '农村集体资金支出审批单',
  layout: 'form',
  body: [
    formTitle('农村集体资金支出审批单'),
    formLine('{组织名称}\t编号：{编号}'),
    formTable(
      [16, 34, 16, 34],
      [
        row(label('支出事项'), value('{支出事项}'), label('支出日期'), value('{支出日期}')),
        row(label('资金来源'), value('{资金来源}'), label('付款方式'), value('{付款方式}')),
        row(label('收款人'), value('{收款人}'), label('收款账户'), value('{收款账户}')),
      ],
    ),
    formTable(
      [10, 45, 13, 16, 16],
      [
        headRow('序号', '明细', '数量', '单价（元）', '金额（元）'),
        loopRow('明细', '{序号}', '{项目}', '{数量}', '{单价}', '{金额}'),
        row(label('合计'), value('人民币（大写）：{合计|大写}', 3), value('{合计}')),
      ],
    ),
    formTable(
      [16, 34, 16, 34],
      [
        row(
          label('民主决策'),
          value('{#已民主决策}{决策说明}{/已民主决策}{^已民主决策}不属于须民主决策的事项{/已民主决策}', 3),
        ),
        row(label('附单据'), value('{附单据张数}张', 3)),
        tallRow(
          16,
          label('经办'),
          signPlace('{经办人}\n（签名）：      年   月   日'),
          label('证明'),
          signPlace('{证明人}\n（签名）：      年   月   日'),
        ),
        tallRow(22, label('审批'), opinion('负责人（签名）：                    年    月    日', 3)),
        tallRow(
          22,
          label('监督审核'),
          opinion('监事会或者村务监督委员会（签名、盖章）：                    年    月    日', 3),
        ),
        tallRow(
          16,
          label('乡镇审核'),
          opinion('（按本县村账代理规定需要的）（签名）：               年    月    日', 3),
        ),
      ],
    ),
    formNote('说明：审批权限、须集体讨论的额度、现金支付的限额，按本县和本集体的财务制度；未经监督审核的，不入账。'),
  ],
  schema: {
    description: '农村集体经济组织一笔支出一张单，经办、证明、审批、监督审核签齐后入账；权限和额度以本地财务制度为准。',
    sections: {
      支出: {
        组织名称: text('农村集体经济组织或者村民委员会全称', { example: '石桥村股份经济合作社' }),
        编号: text('年月加序号', { example: '2026-09-03' }),
        支出日期: date('填单的日期', { meaning: 'document.date' }),
        支出事项: text('写清做什么，不写“其他”', { minLength: 4 }),
        资金来源: choice(
          ['集体经营收入', '土地流转管理费', '上级专项资金', '一事一议筹资', '其他来源'],
          '从哪笔钱里出',
        ),
        付款方式: choice(['转账', '现金'], '能转账的不用现金'),
        收款人: text('与票据一致'),
        收款账户: text('账号后四位或者“现金”', { example: '尾号1301' }),
      },
      明细: {
        明细: table('一项一行', {
          序号: rowNumber(),
          项目: text('品名或者用工，写到人'),
          数量: amount('数量'),
          单价: money('含税价'),
          金额: money('数量乘单价，不填则自动算', { computed: '$round(数量 * 单价, 2)' }),
        }),
        合计: money('各行相加，不填则自动算；大写自动写出', {
          computed: '$exists(明细.金额) ? $round($sum(明细.金额), 2)',
        }),
      },
      手续: {
        已民主决策: condition('须经成员大会、成员代表会议或者村民代表会议决定的，办好后打开'),
        决策说明: text('哪天、什么会、记录编号', { optional: true }),
        附单据张数: count('发票、收据、工资表等', { unit: '张' }),
        经办人: text('姓名', { meaning: 'person.name', subject: '经办人' }),
        证明人: text('看到东西或者干活的人，不与经办人同一人', { meaning: 'person.name', subject: '证明人' }),
      },
    },
    when: [requiredWhen('已民主决策', true, '决策说明')],
    checks: [
      addsUp('合计', '明细', '金额', '合计与各行金额相加不一致。'),
      {
        id: 'row-amounts',
        severity: 'must',
        holds: '$exists(金额) and $exists(数量) and $exists(单价) ? $abs(金额 - 数量 * 单价) < 0.005',
        says: '金额不等于数量乘单价。',
        fields: ['明细/金额'],
      },
      differentPeople('经办人', '证明人', '经办人和证明人是同一个人，等于没有证明。', 'must'),
      {
        id: 'cash-limit',
        severity: 'should',
        holds: "付款方式 = '现金' and $exists(合计) ? 合计 <= 1000",
        says: '现金支付超过1000元，容易说不清，尽量转账；现金限额以本地财务制度为准。',
        fields: ['付款方式', '合计'],
      },
      {
        id: 'vouchers',
        severity: 'must',
        holds: '$exists(附单据张数) ? 附单据张数 >= 1',
        says: '没有附单据，不能入账。',
        fields: ['附单据张数'],
      },
    ],
    basis: [{ title: '中华人民共和国农村集体经济组织法', provisions: ['第四十三条', '第四十五条'] }],
    materials: [
      { name: '发票、收据或者工资表', form: '原件' },
      { name: '会议记录', form: '复印件', when: '已民主决策', whenSays: '经会议决定的' },
      { name: '合同、验收单', form: '复印件', whenSays: '采购、工程支出' },
    ],
    fileName: '支出审批单-{编号}-{支出事项}',
  },
  good: {
    title: '填好的样子：9月保洁员工资',
    note: '谁干活、多少钱、谁证明、哪次会定的，都写在一张单上。',
    notes: { 合计: '大写由小写自动写出，不会写错。', 决策说明: '写到哪天哪次会、记录编号。' },
    data: goodData,
  },
  bad: {
    title: '填错的样子：算错账、自己证明',
    note: '这样的单子入不了账，查起来也说不清。',
    notes: {
      支出事项: '只写“其他”，看不出做什么。',
      '明细/0/金额': '1500元乘3不是4000元。',
      合计: '各行相加对不上。',
      证明人: '和经办人是同一个人。',
      付款方式: '四千多元用现金付。',
      附单据张数: '没有附单据。',
    },
    data: {
      ...goodData,
      支出事项: '其他',
      明细: [{ 项目: '保洁员工资', 数量: 3, 单价: 1500, 金额: 4000 }],
      合计: 4500,
      证明人: '石晓梅',
      付款方式: '现金',
      附单据张数: 0,
    },
  },
}
