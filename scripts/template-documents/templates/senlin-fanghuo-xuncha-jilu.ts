import {
  formLine,
  formNote,
  formTable,
  formTitle,
  headRow,
  label,
  loopRow,
  opinion,
  row,
  tallRow,
  value,
} from '../../../library/documents/form.ts'
import { notBefore } from '../schema/common-checks.ts'
import { weekdayOf } from '../schema/expressions.ts'
import { choice, condition, count, date, rowNumber, table, text, time } from '../schema/field-definition.ts'
import { requiredWhen } from '../schema/template-schema-of.ts'
import type { TemplateDefinition } from '../template-definition.ts'

const goodData = {
  单位: '云溪镇林业工作站',
  巡查日期: '2026-11-15',
  开始时间: '08:30',
  结束时间: '17:20',
  天气: '晴，气温3到16度，风力2到3级',
  火险等级: '三级（较高）',
  巡查人: '陈小川、许家旺（护林员）',
  巡查路线: '竹坪村—青岩村—石桥村北山，共18公里',
  巡查情况: [
    {
      时间: '09:10',
      位置: '竹坪村三组坟山',
      发现情况: '两处祭扫后余灰未清，已浇水',
      当场处理: '浇水降温，劝导改在空地焚烧',
      责任人: '许家旺',
    },
    {
      时间: '14:30',
      位置: '青岩村北坡林缘',
      发现情况: '村民马有才点火烧地边杂草',
      当场处理: '当场扑灭，讲明规定并登记',
      责任人: '陈小川',
    },
  ],
  违规用火起数: 1,
  已移交处理: true,
  移交说明: '上报镇应急管理站，依法移交县林业局处理',
  宣传户数: 36,
  重点人员情况: '三户精神障碍人员家庭已入户提醒监护人',
  需要协调: '青岩村北坡防火水池干涸，请尽快补水',
  巡查负责人: '陈小川',
}

export const senlinFanghuoXunchaJilu: TemplateDefinition = {
  identifier: 'senlin-fanghuo-xuncha-jilu',
  title: '森林防火巡查记录',
  layout: 'form',
  body: [
    formTitle('森林防火巡查记录'),
    formLine('{单位}\t{巡查日期}（星期{星期}）'),
    formTable(
      [15, 35, 15, 35],
      [
        row(label('时间'), value('{开始时间}至{结束时间}'), label('火险等级'), value('{火险等级}')),
        row(label('天气'), value('{天气}', 3)),
        row(label('巡查人'), value('{巡查人}', 3)),
        row(label('路线'), value('{巡查路线}', 3)),
      ],
    ),
    formTable(
      [8, 14, 20, 25, 21, 12],
      [
        headRow('序号', '时间', '位置', '发现情况', '当场处理', '责任人'),
        loopRow('巡查情况', '{序号}', '{时间}', '{位置}', '{发现情况}', '{当场处理}', '{责任人}'),
      ],
    ),
    formTable(
      [20, 30, 20, 30],
      [
        row(label('违规用火'), value('{违规用火起数}起'), label('宣传户数'), value('{宣传户数}户')),
        row(label('移交处理'), value('{#已移交处理}{移交说明}{/已移交处理}{^已移交处理}无{/已移交处理}', 3)),
        row(label('重点人员'), value('{重点人员情况}', 3)),
        row(label('需要协调'), value('{需要协调}', 3)),
        tallRow(16, label('巡查人签名'), opinion('{巡查负责人}（签名）：                    年    月    日', 3)),
      ],
    ),
    formNote(
      '说明：发现火情，先打森林防火报警电话12119和乡镇值班电话，再扑救；不得动员残疾人、孕妇、未成年人和其他不适宜的人员上山扑火。',
    ),
  ],
  schema: {
    description: '森林防火期内巡山查林时记；一条情况一行，当场处理的写处理，处理不了的写移交。',
    sections: {
      巡查: {
        单位: text('林业站、应急站或者村', { meaning: 'unit.name' }),
        巡查日期: date('出门那一天', { meaning: 'document.date' }),
        星期: choice(['一', '二', '三', '四', '五', '六', '日'], '不填则按日期算', { computed: weekdayOf('巡查日期') }),
        开始时间: time('24小时制'),
        结束时间: time('24小时制'),
        天气: text('晴雨、气温、风力'),
        火险等级: text('当天发布的等级'),
        巡查人: text('两人以上，注明护林员'),
        巡查路线: text('写清走了哪些地方，能看出没走到哪里'),
      },
      情况: {
        巡查情况: table('没有发现的也写一行“巡查无异常”', {
          序号: rowNumber(),
          时间: time('发现时间'),
          位置: text('写到地名'),
          发现情况: text('看到什么、什么人、什么火'),
          当场处理: text('做了什么，处理不了的写“移交”'),
          责任人: text('姓名'),
        }),
      },
      小结: {
        违规用火起数: count('本次发现的起数', { unit: '起' }),
        已移交处理: condition('有移交的打开'),
        移交说明: text('移交给谁、什么时候、怎么移交', { optional: true }),
        宣传户数: count('入户宣传多少户', { unit: '户' }),
        重点人员情况: text('重点人员和监护人；没有填“无”'),
        需要协调: text('要谁做什么；没有填“无”'),
        巡查负责人: text('姓名'),
      },
    },
    when: [requiredWhen('已移交处理', true, '移交说明')],
    checks: [
      notBefore('ends-later', '结束时间', '开始时间', '结束时间早于开始时间，请核对。'),
      {
        id: 'weekday',
        severity: 'must',
        holds: `$exists(星期) ? 星期 = (${weekdayOf('巡查日期')})`,
        says: '巡查日期和星期对不上。',
        fields: ['星期', '巡查日期'],
      },
      {
        id: 'illegal-fire-handed',
        severity: 'must',
        holds: '$exists(违规用火起数) and 违规用火起数 > 0 ? 已移交处理 = true',
        says: '有违规用火的，应当移交或者上报，不能当场教育了事。',
        fields: ['已移交处理', '违规用火起数'],
      },
      {
        id: 'two-persons',
        severity: 'should',
        holds: '$exists(巡查人) ? $contains(巡查人, /[、，,]/)',
        says: '巡查最好两人以上，出事有个照应。',
        fields: ['巡查人'],
      },
    ],
    basis: [{ title: '森林防火条例', provisions: ['第二十三条', '第二十五条', '第三十一条'] }],
    materials: [{ name: '现场照片', note: '能看清位置和时间' }, { name: '上次巡查未办结事项' }],
    fileName: '森林防火巡查记录-{巡查日期}',
  },
  good: {
    title: '填好的样子：竹坪到石桥一线',
    note: '几点在哪里看到什么、怎么处理，都记到人。',
    notes: {
      巡查情况: '每条有时间、位置、处理、责任人。',
      移交说明: '违规用火上报并移交，不是教育了事。',
    },
    data: goodData,
  },
  bad: {
    title: '填错的样子：记了个大概',
    note: '出了火情才发现，这天到底有没有巡到那里。',
    notes: {
      星期: '写错了星期。',
      结束时间: '早于开始时间。',
      巡查人: '一个人上山。',
      移交说明: '打开了“已移交”，没有写移交给谁。',
      '巡查情况/0/时间': '“上午”不是时间。',
    },
    data: {
      ...goodData,
      结束时间: '07:30',
      星期: '三',
      巡查人: '陈小川',
      巡查情况: [{ 时间: '上午', 位置: '北山', 发现情况: '无异常', 当场处理: '无', 责任人: '陈小川' }],
      移交说明: '',
    },
  },
}
