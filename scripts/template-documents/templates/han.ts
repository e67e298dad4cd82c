import {
  body,
  closing,
  line,
  officialTitle,
  recipient,
  redHead,
  signature,
} from '../../../library/documents/official.ts'
import { daysOf } from '../schema/expressions.ts'
import { choice, condition, date, longText, text } from '../schema/field-definition.ts'
import { requiredWhen } from '../schema/template-schema-of.ts'
import type { TemplateDefinition } from '../template-definition.ts'
import { contact, issuedOn, issuing, officialBasis, officialChecks } from './official-parts.ts'

const goodData = {
  发文机关: '云溪镇人民政府',
  发文字号: '云政函〔2026〕14号',
  事由: '商请协助维修云石路路灯',
  主送机关: '青禾县住房和城乡建设局',
  函的类型: '商洽',
  缘由: '云石路（云溪桥至石桥村段）2.4公里有路灯48盏，10月下旬以来19盏不亮，学生放学和村民夜间出行不便。该段路灯由贵局管养。',
  事项: '一、请于近期派员检修；二、备件一时不足的，请先修云溪镇中学门前6盏；三、我镇应急管理站可派2人协助摆放警示标志。',
  需要答复: true,
  答复期限: '2026-11-25',
  成文日期: '2026-11-12',
  联系人: '罗敏',
  联系电话: '13800001102',
}

export const han: TemplateDefinition = {
  identifier: 'han',
  title: '公函',
  layout: 'official',
  numbered: true,
  body: [
    ...redHead('{发文机关}', '{发文字号}'),
    officialTitle('{发文机关}关于{事由}的函'),
    recipient('{主送机关}：'),
    ...body('{缘由}'),
    ...body('{事项}'),
    line('{#需要答复}'),
    ...body('以上事项，请于{答复期限}前函复。'),
    line('{/需要答复}'),
    line('{#函的类型=答复}'),
    closing('此复。'),
    line('{/}'),
    line('{#函的类型≠答复}'),
    closing('专此函达。'),
    line('{/}'),
    ...signature('{发文机关}', '{成文日期}'),
    ...body('（联系人：{联系人}，电话：{联系电话}）'),
  ],
  schema: {
    description: '与不相隶属的机关商洽工作、询问和答复问题、请求批准和答复审批事项时用；对有领导关系的上级用请示。',
    sections: {
      文头: issuing('云政函〔2026〕14号'),
      内容: {
        事由: text('动词开头', { example: '商请协助维修云石路路灯' }),
        主送机关: text('不相隶属机关的全称'),
        函的类型: choice(['商洽', '询问', '请求批准', '答复'], '决定结尾用语', { default: '商洽' }),
        缘由: longText('为什么发函；答复函先引来函标题和字号', { minLength: 10 }),
        事项: longText('商量、询问或者答复什么，分条写', { minLength: 10 }),
      },
      答复: {
        需要答复: condition('需要对方回函时打开'),
        答复期限: date('希望对方哪天前答复，给足时间', { optional: true }),
      },
      落款: { ...issuedOn, ...contact },
    },
    when: [requiredWhen('需要答复', true, '答复期限')],
    checks: [
      ...officialChecks,
      {
        id: 'reply-time',
        severity: 'should',
        holds: `需要答复 = true ? (${daysOf('成文日期', '答复期限')}) >= 4`,
        says: '留给对方答复的时间不足三天，公文在路上也要时间，急的先打电话。',
        fields: ['答复期限', '成文日期'],
      },
      {
        id: 'equal-tone',
        severity: 'should',
        holds: '$exists(事项) ? $not($contains(事项, /务必|必须|责成|你局应当/))',
        says: '平行的机关之间不用命令口气，改用“请”“商请”。',
        fields: ['事项'],
      },
      {
        id: 'cite-incoming',
        severity: 'should',
        holds: "函的类型 = '答复' and $exists(缘由) ? $contains(缘由, /《.+》/)",
        says: '答复函的开头应当引来函的标题（用书名号）和字号。',
        fields: ['缘由'],
      },
    ],
    basis: officialBasis,
    materials: [{ name: '来函', when: "函的类型 = '答复'", whenSays: '答复对方来函的' }, { name: '有关情况说明' }],
    fileName: '关于{事由}的函',
    official: true,
  },
  good: {
    title: '填好的样子：商请修路灯',
    note: '说清情况、请对方做什么、自己能配合什么。',
    notes: {
      缘由: '多长、多少盏、坏了几盏、影响谁，都有数。',
      事项: '替对方想了先后，也说了自己能出什么力。',
    },
    data: goodData,
  },
  bad: {
    title: '填错的样子：口气和期限都不对',
    note: '函是平行文，像命令的函对方很难办。',
    notes: {
      发文字号: '序号编了虚位“014”。',
      事项: '用了“务必”，不是平行文的口气。',
      答复期限: '发函第二天就要答复。',
      联系电话: '少了一位。',
    },
    data: {
      ...goodData,
      发文字号: '云政函〔2026〕014号',
      事项: '你局务必三日内修好全部路灯。',
      答复期限: '2026-11-13',
      联系电话: '1380000110',
    },
  },
}
