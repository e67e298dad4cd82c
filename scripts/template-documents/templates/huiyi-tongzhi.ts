import {
  attachmentNote,
  body,
  closing,
  labelled,
  line,
  officialTitle,
  recipient,
  redHead,
  signature,
} from '../../../library/documents/official.ts'
import { notBefore } from '../schema/common-checks.ts'
import { weekdayOf } from '../schema/expressions.ts'
import { choice, condition, date, rowNumber, table, text, time } from '../schema/field-definition.ts'
import { requiredWhen } from '../schema/template-schema-of.ts'
import type { TemplateDefinition } from '../template-definition.ts'
import { contact, issuedOn, issuing, officialBasis, officialChecks } from './official-parts.ts'

const goodData = {
  发文机关: '云溪镇人民政府',
  发文字号: '云政发〔2026〕31号',
  会议名称: '今冬明春森林防火工作会议',
  主送单位: '各村民委员会，镇属各站所',
  召开缘由: '为落实今冬明春森林防火责任，看住重点人、管住野外火',
  会议日期: '2026-11-10',
  会议时间: '09:00',
  会期: '一个半小时',
  会议地点: '镇政府三楼会议室',
  议题: [
    { 内容: '通报今年野外火源巡查情况', 汇报单位: '应急管理站' },
    { 内容: '安排防火期卡点值守和巡护', 汇报单位: '林业工作站' },
    { 内容: '讲清野外用火审批和处罚规定', 汇报单位: '派出所' },
  ],
  参加人员: '各村党组织书记、村民委员会主任、护林员组长，各站所负责人',
  报名截止时间: '11月9日17时',
  联系部门: '应急管理站',
  请假对象: '分管副镇长李成业',
  联系人: '罗敏',
  联系电话: '13800001102',
  有附件: true,
  附件名称: '各村防火责任区和值守安排表',
  成文日期: '2026-11-05',
}

export const huiyiTongzhi: TemplateDefinition = {
  identifier: 'huiyi-tongzhi',
  title: '会议通知',
  layout: 'official',
  numbered: true,
  body: [
    ...redHead('{发文机关}文件', '{发文字号}'),
    officialTitle('{发文机关}关于召开{会议名称}的通知'),
    recipient('{主送单位}：'),
    ...body('{召开缘由}，定于{会议日期}召开{会议名称}。现将有关事项通知如下。'),
    labelled('一、时间：', '{会议日期}（星期{会议星期}）{会议时间}，会期{会期}。'),
    labelled('二、地点：', '{会议地点}。'),
    labelled('三、议题：', ''),
    line('{#议题}'),
    ...body('{序号}．{内容}（{汇报单位}）'),
    line('{/议题}'),
    labelled('四、参加人员：', '{参加人员}。'),
    labelled(
      '五、要求：',
      '请于{报名截止时间}前将参会名单报{联系部门}；不能到会的，向{请假对象}请假。会上需要的材料只带一份，不另作汇报稿。',
    ),
    closing('联系人：{联系人}，电话：{联系电话}。'),
    line('{#有附件}'),
    ...attachmentNote('附件：{附件名称}'),
    line('{/有附件}'),
    ...signature('{发文机关}', '{成文日期}'),
  ],
  schema: {
    description: '召集两个以上单位或者村开会时用；三五个人碰头，打电话就行。',
    sections: {
      文头: issuing('云政发〔2026〕31号'),
      会议: {
        会议名称: text('写全称，不带“关于召开”和“的通知”', { example: '今冬明春森林防火工作会议' }),
        主送单位: text('各村、各站所，写规范简称', { example: '各村民委员会，镇属各站所' }),
        召开缘由: text('一句话，末尾不加标点', { example: '为落实今冬明春森林防火责任' }),
        会议日期: date('开会那一天'),
        会议星期: choice(['一', '二', '三', '四', '五', '六', '日'], '不填则按会议日期算', {
          computed: weekdayOf('会议日期'),
        }),
        会议时间: time('24小时制，如09:00'),
        会期: text('预计多久，方便对方安排下一件事', { example: '一个半小时' }),
        会议地点: text('写到楼层和房间', { example: '镇政府三楼会议室' }),
      },
      议题: {
        议题: table('一个议题一行', {
          序号: rowNumber(),
          内容: text('写清议什么，不写“研究有关工作”', { minLength: 4 }),
          汇报单位: text('没有汇报填“传达”'),
        }),
      },
      参会: {
        参加人员: text('写到职务'),
        报名截止时间: text('给对方至少一个工作日', { example: '11月9日17时' }),
        联系部门: text('收参会名单的站所'),
        请假对象: text('姓名、职务'),
        ...contact,
      },
      附件和落款: {
        有附件: condition('通知带附件时打开'),
        附件名称: text('附件的名称，不加书名号', { optional: true }),
        ...issuedOn,
      },
    },
    when: [requiredWhen('有附件', true, '附件名称')],
    checks: [
      ...officialChecks,
      notBefore('meeting-after-notice', '会议日期', '成文日期', '会议日期在成文日期之前，请核对。'),
      {
        id: 'weekday',
        severity: 'must',
        holds: `$exists(会议星期) ? 会议星期 = (${weekdayOf('会议日期')})`,
        says: '会议日期和星期对不上，会有人走错日子。',
        fields: ['会议星期', '会议日期'],
      },
      {
        id: 'short-agenda',
        severity: 'should',
        holds: '$exists(议题) ? $count(议题) <= 6',
        says: '议题超过6个，会期容易失控，考虑分开开或者改为书面征求意见。',
        fields: ['议题'],
      },
    ],
    basis: officialBasis,
    materials: [
      { name: '议题和汇报单位名单' },
      { name: '参会范围' },
      { name: '会场确认', note: '先问清会场没有别的安排' },
    ],
    fileName: '{成文日期}-{会议名称}通知',
    official: true,
  },
  good: {
    title: '填好的样子：防火工作会议通知',
    note: '一页纸说清什么时候、在哪里、议什么、谁来、带什么。',
    notes: {
      会期: '写明一个半小时，村干部好安排下午的事。',
      议题: '三个议题都写清了议什么、谁来讲。',
      会议星期: '没有填，按会议日期自动算出。',
    },
    data: goodData,
  },
  bad: {
    title: '填错的样子：套用旧通知',
    note: '拿去年的通知改，改漏了几处。',
    notes: {
      发文字号: '年份还是2025，用的是圆括号和“第”字。',
      会议日期: '会议日期早于成文日期，日子没有改。',
      会议星期: '这一天不是星期五。',
      附件名称: '打开了“有附件”，却没有写附件名称。',
      '议题/0/内容': '只写“防火”，参会的人不知道要准备什么。',
    },
    data: {
      ...goodData,
      发文字号: '云政发(2025)第31号',
      会议日期: '2026-11-02',
      会议星期: '五',
      议题: [{ 内容: '防火', 汇报单位: '应急管理站' }],
      附件名称: '',
    },
  },
}
