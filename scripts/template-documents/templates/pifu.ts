import {
  body,
  closing,
  line,
  officialTitle,
  recipient,
  redHead,
  signature,
} from '../../../library/documents/official.ts'
import { notBefore } from '../schema/common-checks.ts'
import { daysOf } from '../schema/expressions.ts'
import { choice, date, longText, text } from '../schema/field-definition.ts'
import { requiredWhen } from '../schema/template-schema-of.ts'
import type { TemplateDefinition } from '../template-definition.ts'
import { issuedOn, issuing, officialBasis, officialChecks } from './official-parts.ts'

const goodData = {
  发文机关: '云溪镇人民政府',
  发文字号: '云政复〔2026〕5号',
  批复事项: '竹坪村村庄规划局部调整',
  主送单位: '竹坪村村民委员会',
  来文标题: '关于竹坪村村庄规划局部调整的请示',
  来文字号: '竹村字〔2026〕6号',
  来文日期: '2026-10-19',
  批复意见: '同意',
  具体内容: '同意将二组原晒谷场0.8亩调整为村卫生室建设用地，不增加建设用地总量。',
  要求: '一、按程序将调整内容公示，公示无异议后报县自然资源局备案；二、不得借调整占用耕地；三、开工前办好规划许可。',
  成文日期: '2026-10-30',
}

export const pifu: TemplateDefinition = {
  identifier: 'pifu',
  title: '批复',
  layout: 'official',
  numbered: true,
  body: [
    ...redHead('{发文机关}', '{发文字号}'),
    officialTitle('{发文机关}关于{批复事项}的批复'),
    recipient('{主送单位}：'),
    ...body('{来文日期}你单位《{来文标题}》（{来文字号}）收悉。现批复如下：'),
    ...body('{批复意见}。{具体内容}'),
    line('{#批复意见=不同意}'),
    ...body('理由：{不同意理由}'),
    line('{/}'),
    ...body('{要求}'),
    closing('此复。'),
    ...signature('{发文机关}', '{成文日期}'),
  ],
  schema: {
    description: '答复下级单位的请示时用；一份请示一份批复，同意、不同意都要说清。',
    sections: {
      文头: {
        ...issuing('云政复〔2026〕5号'),
        批复事项: text('与来文的事项一致'),
        主送单位: text('来文请示的单位'),
      },
      来文: {
        来文标题: text('请示的标题，不加书名号'),
        来文字号: text('没有字号填“无字号”'),
        来文日期: date('来文的成文日期'),
      },
      批复: {
        批复意见: choice(['同意', '原则同意', '部分同意', '不同意'], '态度写明确'),
        具体内容: longText('同意什么、到什么范围；与上面的态度一致', { minLength: 8 }),
        不同意理由: longText('哪一条规定不允许、可以怎么办', { optional: true }),
        要求: longText('办理中要遵守什么、报给谁；没有填“请依照规定办理。”'),
      },
      落款: issuedOn,
    },
    when: [requiredWhen('批复意见', '不同意', '不同意理由')],
    checks: [
      ...officialChecks,
      notBefore('reply-after-request', '成文日期', '来文日期', '批复的成文日期在来文日期之前，请核对。'),
      {
        id: 'clear-answer',
        severity: 'must',
        holds: '$exists(具体内容) ? $not($contains(具体内容, /研究后再定|视情况|酌情/))',
        says: '批复要有明确态度，“酌情”“视情况”下级没法执行。',
        fields: ['具体内容'],
      },
      {
        id: 'incoming-is-request',
        severity: 'should',
        holds: '$exists(来文标题) ? $contains(来文标题, "请示")',
        says: '来文标题里没有“请示”。批复只用来答复请示，答复不相隶属机关用函。',
        fields: ['来文标题'],
      },
      {
        id: 'reply-soon',
        severity: 'should',
        holds: `(${daysOf('来文日期', '成文日期')}) <= 31`,
        says: '从来文到批复超过了30天，先告诉来文单位进展。',
        fields: ['成文日期', '来文日期'],
      },
    ],
    basis: officialBasis,
    materials: [{ name: '下级单位的请示' }, { name: '会议研究记录' }, { name: '审核意见', whenSays: '涉及站所职责的' }],
    fileName: '关于{批复事项}的批复',
    official: true,
  },
  good: {
    title: '填好的样子：规划局部调整',
    note: '引来文、表态度、说范围、提要求，四步写完。',
    notes: {
      批复意见: '态度写在最前面。',
      具体内容: '多大面积、用来做什么、总量不变，范围清楚。',
    },
    data: goodData,
  },
  bad: {
    title: '填错的样子：没有态度的批复',
    note: '下级拿到后不知道能不能办。',
    notes: {
      来文标题: '来文是报告，报告不用批复。',
      具体内容: '“酌情办理”等于没有答复。',
      不同意理由: '选了不同意，却没有写理由。',
      成文日期: '拖了一个多月。',
    },
    data: {
      ...goodData,
      来文标题: '关于竹坪村村庄规划情况的报告',
      批复意见: '不同意',
      具体内容: '请你村根据实际酌情办理。',
      成文日期: '2026-11-27',
    },
  },
}
