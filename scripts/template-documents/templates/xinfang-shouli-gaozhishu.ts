import { body, closing, officialTitle, recipient, redHead, signature } from '../../../library/documents/official.ts'
import { notBefore } from '../schema/common-checks.ts'
import { daysAfter, daysOf } from '../schema/expressions.ts'
import { choice, date, phone, text } from '../schema/field-definition.ts'
import type { TemplateDefinition } from '../template-definition.ts'
import { issuedOn, issuing, officialChecks } from './official-parts.ts'
import { petition } from './xinfang-parts.ts'

const goodData = {
  发文机关: '云溪镇人民政府',
  发文字号: '云信受〔2026〕21号',
  信访人姓名: '高玉田',
  收件日期: '2026-08-24',
  信访形式: '来访',
  信访事项摘要: '三组机耕路被占用堆放砂石',
  受理编号: '云信2026-0082',
  受理日期: '2026-08-31',
  承办单位: '自然资源所',
  办理程序: '信访程序',
  需补充材料: '堆放位置的照片',
  承办人: '沈立',
  联系电话: '13800001108',
  成文日期: '2026-08-31',
}

export const xinfangShouliGaozhishu: TemplateDefinition = {
  identifier: 'xinfang-shouli-gaozhishu',
  title: '信访事项受理告知书',
  layout: 'official',
  body: [
    ...redHead('{发文机关}', '{发文字号}'),
    officialTitle('信访事项受理告知书'),
    recipient('{信访人姓名}：'),
    ...body('{收件日期}，本机关收到你{信访形式}反映“{信访事项摘要}”的信访事项。'),
    ...body(
      '经审查，该事项属于本机关职权范围。根据《信访工作条例》第二十三条、第三十一条的规定，决定于{受理日期}受理，由{承办单位}承办，按{办理程序}办理。',
    ),
    ...body('办理期限为自受理之日起60日，即{办结期限}前；情况复杂需要延长的，另行告知理由。'),
    ...body('办理期间，请保持电话畅通，并配合提供下列材料：{需补充材料}。你可以凭本告知书查询办理进展。'),
    closing('受理编号：{受理编号}。承办人：{承办人}，联系电话：{联系电话}。'),
    ...signature('{发文机关}', '{成文日期}'),
  ],
  schema: {
    description: '属于本机关职权、决定受理信访事项时，书面告诉对方：收到了、归谁办、走什么程序、哪天办结。',
    sections: {
      文头: issuing('云信受〔2026〕21号'),
      信访事项: {
        ...petition,
        信访事项摘要: text('三十字以内，写事不写评价', { maxLength: 30 }),
      },
      办理: {
        承办单位: text('站所或者部门全称'),
        办理程序: choice(['信访程序', '依法履职程序', '调解程序'], '按事项性质分清途径'),
        办结期限: date('从受理日期往后算60日，不填则自动算', { computed: daysAfter('受理日期', 60) }),
        需补充材料: text('没有填“无”'),
      },
      落款: {
        承办人: text('姓名，真正经办的人', { meaning: 'unit.handler' }),
        联系电话: phone('能打通的电话', { meaning: 'unit.handlerPhone' }),
        ...issuedOn,
      },
    },
    checks: [
      ...officialChecks,
      notBefore('accepted-after-receipt', '受理日期', '收件日期', '受理日期在收件日期之前，请核对。'),
      {
        id: 'told-in-15-days',
        severity: 'should',
        holds: `(${daysOf('收件日期', '成文日期')}) <= 16`,
        says: '从收到到书面告知超过了15日，先向信访人说明，并查清超期原因。',
        fields: ['成文日期', '收件日期'],
      },
      {
        id: 'sixty-days',
        severity: 'must',
        holds: `$exists(办结期限) ? 办结期限 = (${daysAfter('受理日期', 60)})`,
        says: '办结期限应当从受理日期往后算60日，不是从收件或者转办的日子起算。',
        fields: ['办结期限', '受理日期'],
      },
    ],
    basis: [{ title: '信访工作条例', provisions: ['第二十三条', '第三十一条', '第三十四条'] }],
    materials: [{ name: '信访登记表' }, { name: '本人身份核对记录' }, { name: '送达方式记录' }],
    fileName: '受理告知书-{受理编号}-{信访人姓名}',
    official: true,
  },
  good: {
    title: '填好的样子：机耕路被占',
    note: '收到第七天就书面告知，期限算得清。',
    notes: {
      信访事项摘要: '只写事，不写谁对谁错。',
      办结期限: '没有填，从受理日期往后60日自动算出。',
    },
    data: goodData,
  },
  bad: {
    title: '填错的样子：期限算错、告知超期',
    note: '期限算错，后面答复就会超期。',
    notes: {
      成文日期: '收到22天才告知，超过了15日。',
      办结期限: '从收件日期起算了，应当从受理日期起算。',
      发文字号: '年份用了圆括号。',
    },
    data: {
      ...goodData,
      发文字号: '云信受(2026)21号',
      成文日期: '2026-09-15',
      受理日期: '2026-09-15',
      办结期限: '2026-10-23',
    },
  },
}
