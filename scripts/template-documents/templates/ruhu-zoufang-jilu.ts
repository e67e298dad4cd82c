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
import { countsRows } from '../schema/common-checks.ts'
import { count, date, longText, mobile, rowNumber, table, text } from '../schema/field-definition.ts'
import type { TemplateDefinition } from '../template-definition.ts'

const goodData = {
  乡镇名: '云溪镇',
  村名: '柳湾村',
  组名: '三组',
  走访日期: '2026-09-10',
  户主姓名: '周福生',
  家庭人口: 3,
  联系电话: '13800001201',
  住址: '柳湾村三组12号，村卫生室往北第二户',
  户情类别: '拟申请低保户',
  受访人: '何桂兰，户主妻子',
  走访人: '何静（民政办）、柳明（村委会）',
  家庭成员: [
    { 姓名: '周福生', 与户主关系: '户主', 年龄: 64, 状况: '腰椎手术后休养', 现在何处: '在家' },
    { 姓名: '何桂兰', 与户主关系: '配偶', 年龄: 61, 状况: '健康，务农', 现在何处: '在家' },
    { 姓名: '周小雨', 与户主关系: '孙女', 年龄: 13, 状况: '镇中学七年级，住校', 现在何处: '学校' },
  ],
  住房饮水情况: '砖混平房三间，东屋墙角有渗水；自来水正常',
  收入就业情况: '承包地5.2亩种玉米；长子每月寄200元',
  就医就学情况: '每月药费约600元；孙女住校生活费每周60元',
  安全隐患: '厨房电线老化、无漏电保护',
  群众诉求: '“药费太贵，想问问门诊能不能报；灶房电线怕着火。”',
  办理事项: [
    {
      办理措施: '当场讲了门诊慢特病申报办法，帮填申报表',
      责任人: '何静',
      办理期限: '2026-09-17',
      办结情况: '已交医保窗口',
    },
    { 办理措施: '联系村电工更换灶房电线、装漏电保护', 责任人: '柳明', 办理期限: '2026-09-20', 办结情况: '' },
  ],
}

export const ruhuZoufangJilu: TemplateDefinition = {
  identifier: 'ruhu-zoufang-jilu',
  title: '入户走访记录',
  layout: 'form',
  body: [
    formTitle('入户走访记录'),
    formLine('{乡镇名}{村名}{组名}\t走访日期：{走访日期}'),
    formTable(
      [15, 18, 14, 14, 15, 24],
      [
        row(
          label('户主'),
          value('{户主姓名}'),
          label('家庭人口'),
          value('{家庭人口}人'),
          label('联系电话'),
          value('{联系电话}'),
        ),
        row(label('住址'), value('{住址}', 5)),
        row(label('户情类别'), value('{户情类别}', 5)),
        row(label('受访人'), value('{受访人}', 2), label('走访人'), value('{走访人}', 2)),
      ],
    ),
    formTable(
      [15, 18, 10, 34, 23],
      [
        headRow('姓名', '与户主关系', '年龄', '就业就学、健康', '现在何处'),
        loopRow('家庭成员', '{姓名}', '{与户主关系}', '{年龄}', '{状况}', '{现在何处}'),
      ],
    ),
    formTable(
      [15, 85],
      [
        row(label('住房、饮水'), value('{住房饮水情况}')),
        row(label('收入、就业'), value('{收入就业情况}')),
        row(label('看病、上学'), value('{就医就学情况}')),
        row(label('安全隐患'), value('{安全隐患}')),
        tallRow(18, label('群众诉求'), value('{群众诉求}')),
      ],
    ),
    formTable(
      [9, 37, 12, 23, 19],
      [
        headRow('序号', '当场答复或者下一步', '责任人', '期限', '办结情况'),
        loopRow('办理事项', '{序号}', '{办理措施}', '{责任人}', '{办理期限}', '{办结情况}'),
      ],
    ),
    formTable(
      [100],
      [tallRow(16, opinion('受访人（签名）：                走访人（签名）：                              '))],
    ),
    formNote('说明：本记录只供办理诉求用，不外传；已有数据能查到的，不再让群众重复填报。'),
  ],
  schema: {
    description: '入户了解情况、核实线索、慰问、回访时用；系统里已有的先打印带去核对，不让群众再报一遍。',
    sections: {
      走访: {
        乡镇名: text('写全称', { meaning: 'town.name' }),
        村名: text('行政村全称', { meaning: 'village.name' }),
        组名: text('村民小组，如三组', { meaning: 'village.group' }),
        走访日期: date('入户那一天', { meaning: 'document.date' }),
        户主姓名: text('与户口簿一致', { meaning: 'household.head' }),
        家庭人口: count('与下表行数一致；不填则按下表计数', {
          meaning: 'household.size',
          minimum: 1,
          unit: '人',
          computed: '$count(家庭成员) > 0 ? $count(家庭成员)',
        }),
        联系电话: mobile('能打通的手机号'),
        住址: text('能找得到的位置', { meaning: 'person.address' }),
        户情类别: text('一般户、低保户、监测户等'),
        受访人: text('姓名、与户主关系'),
        走访人: text('姓名、单位'),
      },
      家庭成员: {
        家庭成员: table(
          '共同生活的家庭成员',
          {
            姓名: text('与身份证一致', { meaning: 'person.name', subject: '家庭成员' }),
            与户主关系: text('户主、配偶、长子等', { meaning: 'person.relation', subject: '家庭成员' }),
            年龄: count('周岁', { meaning: 'person.age', subject: '家庭成员', maximum: 130, unit: '岁' }),
            状况: text('健康、务工、上学等，写具体', { meaning: 'person.health', subject: '家庭成员' }),
            现在何处: text('在家、外出地点'),
          },
          { meaning: 'household.members' },
        ),
      },
      情况: {
        住房饮水情况: text('看到的写看到的', { meaning: 'household.housing' }),
        收入就业情况: text('大致来源，不逼问存款'),
        就医就学情况: text('有没有看不起病、上不起学'),
        安全隐患: text('电线、灶台、煤炉、独居；看过没有的填“未见”'),
        群众诉求: longText('用原话；确实没有的填“无”'),
      },
      办理: {
        办理事项: table(
          '每个诉求和隐患都有一行',
          {
            序号: rowNumber(),
            办理措施: text('当场答复的写答复内容'),
            责任人: text('写到人'),
            办理期限: date('写到日'),
            办结情况: text('办结后补填，并告诉本人', { optional: true }),
          },
          { optional: true },
        ),
      },
    },
    checks: [
      countsRows('家庭人口', '家庭成员', '家庭人口与家庭成员表的行数不一致。'),
      {
        id: 'wish-is-followed',
        severity: 'must',
        holds: "$exists(群众诉求) and $not(群众诉求 in ['无', '没有']) ? $count(办理事项) > 0",
        says: '记了群众诉求，却没有办理事项，没有人跟。',
        fields: ['办理事项', '群众诉求'],
      },
      {
        id: 'danger-is-followed',
        severity: 'should',
        holds: "$exists(安全隐患) and $not(安全隐患 in ['无', '未见', '没有']) ? $count(办理事项) > 0",
        says: '记了安全隐患，最好有一行办理事项。',
        fields: ['安全隐患', '办理事项'],
      },
      {
        id: 'due-after-visit',
        severity: 'must',
        holds: '$exists(办理期限) and $exists($form.走访日期) ? 办理期限 >= $form.走访日期',
        says: '办理期限在走访日期之前，请核对。',
        fields: ['办理事项/办理期限'],
      },
    ],
    basis: [{ title: '中华人民共和国个人信息保护法', provisions: ['第六条'], note: '收集限于实现目的的最小范围' }],
    materials: [{ name: '户档或者系统打印页' }, { name: '政策明白纸' }, { name: '上次走访未办结的事项' }],
    fileName: '{村名}{组名}-{户主姓名}-走访记录-{走访日期}',
  },
  good: {
    title: '填好的样子：周福生家',
    note: '诉求用原话，每件事有人跟、有日子。',
    notes: {
      群众诉求: '用的是老人的原话。',
      安全隐患: '看到灶房电线老化，写进来并安排了人。',
    },
    data: goodData,
  },
  bad: {
    title: '填错的样子：记了没人跟',
    note: '走一趟不解决问题，下次门就难敲了。',
    notes: {
      家庭人口: '表里三人，填了4人。',
      办理事项: '记了诉求，没有一件安排人办。',
      安全隐患: '看到电线老化，也没有安排人。',
      联系电话: '写的是单位短号，本人打不通。',
    },
    data: { ...goodData, 家庭人口: 4, 联系电话: '6120', 办理事项: [] },
  },
}
