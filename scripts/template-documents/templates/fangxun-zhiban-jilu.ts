import {
  formLine,
  formNote,
  formTable,
  formTitle,
  headRow,
  label,
  loopRow,
  row,
  signPlace,
  tallRow,
  value,
} from '../../../library/documents/form.ts'
import { weekdayOf } from '../schema/expressions.ts'
import { choice, condition, count, date, table, text, time } from '../schema/field-definition.ts'
import { requiredWhen } from '../schema/template-schema-of.ts'
import type { TemplateDefinition } from '../template-definition.ts'

const goodData = {
  单位名称: '云溪镇人民政府',
  值班日期: '2026-07-13',
  带班领导: '李成业',
  值班人员: '沈立、陈小川',
  接班时间: '08:30',
  交班时间: '08:30',
  天气: '大雨转暴雨，县气象台15时发布暴雨橙色预警',
  响应级别: '三级响应',
  记录: [
    {
      时间: '15:10',
      来源: '县防汛办电话',
      内容: '要求山洪灾害危险区做好转移准备',
      处置: '电话通知竹坪、青岩两村，报李成业',
      经办: '沈立',
    },
    {
      时间: '17:40',
      来源: '竹坪村许家旺电话',
      内容: '河水涨至警戒线下0.6米，河堤脚渗水',
      处置: '李成业带8人、编织袋200条前往，转移河堤边9户',
      经办: '陈小川',
    },
    { 时间: '21:05', 来源: '现场报告', 内容: '9户26人全部转移到村小学', 处置: '报县防汛办', 经办: '沈立' },
  ],
  转移人数: 26,
  有险情: true,
  险情报告: '17:45电话报县防汛办，18:20书面报告',
  物资使用: '编织袋200条、雨衣10件、手电8支',
  未了事项: '河堤渗水点需要连续观测，每小时报一次',
  接班人员: '王晓芸、石磊',
}

export const fangxunZhibanJilu: TemplateDefinition = {
  identifier: 'fangxun-zhiban-jilu',
  title: '防汛值班记录',
  layout: 'form',
  body: [
    formTitle('防汛值班记录'),
    formLine('{单位名称}\t{值班日期}（星期{星期}）'),
    formTable(
      [16, 34, 16, 34],
      [
        row(label('带班领导'), value('{带班领导}'), label('值班人员'), value('{值班人员}')),
        row(label('值班时间'), value('当日{接班时间}至次日{交班时间}'), label('响应级别'), value('{响应级别}')),
        row(label('天气、预警'), value('{天气}', 3)),
      ],
    ),
    formTable(
      [15, 17, 28, 28, 12],
      [
        headRow('时间', '来源', '内容', '处置', '经办'),
        loopRow('记录', '{时间}', '{来源}', '{内容}', '{处置}', '{经办}'),
      ],
    ),
    formTable(
      [16, 34, 16, 34],
      [
        row(label('转移人数'), value('{转移人数}人'), label('物资使用'), value('{物资使用}')),
        row(label('险情报告'), value('{#有险情}{险情报告}{/有险情}{^有险情}无险情{/有险情}', 3)),
        tallRow(16, label('未了事项'), value('{未了事项}', 3)),
        tallRow(
          16,
          label('交接'),
          signPlace('交班人（签名）：            接班人：{接班人员}（签名）：\n年    月    日    时', 3),
        ),
      ],
    ),
    formNote('说明：一天一张，随听随记，不补记；险情、灾情先口头报告再书面报告，续报、终报写清时间。'),
  ],
  schema: {
    description: '汛期和强降雨时段值班用；接到什么、几点、怎么处置、报了谁，一条一行，交班时当面交清。',
    sections: {
      值班: {
        单位名称: text('全称', { meaning: 'unit.name' }),
        值班日期: date('接班那一天', { meaning: 'document.date' }),
        星期: choice(['一', '二', '三', '四', '五', '六', '日'], '不填则按日期算', { computed: weekdayOf('值班日期') }),
        带班领导: text('姓名'),
        值班人员: text('两人以上'),
        接班时间: time('24小时制', { default: '08:30' }),
        交班时间: time('次日几点', { default: '08:30' }),
        天气: text('雨情和预警，写发布时间'),
        响应级别: choice(['未启动', '四级响应', '三级响应', '二级响应', '一级响应'], '以县级防汛指挥机构发布的为准'),
      },
      记录: {
        记录: table('按时间先后，一条一行；没有情况的记一次抽查', {
          时间: time('几点几分'),
          来源: text('谁、用什么方式'),
          内容: text('原话要点'),
          处置: text('通知了谁、去了几个人、报给谁', { minLength: 4 }),
          经办: text('姓名'),
        }),
      },
      小结: {
        转移人数: count('没有填0', { unit: '人' }),
        物资使用: text('名称和数量；没有填“无”'),
        有险情: condition('有险情、灾情的打开'),
        险情报告: text('几点报给谁、口头还是书面', { optional: true }),
        未了事项: text('下一班要接着办的；没有填“无”'),
        接班人员: text('姓名'),
      },
    },
    when: [requiredWhen('有险情', true, '险情报告')],
    checks: [
      {
        id: 'weekday',
        severity: 'must',
        holds: `$exists(星期) ? 星期 = (${weekdayOf('值班日期')})`,
        says: '值班日期和星期对不上。',
        fields: ['星期', '值班日期'],
      },
      {
        id: 'two-on-duty',
        severity: 'should',
        holds: '$exists(值班人员) ? $contains(值班人员, /[、，,]/)',
        says: '汛期值班最好两人以上，一人接电话、一人去现场。',
        fields: ['值班人员'],
      },
      {
        id: 'moved-means-danger',
        severity: 'must',
        holds: '$exists(转移人数) and 转移人数 > 0 ? 有险情 = true',
        says: '转移了群众，却没有打开“有险情”并写报告情况。',
        fields: ['有险情', '转移人数'],
      },
      {
        id: 'not-own-relief',
        severity: 'must',
        holds: '$exists(接班人员) and $exists(值班人员) ? 接班人员 != 值班人员',
        says: '接班人员和值班人员完全相同，等于没有交班。',
        fields: ['接班人员', '值班人员'],
      },
    ],
    basis: [
      { title: '中华人民共和国防洪法', note: '防汛抗洪' },
      { title: '中华人民共和国突发事件应对法', note: '关于信息报告的规定' },
    ],
    materials: [{ name: '上一班的值班记录' }, { name: '危险区转移责任人名册和电话' }],
    fileName: '防汛值班记录-{值班日期}',
  },
  good: {
    title: '填好的样子：暴雨橙色预警那天',
    note: '几点接到、几点处置、几点报告，事后一查就清楚。',
    notes: {
      '记录/1/处置': '去了几个人、带了什么、转移几户，都记了。',
      未了事项: '下一班知道要每小时看一次渗水点。',
    },
    data: goodData,
  },
  bad: {
    title: '填错的样子：事后补的记录',
    note: '汛期最怕交接断了线。',
    notes: {
      值班人员: '只有一个人值班。',
      有险情: '转移了26人，却写无险情。',
      星期: '写错了星期。',
      '记录/0/时间': '“下午”不是时间。',
      '记录/0/处置': '“已办”看不出通知了谁。',
    },
    data: {
      ...goodData,
      值班人员: '沈立',
      星期: '二',
      有险情: false,
      记录: [{ 时间: '下午', 来源: '电话', 内容: '要求做好准备', 处置: '已办', 经办: '沈立' }],
    },
  },
}
