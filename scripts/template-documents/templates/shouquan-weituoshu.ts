import {
  formNote,
  formTable,
  formTitle,
  label,
  row,
  signPlace,
  tallRow,
  value,
} from '../../../library/documents/form.ts'
import { inventedResidentId } from '../samples/resident-id.ts'
import { notBefore } from '../schema/common-checks.ts'
import { choice, date, longText, mobile, phone, residentId, text } from '../schema/field-definition.ts'
import { requiredWhen } from '../schema/template-schema-of.ts'
import type { TemplateDefinition } from '../template-definition.ts'

const principal = inventedResidentId('19620305', '121')
const agent = inventedResidentId('19860720', '114')

const goodData = {
  委托人姓名: '周福生',
  委托人身份证号: principal,
  委托人电话: '13800001201',
  委托人住址: '云溪镇柳湾村三组12号',
  受托人姓名: '周建国',
  受托人身份证号: agent,
  受托人电话: '13800001202',
  与委托人关系: '儿子',
  委托事项: '代为办理云溪镇便民服务中心的医疗费用报销申报，递交和领取有关材料',
  委托权限: '一般代理',
  开始日期: '2026-05-20',
  结束日期: '2026-07-20',
  签署日期: '2026-05-20',
}

export const shouquanWeituoshu: TemplateDefinition = {
  identifier: 'shouquan-weituoshu',
  title: '授权委托书',
  layout: 'form',
  body: [
    formTitle('授权委托书'),
    formTable(
      [16, 34, 16, 34],
      [
        row(label('委托人'), value('{委托人姓名}'), label('电话'), value('{委托人电话}')),
        row(label('身份证号'), value('{委托人身份证号}', 3)),
        row(label('住址'), value('{委托人住址}', 3)),
        row(label('受托人'), value('{受托人姓名}'), label('电话'), value('{受托人电话}')),
        row(label('身份证号'), value('{受托人身份证号}', 3)),
        row(label('与委托人\n关系'), value('{与委托人关系}'), label('权限'), value('{委托权限}')),
        tallRow(30, label('委托事项'), value('{委托事项}', 3)),
        row(
          label('权限说明'),
          value(
            '{#委托权限=特别授权}特别授权内容：{特别授权内容}{/}{#委托权限≠特别授权}受托人只能代为递交、领取材料和说明情况，不得代为放弃、变更、处分委托人的权利。{/}',
            3,
          ),
        ),
        row(label('期限'), value('自{开始日期}起至{结束日期}止', 3)),
        tallRow(24, label('委托人'), signPlace('（签名、按手印）：\n{签署日期}', 3)),
        tallRow(24, label('受托人'), signPlace('（签名）：\n{签署日期}', 3)),
      ],
    ),
    formNote(
      '说明：受托人在委托权限内办理的结果由委托人承担；受托人不得再委托别人。婚姻登记等须本人到场的，不能委托。',
    ),
  ],
  schema: {
    description: '本人来不了，书面委托别人到窗口代办时用；须本人亲自到场的事项不能委托。',
    sections: {
      委托人: {
        委托人姓名: text('本人姓名', { meaning: 'person.name' }),
        委托人身份证号: residentId('18位'),
        委托人电话: phone('能打通的电话', { meaning: 'person.phone' }),
        委托人住址: text('写到门牌', { meaning: 'person.address' }),
      },
      受托人: {
        受托人姓名: text('代办的人', { meaning: 'person.name', subject: '受托人' }),
        受托人身份证号: residentId('18位', { subject: '受托人' }),
        受托人电话: mobile('手机', { subject: '受托人' }),
        与委托人关系: text('儿子、侄子、同事等', { meaning: 'person.relation', subject: '受托人' }),
      },
      委托: {
        委托事项: longText('办哪件事、在哪里办、递交还是领取', { minLength: 10 }),
        委托权限: choice(['一般代理', '特别授权'], '一般代理只能代为递交、领取和说明'),
        特别授权内容: longText('逐项写明，如代为领取款项多少元、代为签收', { optional: true }),
        开始日期: date('从哪天起'),
        结束日期: date('到哪天止，一般不超过三个月'),
        签署日期: date('签名的日期', { meaning: 'document.date' }),
      },
    },
    when: [requiredWhen('委托权限', '特别授权', '特别授权内容')],
    checks: [
      {
        id: 'two-people',
        severity: 'must',
        holds: '$exists(委托人姓名) and $exists(受托人姓名) ? 委托人姓名 != 受托人姓名',
        says: '委托人和受托人是同一个人。',
        fields: ['受托人姓名', '委托人姓名'],
      },
      {
        id: 'two-ids',
        severity: 'must',
        holds: '$exists(委托人身份证号) and $exists(受托人身份证号) ? 委托人身份证号 != 受托人身份证号',
        says: '两个身份证号相同，请核对。',
        fields: ['受托人身份证号', '委托人身份证号'],
      },
      notBefore('ends-after-start', '结束日期', '开始日期', '结束日期在开始日期之前，请核对。'),
      {
        id: 'not-marriage',
        severity: 'must',
        holds: '$exists(委托事项) ? $not($contains(委托事项, /结婚|离婚登记|婚姻登记|收养登记/))',
        says: '这类事项须本人到场，不能委托。',
        fields: ['委托事项'],
      },
    ],
    basis: [{ title: '中华人民共和国民法典', provisions: ['第一百六十二条', '第一百六十五条'] }],
    materials: [
      { name: '委托人身份证', form: '复印件', copies: 1 },
      { name: '受托人身份证', form: '原件和复印件', copies: 1 },
      { name: '关系材料', whenSays: '领取款项等重要事项的' },
    ],
    fileName: '授权委托书-{委托人姓名}-{受托人姓名}',
  },
  good: {
    title: '填好的样子：代办报销',
    note: '办哪件事、能做到哪一步、到哪天为止，写得清清楚楚。',
    notes: { 委托事项: '写到在哪个窗口、递交还是领取。', 结束日期: '两个月，事情办完就失效。' },
    data: goodData,
  },
  bad: {
    title: '填错的样子：什么都能办',
    note: '这样的委托书窗口不敢收。',
    notes: {
      受托人姓名: '委托人和受托人是同一个人。',
      受托人身份证号: '两个身份证号相同。',
      委托事项: '婚姻登记须本人到场，不能委托。',
      结束日期: '早于开始日期。',
      特别授权内容: '选了特别授权，没有写授权什么。',
    },
    data: {
      ...goodData,
      受托人姓名: '周福生',
      受托人身份证号: principal,
      委托事项: '代为办理结婚登记等一切事务',
      委托权限: '特别授权',
      结束日期: '2026-05-01',
    },
  },
}
