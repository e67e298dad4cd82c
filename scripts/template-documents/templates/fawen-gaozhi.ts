import {
  formNote,
  formTable,
  formTitle,
  label,
  opinion,
  row,
  signPlace,
  tallRow,
  value,
} from '../../../library/documents/form.ts'
import { differentPeople, documentNumberForm, documentNumberYear } from '../schema/common-checks.ts'
import { choice, count, date, longText, phone, text } from '../schema/field-definition.ts'
import { requiredWhen } from '../schema/template-schema-of.ts'
import type { TemplateDefinition } from '../template-definition.ts'

const goodData = {
  单位: '云溪镇人民政府',
  文件标题: '关于做好今冬明春森林防火工作的通知',
  文种: '通知',
  发文字号: '云政发〔2026〕31号',
  主送: '各村民委员会，镇属各站所',
  抄送: '县林业局',
  密级: '无',
  紧急程度: '平件',
  公开属性: '主动公开',
  拟稿单位: '应急管理站',
  拟稿人: '陈小川',
  拟稿电话: '13800001111',
  拟稿日期: '2026-11-03',
  核稿人: '罗敏',
  印制份数: 45,
  主题说明: '落实防火责任区、卡点值守、野外用火审批三件事；已征求派出所、林业工作站意见。',
}

export const fawenGaozhi: TemplateDefinition = {
  identifier: 'fawen-gaozhi',
  title: '发文稿纸',
  layout: 'form',
  body: [
    formTitle('{单位}发文稿纸'),
    formTable(
      [15, 35, 15, 35],
      [
        tallRow(36, label('签发'), opinion('（签名）：                年    月    日', 3)),
        tallRow(26, label('会签'), value('', 3)),
        row(label('文件标题'), value('{文件标题}', 3)),
        row(label('文种'), value('{文种}'), label('发文字号'), value('{发文字号}')),
        row(label('主送'), value('{主送}', 3)),
        row(label('抄送'), value('{抄送}', 3)),
        row(label('密级'), value('{密级}'), label('紧急程度'), value('{紧急程度}')),
        row(label('公开属性'), value('{公开属性}'), label('印制份数'), value('{印制份数}份')),
        row(label('不公开理由'), value('{不公开理由}', 3)),
        tallRow(22, label('起草说明'), value('{主题说明}', 3)),
        row(label('拟稿'), value('{拟稿单位} {拟稿人}\n{拟稿电话}'), label('拟稿日期'), value('{拟稿日期}')),
        tallRow(
          20,
          label('核稿'),
          signPlace('{核稿人}\n（签名）：        年    月    日'),
          label('校对'),
          opinion('（签名）：        年    月    日'),
        ),
      ],
    ),
    formNote('说明：签发以后不得改动内容；确需改动的，重新送签。正文附后，一式一份，与本稿纸一并归档。'),
  ],
  schema: {
    description: '发文前送核稿、会签、签发用，与正文一起归档。',
    sections: {
      文件: {
        单位: text('发文单位全称', { meaning: 'unit.name' }),
        文件标题: text('与正文标题一致'),
        文种: choice(['通知', '请示', '报告', '批复', '函', '意见', '决定', '通报', '纪要'], '与标题末尾一致'),
        发文字号: text('办公室统一编号', { example: '云政发〔2026〕31号' }),
        主送: text('写规范简称'),
        抄送: text('没有填“无”'),
        密级: choice(['无', '秘密', '机密', '绝密'], '涉密文件不得在普通电脑上起草', { default: '无' }),
        紧急程度: choice(['平件', '加急', '特急'], '照实选', { default: '平件' }),
        公开属性: choice(['主动公开', '依申请公开', '不予公开'], '拟稿时就定'),
        不公开理由: text('不予公开的写明理由', { optional: true }),
        印制份数: count('够发够存即可', { minimum: 1, unit: '份' }),
        主题说明: longText('为什么发、讲哪几件事、征求过谁的意见', { minLength: 10 }),
      },
      拟稿: {
        拟稿单位: text('站所名称'),
        拟稿人: text('姓名', { meaning: 'unit.handler' }),
        拟稿电话: phone('能打通的电话', { meaning: 'unit.handlerPhone' }),
        拟稿日期: date('送核稿的日期', { meaning: 'document.date' }),
        核稿人: text('办公室核稿的人'),
      },
    },
    when: [requiredWhen('公开属性', '不予公开', '不公开理由')],
    checks: [
      documentNumberForm(),
      documentNumberYear('发文字号', '拟稿日期'),
      {
        id: 'kind-in-title',
        severity: 'must',
        holds: '$exists(文种) and $exists(文件标题) ? $contains(文件标题, 文种)',
        says: '标题里没有所选的文种，请核对。',
        fields: ['文种', '文件标题'],
      },
      {
        id: 'not-secret',
        severity: 'must',
        holds: "$exists(密级) ? 密级 = '无'",
        says: '涉密文件不能在普通电脑和本软件里起草，请按保密规定办理。',
        fields: ['密级'],
      },
      differentPeople('拟稿人', '核稿人', '拟稿人和核稿人是同一个人，没有第二个人看过。', 'must'),
    ],
    basis: [
      { title: '党政机关公文处理工作条例', note: '中办发〔2012〕14号，关于发文办理的规定' },
      { title: '中华人民共和国政府信息公开条例', note: '公开属性' },
    ],
    materials: [{ name: '正文' }, { name: '依据文件' }, { name: '会签意见', whenSays: '涉及其他单位职权的' }],
    fileName: '发文稿纸-{文件标题}',
  },
  good: {
    title: '填好的样子：防火通知送签',
    note: '标题、文种、主送、公开属性齐全，签发人看一眼就能定。',
    notes: { 主题说明: '写了讲哪几件事、问过谁。', 公开属性: '拟稿时就定了，不等到归档再补。' },
    data: goodData,
  },
  bad: {
    title: '填错的样子：拟稿核稿一个人',
    note: '少一道核，错字错数就发出去了。',
    notes: {
      文种: '选了“请示”，标题却是通知。',
      发文字号: '序号前加了“第”字。',
      不公开理由: '选了不予公开，没有写理由。',
      核稿人: '拟稿、核稿是同一个人。',
    },
    data: { ...goodData, 文种: '请示', 发文字号: '云政发〔2026〕第31号', 公开属性: '不予公开', 核稿人: '陈小川' },
  },
}
