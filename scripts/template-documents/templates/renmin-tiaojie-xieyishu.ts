import {
  formLine,
  formTable,
  formTitle,
  headRow,
  label,
  loopRow,
  row,
  signPlace,
  tallRow,
  value,
} from '../../../library/documents/form.ts'
import { inventedResidentId } from '../samples/resident-id.ts'
import { choice, count, date, longText, residentId, rowNumber, sex, table, text } from '../schema/field-definition.ts'
import type { TemplateDefinition } from '../template-definition.ts'

const ids = { ma: inventedResidentId('19710225', '117'), gao: inventedResidentId('19580630', '139') }

const goodData = {
  调解委员会名称: '青岩村人民调解委员会',
  协议编号: '青岩调2026-07',
  当事人: [
    {
      身份: '申请人',
      姓名: '高玉田',
      性别: '男',
      年龄: 68,
      身份证号码: ids.gao,
      住址和电话: '青岩村三组4号，13800001221',
    },
    {
      身份: '被申请人',
      姓名: '马有才',
      性别: '男',
      年龄: 55,
      身份证号码: ids.ma,
      住址和电话: '青岩村三组9号，13800001222',
    },
  ],
  纠纷类型: '相邻通行',
  纠纷事实和责任:
    '2026年8月，马有才建房备料，在三组机耕路堆放砂石，宽1.8米、长11米，高玉田的农用三轮车不能通行，绕行19天。双方认可砂石占了公用的路，马有才对绕行误工给予补偿。',
  协议内容: [
    { 内容: '清走机耕路上的砂石，平整路面', 履行人: '马有才', 履行方式: '自行清运', 履行期限: '2026-09-20' },
    {
      内容: '补偿高玉田误工费600元（大写：陆佰元整）',
      履行人: '马有才',
      履行方式: '现金，当场点清',
      履行期限: '2026-09-12',
    },
  ],
  违约约定: '到期未清走的，由村民委员会组织清运，费用由马有才承担',
  份数: 3,
  签订日期: '2026-09-11',
  记录人: '沈立',
}

export const renminTiaojieXieyishu: TemplateDefinition = {
  identifier: 'renmin-tiaojie-xieyishu',
  title: '人民调解协议书',
  layout: 'form',
  body: [
    formTitle('人民调解协议书'),
    formLine('{调解委员会名称}\t编号：{协议编号}'),
    formTable(
      [14, 12, 8, 8, 30, 28],
      [
        headRow('身份', '姓名', '性别', '年龄', '身份证号', '住址、电话'),
        loopRow('当事人', '{身份}', '{姓名}', '{性别}', '{年龄}', '{身份证号码}', '{住址和电话}'),
      ],
    ),
    formTable(
      [16, 84],
      [
        row(label('纠纷类型'), value('{纠纷类型}')),
        tallRow(32, label('主要事实\n争议事项\n各方责任'), value('{纠纷事实和责任}')),
      ],
    ),
    formTable(
      [9, 37, 13, 19, 22],
      [
        headRow('序号', '协议内容', '谁履行', '履行方式', '履行期限'),
        loopRow('协议内容', '{序号}', '{内容}', '{履行人}', '{履行方式}', '{履行期限}'),
      ],
    ),
    formTable(
      [16, 84],
      [
        row(label('违约约定'), value('{违约约定}')),
        row(
          label('告知事项'),
          value(
            '本协议自各方签名、盖章或者按指印，调解员签名并加盖调解委员会印章之日起生效，具有法律约束力。双方认为有必要的，可以自生效之日起三十日内共同向人民法院申请司法确认。',
          ),
        ),
        row(label('份数'), value('本协议一式{份数}份，各方当事人各一份，调解委员会留存一份。')),
        tallRow(22, label('当事人'), signPlace('（签名、盖章或者按指印）：\n\n{签订日期}')),
        tallRow(22, label('调解员'), signPlace('（签名）：\n记录人：{记录人}\n调解委员会（盖章）          {签订日期}')),
      ],
    ),
  ],
  schema: {
    description: '双方自愿达成一致、需要书面留据时用；金额大、分期履行、涉及土地房屋的一定写书面。',
    sections: {
      调解: {
        调解委员会名称: text('与印章一致', { example: '青岩村人民调解委员会' }),
        协议编号: text('年份加序号'),
        纠纷类型: text('相邻、借贷、赡养、损害赔偿等'),
      },
      当事人: {
        当事人: table('各方一人一行', {
          身份: choice(['申请人', '被申请人', '第三人'], '在纠纷里的身份'),
          姓名: text('与身份证一致', { meaning: 'person.name', subject: '当事人' }),
          性别: sex({ subject: '当事人' }),
          年龄: count('周岁', { meaning: 'person.age', subject: '当事人', maximum: 130, unit: '岁' }),
          身份证号码: residentId('18位', { subject: '当事人' }),
          住址和电话: text('两样都写', { meaning: 'person.address', subject: '当事人' }),
        }),
      },
      协议: {
        纠纷事实和责任: longText('经过、争议、各自责任，双方都认可的写', { minLength: 20 }),
        协议内容: table('一件事一行，分期履行的分行', {
          序号: rowNumber(),
          内容: text('钱数写大小写；做什么写到能照着做', { minLength: 6 }),
          履行人: text('姓名'),
          履行方式: text('现金、转账、施工、搬离等'),
          履行期限: date('写到日'),
        }),
        违约约定: text('没有填“无”'),
        份数: count('各方各一份，调解委员会一份；不填则自动算', {
          minimum: 2,
          unit: '份',
          computed: '$count(当事人) > 0 ? $count(当事人) + 1',
        }),
        签订日期: date('各方签名的那一天', { meaning: 'document.date' }),
        记录人: text('姓名'),
      },
    },
    checks: [
      {
        id: 'two-sides',
        severity: 'must',
        holds: "$exists(当事人.身份) ? '申请人' in 当事人.身份 and '被申请人' in 当事人.身份",
        says: '当事人里应当既有申请人，又有被申请人。',
        fields: ['当事人'],
      },
      {
        id: 'performers-are-parties',
        severity: 'must',
        holds: '$exists(履行人) and $exists($form.当事人.姓名) ? 履行人 in $form.当事人.姓名',
        says: '履行人不在当事人里。协议不能给不在场的人定义务，请补当事人或者改履行人。',
        fields: ['协议内容/履行人'],
      },
      {
        id: 'due-after-signing',
        severity: 'must',
        holds: '$exists(履行期限) and $exists($form.签订日期) ? 履行期限 >= $form.签订日期',
        says: '履行期限在签订日期之前，请核对。',
        fields: ['协议内容/履行期限'],
      },
      {
        id: 'enough-copies',
        severity: 'must',
        holds: '$exists(份数) and $exists(当事人) ? 份数 >= $count(当事人) + 1',
        says: '份数不够：各方当事人各一份，调解委员会留存一份。',
        fields: ['份数'],
      },
      {
        id: 'facts-not-slogans',
        severity: 'should',
        holds: '$exists(内容) ? $not($contains(内容, /互谅互让|搞好团结|和睦相处/))',
        says: '“互谅互让”一类的话换成谁做什么、做到哪天。',
        fields: ['协议内容/内容'],
      },
    ],
    basis: [
      { title: '中华人民共和国人民调解法', provisions: ['第二十八条', '第二十九条', '第三十一条', '第三十三条'] },
    ],
    materials: [
      { name: '当事人身份证', form: '复印件', copies: 1 },
      { name: '合同、收据、照片、伤情材料', form: '复印件' },
      { name: '调解笔录' },
      { name: '授权委托书', whenSays: '由别人代签的' },
    ],
    fileName: '人民调解协议书-{协议编号}',
  },
  good: {
    title: '填好的样子：机耕路通行',
    note: '谁做什么、怎么做、到哪天，一件一行。',
    notes: {
      '协议内容/1/内容': '金额大小写都写，当场点清。',
      违约约定: '到期不做怎么办，事先说好。',
      份数: '两方各一份，调解委员会一份。',
    },
    data: goodData,
  },
  bad: {
    title: '填错的样子：没法履行的协议',
    note: '签了等于没签。',
    notes: {
      '协议内容/0/内容': '“互谅互让”不是义务，写谁做什么。',
      '协议内容/1/履行人': '马小军不是当事人，不能替他定义务。',
      '协议内容/1/履行期限': '早于签订日期。',
      份数: '两方当事人，只印了2份，调解委员会没有留存的。',
    },
    data: {
      ...goodData,
      协议内容: [
        { 内容: '双方互谅互让、搞好团结', 履行人: '高玉田', 履行方式: '自觉', 履行期限: '2026-09-20' },
        { 内容: '清走机耕路上的砂石', 履行人: '马小军', 履行方式: '自行清运', 履行期限: '2026-08-20' },
      ],
      份数: 2,
    },
  },
}
