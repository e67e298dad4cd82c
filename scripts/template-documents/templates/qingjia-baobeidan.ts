import {
  formLine,
  formNote,
  formTable,
  formTitle,
  label,
  opinion,
  row,
  tallRow,
  value,
} from '../../../library/documents/form.ts'
import { differentPeople, notBefore } from '../schema/common-checks.ts'
import { daysOf } from '../schema/expressions.ts'
import { choice, condition, count, date, longText, mobile, text } from '../schema/field-definition.ts'
import type { TemplateDefinition } from '../template-definition.ts'

const goodData = {
  单位: '云溪镇人民政府',
  姓名: '何静',
  职务: '民政办主任',
  本人电话: '13800001110',
  事由类型: '事假',
  事由: '送父亲到省人民医院做心脏复查',
  开始日期: '2026-11-23',
  结束日期: '2026-11-25',
  去向: '省城，省人民医院',
  出省: false,
  代管人: '陈小川',
  代管人电话: '13800001111',
  申请日期: '2026-11-20',
}

export const qingjiaBaobeidan: TemplateDefinition = {
  identifier: 'qingjia-baobeidan',
  title: '请假和外出报备单',
  layout: 'form',
  body: [
    formTitle('请假和外出报备单'),
    formLine('单位：{单位}\t申请日期：{申请日期}'),
    formTable(
      [16, 20, 12, 20, 12, 20],
      [
        row(label('姓名'), value('{姓名}'), label('职务'), value('{职务}'), label('电话'), value('{本人电话}')),
        row(
          label('类型'),
          value('{事由类型}'),
          label('天数'),
          value('{天数}天'),
          label('出省'),
          value('{#出省}是{/出省}{^出省}否{/出省}'),
        ),
        row(label('起止时间'), value('{开始日期}至{结束日期}', 5)),
        tallRow(18, label('事由'), value('{事由}', 5)),
        row(label('去向'), value('{去向}', 5)),
        row(label('工作代管'), value('{代管人}，电话{代管人电话}', 5)),
        tallRow(18, label('申请人'), opinion('（签名）：                    年    月    日', 5)),
        tallRow(20, label('分管负责人\n意见'), opinion('（签名）：                    年    月    日', 5)),
        tallRow(20, label('主要负责人\n意见'), opinion('（签名）：                    年    月    日', 5)),
        tallRow(14, label('销假'), opinion('实际返岗：      年    月    日    办公室登记人：                ', 5)),
      ],
    ),
    formNote('说明：批准权限、出省和出国（境）的报批，按本单位和上级规定；急事先电话请假，返岗后补单。'),
  ],
  schema: {
    description: '干部职工请假或者因私外出报备时用；批准权限按本单位规定。',
    sections: {
      本人: {
        单位: text('全称', { meaning: 'unit.name' }),
        申请日期: date('填单的日期', { meaning: 'document.date' }),
        姓名: text('本人姓名', { meaning: 'person.name' }),
        职务: text('现任职务或者岗位', { meaning: 'person.occupation' }),
        本人电话: mobile('外出期间打得通'),
      },
      请假: {
        事由类型: choice(['事假', '病假', '年休假', '婚假', '产假', '陪产假', '丧假', '因私外出报备'], '选一种'),
        事由: longText('说清做什么事', { minLength: 4 }),
        开始日期: date('第一天'),
        结束日期: date('最后一天'),
        天数: count('首尾都算，不填则自动算；节假日是否扣除按本单位规定改', {
          minimum: 1,
          unit: '天',
          computed: daysOf('开始日期', '结束日期'),
        }),
        去向: text('写到市县和地点'),
        出省: condition('离开本省的打开'),
      },
      工作代管: {
        代管人: text('手上的事交给谁', { meaning: 'person.name', subject: '代管人' }),
        代管人电话: mobile('手机', { subject: '代管人' }),
      },
    },
    checks: [
      notBefore('ends-after-start', '结束日期', '开始日期', '结束日期在开始日期之前，请核对。'),
      {
        id: 'days-within',
        severity: 'must',
        holds: `$exists(天数) ? 天数 <= (${daysOf('开始日期', '结束日期')})`,
        says: '天数比起止日期之间的天数还多。',
        fields: ['天数', '开始日期', '结束日期'],
      },
      { ...differentPeople('姓名', '代管人', '代管人是本人，走了就没有人接手。', 'must') },
      notBefore(
        'asked-before',
        '开始日期',
        '申请日期',
        '请假从申请之前就开始了；急事先走的，在事由里写明哪天向谁电话请过假。',
        'should',
      ),
    ],
    materials: [
      { name: '病历或者诊断证明', when: "事由类型 = '病假'", whenSays: '请病假的', form: '复印件' },
      { name: '出省审批材料', when: '出省', whenSays: '出省且按规定要报批的' },
    ],
    fileName: '{姓名}-{事由类型}-{开始日期}',
  },
  good: {
    title: '填好的样子：陪父亲看病',
    note: '去哪里、几天、事情交给谁，都清楚。',
    notes: { 代管人: '写了姓名电话，有人来办低保找得到人。', 天数: '没有填，按起止日期自动算出3天。' },
    data: goodData,
  },
  bad: {
    title: '填错的样子：走了才补',
    note: '事后补单、没人接手，真有事时找不到人。',
    notes: {
      事由: '“有事”看不出是什么事。',
      结束日期: '早于开始日期。',
      天数: '按起止日期算不出5天。',
      代管人: '写的是自己。',
      开始日期: '请假从申请之前开始，没有写明事先向谁请过。',
    },
    data: {
      ...goodData,
      事由: '有事',
      开始日期: '2026-11-18',
      结束日期: '2026-11-16',
      天数: 5,
      代管人: '何静',
    },
  },
}
