import {
  formLine,
  formTable,
  formTitle,
  label,
  opinion,
  row,
  signPlace,
  tallRow,
  value,
} from '../../../library/documents/form.ts'
import { notBefore } from '../schema/common-checks.ts'
import { daysOf } from '../schema/expressions.ts'
import { choice, count, date, longText, text } from '../schema/field-definition.ts'
import type { TemplateDefinition } from '../template-definition.ts'

const goodData = {
  单位: '云溪镇人民政府',
  收文编号: '2026-418',
  收文日期: '2026-11-09',
  来文单位: '青禾县应急管理局',
  来文字号: '青应急〔2026〕52号',
  来文标题: '关于开展今冬明春消防安全检查的通知',
  密级: '无',
  紧急程度: '平件',
  份数: 1,
  附件情况: '附表1份',
  内容摘要: '要求11月30日前完成人员密集场所检查，12月5日前报一次结果。',
  拟办意见: '请李成业副镇长阅批。建议由应急管理站牵头，派出所配合，11月28日前完成，检查结果用县里附表报，不另作材料。',
  承办单位: '应急管理站',
  办理期限: '2026-11-28',
  登记人: '罗敏',
}

export const shouwenChuliandan: TemplateDefinition = {
  identifier: 'shouwen-chuliandan',
  title: '收文处理单',
  layout: 'form',
  body: [
    formTitle('{单位}收文处理单'),
    formLine('收文编号：{收文编号}\t收文日期：{收文日期}'),
    formTable(
      [15, 35, 15, 35],
      [
        row(label('来文单位'), value('{来文单位}'), label('来文字号'), value('{来文字号}')),
        row(label('来文标题'), value('{来文标题}', 3)),
        row(label('密级'), value('{密级}'), label('紧急程度'), value('{紧急程度}')),
        row(label('份数'), value('{份数}份'), label('附件'), value('{附件情况}')),
        tallRow(20, label('内容摘要'), value('{内容摘要}', 3)),
        tallRow(34, label('拟办意见'), signPlace('{拟办意见}\n拟办人（签名）：                年    月    日', 3)),
        tallRow(42, label('领导批示'), opinion('（签名）：                年    月    日', 3)),
        row(label('承办单位'), value('{承办单位}'), label('办理期限'), value('{办理期限}')),
        tallRow(36, label('办理结果'), opinion('承办人（签名）：                年    月    日', 3)),
        tallRow(16, label('传阅'), value('', 3)),
      ],
    ),
    formLine('登记人：{登记人}\t办结后退办公室归档'),
  ],
  schema: {
    description: '收到上级和其他单位的文件，登记、拟办、批示、承办、归档用一张单。',
    sections: {
      登记: {
        单位: text('收文单位全称', { meaning: 'unit.name' }),
        收文编号: text('年份加序号', { example: '2026-418' }),
        收文日期: date('收到的那一天', { meaning: 'document.date' }),
        来文单位: text('发文机关'),
        来文字号: text('照来文写；没有填“无”'),
        来文标题: text('照来文写，不缩写'),
        密级: choice(['无', '秘密', '机密', '绝密'], '涉密文件不得进入本软件和普通电脑', { default: '无' }),
        紧急程度: choice(['平件', '加急', '特急'], '照来文标注', { default: '平件' }),
        份数: count('收到几份', { minimum: 1, unit: '份', default: 1 }),
        附件情况: text('附件名称和份数；没有填“无”'),
      },
      拟办: {
        内容摘要: longText('要做什么、哪天前、报什么', { minLength: 10 }),
        拟办意见: longText('请谁批、谁牵头谁配合、哪天前办结', { minLength: 10 }),
        承办单位: text('牵头的站所'),
        办理期限: date('比来文要求早一两天，留出核对的时间'),
        登记人: text('姓名', { meaning: 'unit.handler' }),
      },
    },
    checks: [
      {
        id: 'not-secret',
        severity: 'must',
        holds: "$exists(密级) ? 密级 = '无'",
        says: '涉密文件不能在普通电脑和本软件里处理，请按保密规定办理。',
        fields: ['密级'],
      },
      notBefore('due-after-receipt', '办理期限', '收文日期', '办理期限在收文日期之前，请核对。'),
      {
        id: 'urgent-soon',
        severity: 'should',
        holds: `紧急程度 = '特急' ? (${daysOf('收文日期', '办理期限')}) <= 4`,
        says: '特急件的办理期限超过了三天，请核对来文要求。',
        fields: ['办理期限', '紧急程度'],
      },
      {
        id: 'proposal-names-lead',
        severity: 'should',
        holds: '$exists(拟办意见) ? $contains(拟办意见, /牵头|承办|由.+办/)',
        says: '拟办意见没有写由谁办，领导只能再批一遍。',
        fields: ['拟办意见'],
      },
    ],
    basis: [{ title: '党政机关公文处理工作条例', note: '中办发〔2012〕14号，关于收文办理的规定' }],
    materials: [{ name: '来文原件和附件' }],
    fileName: '收文{收文编号}-{来文标题}',
  },
  good: {
    title: '填好的样子：消防检查通知',
    note: '摘要说清要做什么，拟办说清谁牵头、哪天办完。',
    notes: {
      拟办意见: '请谁批、谁牵头、怎么报，领导签字就能办。',
      办理期限: '比来文要求早两天。',
    },
    data: goodData,
  },
  bad: {
    title: '填错的样子：只写“请领导阅示”',
    note: '文件在桌上转一圈，没人知道该谁办。',
    notes: {
      密级: '涉密文件不能在普通电脑上处理。',
      拟办意见: '没有写由谁办、哪天前办完。',
      办理期限: '早于收文日期。',
      内容摘要: '“见原文”，领导还得从头读。',
    },
    data: {
      ...goodData,
      密级: '秘密',
      拟办意见: '请领导阅示，阅后转有关站所阅。',
      办理期限: '2026-11-01',
      内容摘要: '见原文。',
    },
  },
}
