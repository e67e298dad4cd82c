import {
  attachmentNote,
  body,
  closing,
  heading,
  line,
  officialTitle,
  recipient,
  redHead,
  signature,
} from '../../../library/documents/official.ts'
import { condition, longText, money, text } from '../schema/field-definition.ts'
import { requiredWhen } from '../schema/template-schema-of.ts'
import type { TemplateDefinition } from '../template-definition.ts'
import { contact, issuedOn, issuing, officialBasis, officialChecks } from './official-parts.ts'

const goodData = {
  发文机关: '云溪镇人民政府',
  发文字号: '云政发〔2026〕26号',
  签发人: '孟庆和',
  请示事项: '拨付竹坪村河堤水毁修复资金',
  主送机关: '青禾县人民政府',
  请示缘由: '今年7月强降雨致竹坪村段河堤水毁，直接影响下游42户和310亩农田，须赶在明年汛期前修复。',
  基本情况:
    '7月12日至14日，竹坪村段河堤垮塌86米。我镇已转移安置9户，打桩挡水，组织村民清淤。经县水利局现场勘测，修复需浆砌石护岸86米。',
  具体请求: '恳请县政府从县级水利救灾资金中安排38万元，用于竹坪村河堤水毁修复。',
  涉及资金: true,
  资金数额: 460000,
  资金来源: '申请县级38万元，镇级自筹8万元',
  政策依据: '《青禾县水利救灾资金管理办法》',
  有附件: true,
  附件名称: '竹坪村河堤水毁修复工程预算',
  成文日期: '2026-09-21',
  联系人: '陈秋霞',
  联系电话: '13800001105',
}

export const qingshi: TemplateDefinition = {
  identifier: 'qingshi',
  title: '请示',
  layout: 'official',
  numbered: true,
  body: [
    ...redHead('{发文机关}文件', '{发文字号}', '{签发人}'),
    officialTitle('{发文机关}关于{请示事项}的请示'),
    recipient('{主送机关}：'),
    ...body('{请示缘由}'),
    heading('一、基本情况'),
    ...body('{基本情况}'),
    heading('二、请示事项'),
    ...body('{具体请求}'),
    line('{#涉及资金}'),
    heading('三、资金和依据'),
    ...body('所需资金{资金数额}元（大写：{资金数额|大写}），来源为{资金来源}。依据：{政策依据}。'),
    line('{/涉及资金}'),
    closing('妥否，请批示。'),
    line('{#有附件}'),
    ...attachmentNote('附件：{附件名称}'),
    line('{/有附件}'),
    ...signature('{发文机关}', '{成文日期}'),
    ...body('（联系人：{联系人}，电话：{联系电话}）'),
  ],
  schema: {
    description: '需要上级批准、表态或者安排资金时，在办事之前用；一文一事，只主送一个机关。',
    sections: {
      文头: {
        ...issuing('云政发〔2026〕26号'),
        签发人: text('主要负责人姓名，上行文首页必须写', { meaning: 'unit.leader' }),
      },
      请示: {
        请示事项: text('动词开头，写到能看出要什么', { example: '拨付竹坪村河堤水毁修复资金' }),
        主送机关: text('只写一个上级机关'),
        请示缘由: longText('为什么现在要办，两三句'),
        基本情况: longText('现状、原因、已做的工作，数字要核过'),
        具体请求: longText('请求批准什么，写到能直接批', { minLength: 10 }),
      },
      资金: {
        涉及资金: condition('请求安排资金时打开；不涉及资金的，第三节不出现'),
        资金数额: money('所需总额，大写自动写出', { optional: true }),
        资金来源: text('申请上级、本级、村集体各多少', { optional: true }),
        政策依据: text('文件名称和文号', { optional: true }),
      },
      附件和落款: {
        有附件: condition('带附件时打开'),
        附件名称: text('不加书名号', { optional: true }),
        ...issuedOn,
        ...contact,
      },
    },
    when: [
      requiredWhen('涉及资金', true, '资金数额', '资金来源', '政策依据'),
      requiredWhen('有附件', true, '附件名称'),
    ],
    checks: [
      ...officialChecks,
      {
        id: 'one-recipient',
        severity: 'must',
        holds: '$exists(主送机关) ? $not($contains(主送机关, /[、，,]/))',
        says: '请示只主送一个上级机关，需要同时送其他机关的，用抄送。',
        fields: ['主送机关'],
      },
      {
        id: 'not-a-report',
        severity: 'must',
        holds: '$exists(请示事项) ? $not($contains(请示事项, "报告"))',
        says: '不能写成“请示报告”：请求批准用请示，只反映情况用报告。',
        fields: ['请示事项'],
      },
      {
        id: 'one-matter',
        severity: 'should',
        holds: '$exists(请示事项) ? $not($contains(请示事项, /[、；;]|以及|和/))',
        says: '题目里像有两件事，请示应当一文一事，分开行文。',
        fields: ['请示事项'],
      },
    ],
    basis: officialBasis,
    materials: [
      { name: '政策依据文件' },
      { name: '资金测算', when: '涉及资金', whenSays: '涉及资金的' },
      { name: '会议研究记录' },
      { name: '有关部门会签意见', whenSays: '涉及其他部门职权的' },
    ],
    fileName: '关于{请示事项}的请示',
    official: true,
  },
  good: {
    title: '填好的样子：申请水毁修复资金',
    note: '一件事、一个主送机关，批的人看完就能表态。',
    notes: {
      请示缘由: '时间、损失、为什么急，两句话说完。',
      具体请求: '从哪笔资金、要多少、做什么用，写到能直接批。',
      资金来源: '申请多少、自己出多少，加起来等于总数。',
    },
    data: goodData,
  },
  bad: {
    title: '填错的样子：多头主送、一文两事',
    note: '这样的请示会被退文。',
    notes: {
      请示事项: '写成了“请示报告”，一份文里又装了修河堤和买设备两件事。',
      主送机关: '同时主送县政府和县水利局。',
      签发人: '上行文首页没有签发人。',
      资金来源: '涉及资金，却没有写钱从哪里来。',
      具体请求: '“望解决”三个字，批的人不知道批什么。',
    },
    data: {
      ...goodData,
      请示事项: '修复河堤和购置抽水设备的请示报告',
      主送机关: '青禾县人民政府、青禾县水利局',
      签发人: '',
      资金来源: '',
      具体请求: '望解决。',
    },
  },
}
