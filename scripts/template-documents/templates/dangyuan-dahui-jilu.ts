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
import { condition, count, date, longText, rowNumber, table, text, time } from '../schema/field-definition.ts'
import type { TemplateDefinition } from '../template-definition.ts'

const goodData = {
  党组织名称: '中共柳湾村支部委员会',
  会议日期: '2026-10-16',
  会议时间: '19:30',
  会议地点: '柳湾村党群服务中心',
  主持人: '柳明，党支部书记',
  记录人: '许春燕',
  党员总数: 42,
  有表决权人数: 40,
  实到有表决权人数: 35,
  列席人员: '驻村干部何静',
  缺席情况: '5人外出务工，已电话请假',
  议题: [
    {
      内容: '讨论接收预备党员',
      讨论情况: '介绍人介绍情况；3人发言，认为在防汛中表现突出，不足是学习还不够系统',
      需要表决: true,
      赞成票: 34,
      不赞成票: 0,
      弃权票: 1,
      结果: '通过',
    },
    { 内容: '通报三季度党费收缴', 讨论情况: '组织委员通报，无异议', 需要表决: false, 结果: '已通报' },
  ],
  决议: '同意接收为预备党员，按程序报镇党委审批；党费收支情况张贴公布。',
}

export const dangyuanDahuiJilu: TemplateDefinition = {
  identifier: 'dangyuan-dahui-jilu',
  title: '党员大会记录',
  layout: 'form',
  body: [
    formTitle('党员大会记录'),
    formLine('{党组织名称}\t{会议日期}'),
    formTable(
      [16, 34, 18, 32],
      [
        row(label('时间'), value('{会议时间}'), label('地点'), value('{会议地点}')),
        row(label('主持人'), value('{主持人}'), label('记录人'), value('{记录人}')),
        row(label('党员总数'), value('{党员总数}人'), label('有表决权'), value('{有表决权人数}人')),
        row(label('实到有\n表决权'), value('{实到有表决权人数}人'), label('列席'), value('{列席人员}')),
        row(label('缺席情况'), value('{缺席情况}', 3)),
      ],
    ),
    formTable(
      [8, 21, 31, 10, 10, 10, 10],
      [
        headRow('序号', '议题', '讨论情况', '赞成', '不赞成', '弃权', '结果'),
        loopRow(
          '议题',
          '{序号}',
          '{内容}{#需要表决}（表决）{/需要表决}',
          '{讨论情况}',
          '{赞成票}',
          '{不赞成票}',
          '{弃权票}',
          '{结果}',
        ),
      ],
    ),
    formTable(
      [16, 84],
      [
        tallRow(30, label('决议'), value('{决议}')),
        tallRow(18, label('主持人'), opinion('（签名）：                    年    月    日')),
        tallRow(18, label('记录人'), opinion('（签名）：                    年    月    日')),
      ],
    ),
    formNote('说明：发展党员的表决采用无记名投票，票据封存；到会的有表决权党员须超过应到会有表决权人数的一半。'),
  ],
  schema: {
    description: '支部党员大会当场记；需要表决的议题写票数，只通报的写讨论情况。',
    sections: {
      会议: {
        党组织名称: text('全称', { example: '中共柳湾村支部委员会' }),
        会议日期: date('开会那一天', { meaning: 'document.date' }),
        会议时间: time('24小时制'),
        会议地点: text('写到楼层和房间'),
        主持人: text('姓名、职务'),
        记录人: text('姓名'),
      },
      到会: {
        党员总数: count('本支部党员，含预备党员', { minimum: 1, unit: '人' }),
        有表决权人数: count('正式党员中有表决权的', { minimum: 1, unit: '人' }),
        实到有表决权人数: count('到会的有表决权党员', { unit: '人' }),
        列席人员: text('没有填“无”'),
        缺席情况: text('几人、什么原因；没有填“无”'),
      },
      议题: {
        议题: table('一个议题一行', {
          序号: rowNumber(),
          内容: text('议什么'),
          讨论情况: text('谁说了什么，优点和不足都记', { minLength: 6 }),
          需要表决: condition('要投票表决的打开'),
          赞成票: count('没有表决的不填', { optional: true, unit: '票' }),
          不赞成票: count('没有表决的不填', { optional: true, unit: '票' }),
          弃权票: count('没有表决的不填', { optional: true, unit: '票' }),
          结果: text('通过、未通过，或者已通报'),
        }),
        决议: longText('定了什么、谁落实、报给谁', { minLength: 8 }),
      },
    },
    checks: [
      {
        id: 'quorum',
        severity: 'must',
        holds: '实到有表决权人数 * 2 > 有表决权人数',
        says: '到会的有表决权党员没有超过半数，不能进行表决。',
        fields: ['实到有表决权人数', '有表决权人数'],
      },
      {
        id: 'voters-are-members',
        severity: 'must',
        holds: '有表决权人数 <= 党员总数',
        says: '有表决权的人数比党员总数还多，请核对；预备党员没有表决权。',
        fields: ['有表决权人数', '党员总数'],
      },
      {
        id: 'votes-given',
        severity: 'must',
        holds: '需要表决 = true ? $exists(赞成票) and $exists(不赞成票) and $exists(弃权票)',
        says: '要表决的议题没有写齐三种票数。',
        fields: ['议题/赞成票', '议题/不赞成票', '议题/弃权票'],
      },
      {
        id: 'votes-add-up',
        severity: 'must',
        holds:
          '需要表决 = true and $exists(赞成票) and $exists(不赞成票) and $exists(弃权票) ? 赞成票 + 不赞成票 + 弃权票 = $form.实到有表决权人数',
        says: '三种票加起来不等于到会的有表决权人数。',
        fields: ['议题/赞成票', '议题/不赞成票', '议题/弃权票'],
      },
      {
        id: 'passed-by-majority',
        severity: 'must',
        holds: "需要表决 = true and 结果 = '通过' and $exists(赞成票) ? 赞成票 * 2 > $form.有表决权人数",
        says: '赞成票没有超过应到会有表决权党员的半数，结果不能写“通过”。',
        fields: ['议题/结果', '议题/赞成票'],
      },
    ],
    basis: [
      { title: '中国共产党发展党员工作细则', note: '接收预备党员、预备党员转正的表决' },
      { title: '中国共产党支部工作条例（试行）', note: '关于党员大会的规定' },
    ],
    materials: [{ name: '会议通知' }, { name: '签到表' }, { name: '票决的选票和计票结果', whenSays: '投票表决的' }],
    fileName: '党员大会记录-{会议日期}',
  },
  good: {
    title: '填好的样子：接收预备党员',
    note: '人数、票数、结果一环扣一环。',
    notes: {
      '议题/0/讨论情况': '优点和不足都记了。',
      '议题/0/赞成票': '三种票加起来等于到会的有表决权人数。',
    },
    data: goodData,
  },
  bad: {
    title: '填错的样子：不到半数就表决',
    note: '程序不合规，上级审批时会退回重来。',
    notes: {
      实到有表决权人数: '40人到了18人，不足半数。',
      '议题/0/赞成票': '三种票加起来是35，与到会18人对不上。',
      '议题/0/讨论情况': '“同意”没有记谁说了什么。',
    },
    data: {
      ...goodData,
      实到有表决权人数: 18,
      议题: [
        {
          内容: '讨论接收预备党员',
          讨论情况: '同意',
          需要表决: true,
          赞成票: 34,
          不赞成票: 0,
          弃权票: 1,
          结果: '通过',
        },
      ],
    },
  },
}
