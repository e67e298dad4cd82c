import {
  body,
  closing,
  heading,
  officialTitle,
  recipient,
  redHead,
  signature,
} from '../../../library/documents/official.ts'
import { documentNumberForm, documentNumberYear, notBefore } from '../schema/common-checks.ts'
import { date, longText, text } from '../schema/field-definition.ts'
import type { TemplateDefinition } from '../template-definition.ts'
import { contact, issuedOn, officialBasis } from './official-parts.ts'

const goodData = {
  发文机关: '云溪镇人民政府',
  督办编号: '云政督〔2026〕3号',
  督办事项: '青岩村饮水管网维修',
  承办单位: '水利工作站',
  交办来源: '9月2日镇长办公会纪要第二项',
  原定期限: '2026-10-15',
  检查日期: '2026-10-19',
  目前进展: '主管更换完成1.2公里，三组支管因过路段破路手续未办，停工9天，影响27户',
  具体要求: '办好过路段破路手续，完成三组支管560米更换，通水后逐户入户确认。',
  完成期限: '2026-11-05',
  反馈内容: '办结没有，没办结差什么',
  说明期限: '2026-10-28',
  协调安排: '交通管理站10月22日前陪同到县公路局办理破路手续，镇政府出具书面说明。',
  联系人: '罗敏',
  联系电话: '13800001102',
  成文日期: '2026-10-20',
}

export const dubanTongzhi: TemplateDefinition = {
  identifier: 'duban-tongzhi',
  title: '督办通知',
  layout: 'official',
  numbered: true,
  body: [
    ...redHead('{发文机关}', '{督办编号}'),
    officialTitle('关于{督办事项}的督办通知'),
    recipient('{承办单位}：'),
    ...body('根据{交办来源}，{督办事项}由你单位承办，原定于{原定期限}前完成。截至{检查日期}，进展为：{目前进展}。'),
    heading('一、需要完成的事'),
    ...body('{具体要求}'),
    heading('二、期限和反馈'),
    ...body(
      '请于{完成期限}前办结，并以电话或者一句话短信反馈“{反馈内容}”，不另报材料。确有困难不能按期完成的，于{说明期限}前说明原因和需要协调的事项。',
    ),
    heading('三、需要协调的'),
    ...body('{协调安排}'),
    closing('督办联系人：{联系人}，电话：{联系电话}。'),
    ...signature('{发文机关}', '{成文日期}'),
  ],
  schema: {
    description: '议定事项、交办件逾期或者明显推进不动时用；能打电话说清的先打电话。',
    sections: {
      文头: {
        发文机关: text('单位全称，与印章一致', { meaning: 'unit.name' }),
        督办编号: text('六角括号括起的年份和序号', { example: '云政督〔2026〕3号' }),
        承办单位: text('写全称或者规范简称'),
      },
      督办的事: {
        督办事项: text('名称与原交办文件一致', { example: '青岩村饮水管网维修' }),
        交办来源: text('哪次会议、哪份文件第几项'),
        原定期限: date('原来要求哪天完成'),
        检查日期: date('哪天去核实的'),
        目前进展: longText('核实过的进展和卡点，不照抄自报的话；末尾不加句号'),
      },
      要求: {
        具体要求: longText('做什么、做到什么程度，分条写', { minLength: 10 }),
        完成期限: date('写到日'),
        反馈内容: text('一句话就够', { default: '办结没有，没办结差什么' }),
        说明期限: date('有困难的最晚哪天说，要早于完成期限'),
        协调安排: longText('本级出面协调什么、谁去、哪天前', { minLength: 6 }),
      },
      落款: { ...contact, ...issuedOn },
    },
    checks: [
      documentNumberForm('督办编号'),
      documentNumberYear('督办编号'),
      notBefore('due-after-issue', '完成期限', '成文日期', '完成期限在成文日期之前，没有留出办理的时间。'),
      {
        id: 'explain-before-due',
        severity: 'must',
        holds: '$exists(说明期限) and $exists(完成期限) ? 说明期限 < 完成期限',
        says: '说明期限应当早于完成期限，到期才说就来不及协调了。',
        fields: ['说明期限', '完成期限'],
      },
      {
        id: 'help-too',
        severity: 'should',
        holds: '$exists(协调安排) ? $not($contains(协调安排, /^(无|没有|自行|各单位自行)/))',
        says: '只催不帮，卡点还是卡点。写清本级协调什么、谁去。',
        fields: ['协调安排'],
      },
    ],
    basis: officialBasis,
    materials: [{ name: '原交办依据', note: '纪要、批示、通知' }, { name: '进展核实记录' }],
    fileName: '督办通知-{督办事项}',
    official: true,
  },
  good: {
    title: '填好的样子：饮水管网维修',
    note: '说清差在哪里、谁去协调、哪天要，不另要材料。',
    notes: {
      目前进展: '到现场核过：差的是破路手续，不是“正在推进”。',
      协调安排: '镇里派人陪着办手续，卡点有人解。',
    },
    data: goodData,
  },
  bad: {
    title: '填错的样子：只催不帮',
    note: '收到的单位还是不知道该怎么办。',
    notes: {
      督办编号: '年份要用六角括号〔〕。',
      具体要求: '“抓紧办理”不是要求。',
      完成期限: '期限在发文之前。',
      说明期限: '说明期限不早于完成期限。',
      协调安排: '“由承办单位自行协调”，等于没有协调。',
    },
    data: {
      ...goodData,
      督办编号: '云政督（2026）3号',
      具体要求: '抓紧办理。',
      完成期限: '2026-10-18',
      协调安排: '自行协调有关部门解决。',
    },
  },
}
