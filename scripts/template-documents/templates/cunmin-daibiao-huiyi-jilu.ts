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
import { count, date, longText, rowNumber, table, text, time } from '../schema/field-definition.ts'
import type { TemplateDefinition } from '../template-definition.ts'

const goodData = {
  乡镇名: '云溪镇',
  村名: '石桥村',
  记录编号: '2026-05',
  会议日期: '2026-06-18',
  会议时间: '15:00',
  会议地点: '村党群服务中心二楼',
  召集人: '石桥村村民委员会 石长河',
  主持人: '石长河，村民委员会主任',
  应到人数: 33,
  实到人数: 29,
  妇女代表人数: 11,
  列席人员: '驻村干部罗敏；村务监督委员会主任冯建国',
  记录人: '石晓梅',
  请假人员: '石志国等4人，外出务工，均已委托家人转告意见',
  议题: [
    {
      内容: '村内道路路灯改造方案',
      主要意见: '石玉珍：先装学校门口；冯大成：电费要说清谁出。答复：电费从集体经营收入列支，每年约3600元',
      赞成票: 27,
      反对票: 1,
      弃权票: 1,
    },
    {
      内容: '老打谷场改建晒场方案',
      主要意见: '石玉珍：要留消防通道。方案改为留4米通道',
      赞成票: 29,
      反对票: 0,
      弃权票: 0,
    },
  ],
  决议: '两项方案均获通过。路灯改造由石长河负责，8月底前完成；晒场由石志强负责，9月20日前完成。',
  公布地点: '村务公开栏、村民微信群',
  公布日期: '2026-06-19',
  反映渠道: '村务监督委员会冯建国，13800001233',
}

export const cunminDaibiaoHuiyiJilu: TemplateDefinition = {
  identifier: 'cunmin-daibiao-huiyi-jilu',
  title: '村民代表会议记录',
  layout: 'form',
  body: [
    formTitle('村民代表会议记录'),
    formLine('{乡镇名}{村名}村民委员会\t编号：{记录编号}'),
    formTable(
      [14, 38, 14, 34],
      [
        row(label('时间'), value('{会议日期} {会议时间}'), label('地点'), value('{会议地点}')),
        row(label('召集人'), value('{召集人}'), label('主持人'), value('{主持人}')),
        row(label('应到'), value('{应到人数}人'), label('实到'), value('{实到人数}人，其中妇女{妇女代表人数}人')),
        row(label('列席'), value('{列席人员}'), label('记录人'), value('{记录人}')),
        row(label('请假情况'), value('{请假人员}', 3)),
      ],
    ),
    formTable(
      [9, 25, 36, 10, 10, 10],
      [
        headRow('序号', '议题', '主要意见', '赞成', '反对', '弃权'),
        loopRow('议题', '{序号}', '{内容}', '{主要意见}', '{赞成票}', '{反对票}', '{弃权票}'),
      ],
    ),
    formTable(
      [14, 86],
      [
        tallRow(24, label('决议'), value('{决议}')),
        row(label('公布办法'), value('{公布地点}，公布日期{公布日期}，意见反映至{反映渠道}')),
        tallRow(30, label('到会代表\n签名'), value('')),
        tallRow(16, label('村务监督\n委员会'), opinion('监督人（签名）：                              年    月    日')),
      ],
    ),
    formNote('说明：表决按一人一票计；附签到表、表决票和会场照片。'),
  ],
  schema: {
    description: '召开村民代表会议时当场记；属于集体经济组织成员大会的事项，不能用本记录代替。',
    sections: {
      会议: {
        乡镇名: text('写全称', { meaning: 'town.name' }),
        村名: text('行政村全称', { meaning: 'village.name' }),
        记录编号: text('年份加序号', { example: '2026-05' }),
        会议日期: date('开会那一天', { meaning: 'document.date' }),
        会议时间: time('24小时制，如15:00'),
        会议地点: text('写到楼层和房间'),
        召集人: text('村民委员会，写姓名'),
        主持人: text('姓名、职务'),
        记录人: text('姓名'),
      },
      到会: {
        应到人数: count('组成人员总数', { minimum: 1, unit: '人' }),
        实到人数: count('签到人数', { unit: '人' }),
        妇女代表人数: count('实到中的妇女人数', { unit: '人' }),
        列席人员: text('姓名、单位；没有填“无”'),
        请假人员: text('姓名、原因；没有填“无”'),
      },
      议题和表决: {
        议题: table('一个议题一行，逐项表决', {
          序号: rowNumber(),
          内容: text('方案名称'),
          主要意见: text('赞成和反对的理由都记，写谁说的', { minLength: 6 }),
          赞成票: count('数字', { unit: '票' }),
          反对票: count('数字', { unit: '票' }),
          弃权票: count('数字', { unit: '票' }),
        }),
        决议: longText('通过或者未通过；通过的写执行人和期限', { minLength: 8 }),
      },
      公布: {
        公布地点: text('公开栏位置和微信群'),
        公布日期: date('张贴的那一天'),
        反映渠道: text('姓名和电话'),
      },
    },
    checks: [
      {
        id: 'quorum',
        severity: 'must',
        holds: '实到人数 * 3 >= 应到人数 * 2',
        says: '到会不足三分之二，村民代表会议不能作出决定（以现行村民委员会组织法的规定为准）。',
        fields: ['实到人数', '应到人数'],
      },
      {
        id: 'no-more-than-invited',
        severity: 'must',
        holds: '实到人数 <= 应到人数',
        says: '实到人数比应到人数多；列席的人不计入。',
        fields: ['实到人数', '应到人数'],
      },
      {
        id: 'votes-add-up',
        severity: 'must',
        holds:
          '$exists(赞成票) and $exists(反对票) and $exists(弃权票) and $exists($form.实到人数) ? 赞成票 + 反对票 + 弃权票 = $form.实到人数',
        says: '三种票加起来不等于实到人数。',
        fields: ['议题/赞成票', '议题/反对票', '议题/弃权票'],
      },
      {
        id: 'majority',
        severity: 'should',
        holds: '$exists(议题) and $exists(实到人数) ? $count(议题[赞成票 * 2 <= $$.实到人数]) = 0',
        says: '有的议题赞成票没有超过到会人员的一半，决议里应当写“未通过”。',
        fields: ['决议', '议题'],
      },
      notBefore('published-after', '公布日期', '会议日期', '公布日期在会议日期之前，请核对。'),
    ],
    basis: [
      {
        title: '中华人民共和国村民委员会组织法',
        provisions: ['第二十五条', '第二十六条', '第三十四条'],
        note: '2018年文本的条号；2025年又作修改，以现行文本为准',
      },
    ],
    materials: [
      { name: '会议通知和送达记录' },
      { name: '签到表' },
      { name: '表决票或者举手清点记录' },
      { name: '提交讨论的方案' },
    ],
    fileName: '{村名}村民代表会议记录-{会议日期}',
  },
  good: {
    title: '填好的样子：路灯和晒场',
    note: '意见写到人，票数加得起来，决议有人有期限。',
    notes: {
      '议题/0/主要意见': '谁提了什么、怎么答复的，都记了。',
      决议: '谁负责、哪天前完成，写在决议里。',
    },
    data: goodData,
  },
  bad: {
    title: '填错的样子：票数对不上',
    note: '日后有人翻出来问，这份记录站不住。',
    notes: {
      实到人数: '33人到了20人，不足三分之二，不能表决。',
      '议题/0/赞成票': '三种票加起来是29，与实到20人对不上。',
      '议题/0/主要意见': '“无”，没有记任何人的意见。',
      公布日期: '还没开会就公布了，日期写错。',
    },
    data: {
      ...goodData,
      实到人数: 20,
      议题: [{ 内容: '村内道路路灯改造方案', 主要意见: '无', 赞成票: 27, 反对票: 1, 弃权票: 1 }],
      公布日期: '2026-06-16',
    },
  },
}
