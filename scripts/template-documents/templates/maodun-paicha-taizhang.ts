import {
  formLine,
  formNote,
  formTable,
  formTitle,
  label,
  ledgerRow,
  repeatedHeadRow,
  row,
  value,
} from '../../../library/documents/form.ts'
import { differentPeople } from '../schema/common-checks.ts'
import { choice, count, date, rowNumber, table, text } from '../schema/field-definition.ts'
import type { TemplateDefinition } from '../template-definition.ts'

const goodData = {
  乡镇名: '云溪镇',
  村名: '青岩村',
  排查日期: '2026-10-08',
  排查周期: '月排查',
  纠纷: [
    {
      发现日期: '2026-09-01',
      双方: '高玉田、马有才',
      类型: '相邻通行',
      情况: '机耕路堆放砂石，农用车过不去',
      等级: '一般',
      包保人: '沈立',
      化解措施: '9月11日签调解协议，21日到现场复核',
      期限: '2026-09-20',
      状态: '已化解',
    },
    {
      发现日期: '2026-10-05',
      双方: '许家旺、许家发',
      类型: '赡养',
      情况: '老母亲的医药费分担有争议',
      等级: '一般',
      包保人: '许家旺（组长）、何静',
      化解措施: '入户分别听取意见，拟10月18日当面调解',
      期限: '2026-10-20',
      状态: '化解中',
    },
  ],
  纠纷总数: 2,
  已化解数: 1,
  较大及以上: 0,
  需要上级协调: '无',
  填表人: '许家旺',
  审核人: '沈立',
}

export const maodunPaichaTaizhang: TemplateDefinition = {
  identifier: 'maodun-paicha-taizhang',
  title: '矛盾纠纷排查台账',
  layout: 'form-landscape',
  body: [
    formTitle('{乡镇名}{村名}矛盾纠纷排查台账'),
    formLine('排查日期：{排查日期}（{排查周期}）', 'form-landscape'),
    formTable(
      [4, 13, 10, 8, 17, 5, 10, 13, 13, 7],
      [
        repeatedHeadRow('序号', '发现日期', '双方', '类型', '基本情况', '等级', '包保人', '化解措施', '期限', '状态'),
        ledgerRow(
          '纠纷',
          '{序号}',
          '{发现日期}',
          '{双方}',
          '{类型}',
          '{情况}',
          '{等级}',
          '{包保人}',
          '{化解措施}',
          '{期限}',
          '{状态}',
        ),
      ],
      'form-landscape',
    ),
    formTable(
      [16, 17, 16, 17, 17, 17],
      [
        row(
          label('总数'),
          value('{纠纷总数}件'),
          label('已化解'),
          value('{已化解数}件'),
          label('较大及以上'),
          value('{较大及以上}件'),
        ),
        row(label('需上级协调'), value('{需要上级协调}', 5)),
      ],
      'form-landscape',
    ),
    formLine('填表：{填表人}　　审核：{审核人}', 'form-landscape'),
    formNote('说明：只供化解工作使用，不公布；涉及家庭隐私的，写类型不写细节。等级按本地标准划分。'),
  ],
  schema: {
    description: '村组定期排查邻里、家庭、土地、劳务等纠纷用，一件一行，谁包、哪天前办结写清。',
    sections: {
      表头: {
        乡镇名: text('写全称', { meaning: 'town.name' }),
        村名: text('行政村全称', { meaning: 'village.name' }),
        排查日期: date('排查那一天', { meaning: 'document.date' }),
        排查周期: choice(['日排查', '周排查', '月排查', '专项排查'], '本次是哪种'),
      },
      纠纷: {
        纠纷: table(
          '一件一行，没有的保留空表并写“无”',
          {
            序号: rowNumber(),
            发现日期: date('发现或者接到的那一天'),
            双方: text('双方姓名', { meaning: 'person.name', subject: '纠纷双方' }),
            类型: choice(
              ['邻里', '相邻通行', '婚姻家庭', '赡养', '土地', '宅基地', '劳务', '债务', '损害赔偿', '其他'],
              '选最接近的',
            ),
            情况: text('一句话写清争什么，不写隐私细节', { minLength: 6 }),
            等级: choice(['一般', '较大', '重大'], '按本地标准'),
            包保人: text('谁跟到底'),
            化解措施: text('做了什么、下一步'),
            期限: date('哪天前化解或者当面答复'),
            状态: choice(['化解中', '已化解', '已移交', '已导入法定途径'], '照实选'),
          },
          { optional: true },
        ),
      },
      小结: {
        纠纷总数: count('不填则按行数', { unit: '件', computed: '$exists(纠纷) ? $count(纠纷) : 0' }),
        已化解数: count('不填则自动数', { unit: '件', computed: "$exists(纠纷) ? $count(纠纷[状态 = '已化解']) : 0" }),
        较大及以上: count('不填则自动数', {
          unit: '件',
          computed: "$exists(纠纷) ? $count(纠纷[等级 in ['较大', '重大']]) : 0",
        }),
        需要上级协调: text('要乡镇或者县里做什么；没有填“无”'),
        填表人: text('姓名'),
        审核人: text('不与填表人同一人'),
      },
    },
    checks: [
      {
        id: 'rows-match-count',
        severity: 'must',
        holds: '$exists(纠纷总数) and $exists(纠纷) ? 纠纷总数 = $count(纠纷)',
        says: '纠纷总数与表里的行数不一致。',
        fields: ['纠纷总数', '纠纷'],
      },
      {
        id: 'closed-counted',
        severity: 'must',
        holds: "$exists(已化解数) and $exists(纠纷) ? 已化解数 = $count(纠纷[状态 = '已化解'])",
        says: '已化解数与状态为“已化解”的行数不一致。',
        fields: ['已化解数', '纠纷'],
      },
      {
        id: 'closed-described',
        severity: 'must',
        holds: "状态 = '已化解' and $exists(化解措施) ? $length(化解措施) >= 6",
        says: '“已化解”没有写怎么化解的。',
        fields: ['纠纷/化解措施'],
      },
      {
        id: 'heavy-needs-help',
        severity: 'should',
        holds: "$exists(较大及以上) and 较大及以上 > 0 ? $exists(需要上级协调) and 需要上级协调 != '无'",
        says: '有较大及以上的纠纷，却没有写需要上级协调什么，请核对是否报告。',
        fields: ['需要上级协调', '较大及以上'],
      },
      differentPeople('填表人', '审核人', '填表人和审核人是同一个人，没有第二个人核对。'),
    ],
    materials: [{ name: '网格员、调解员上报的线索' }, { name: '上期未化解的台账' }],
    fileName: '{村名}矛盾纠纷排查台账-{排查日期}',
  },
  good: {
    title: '填好的样子：青岩村10月',
    note: '谁包、怎么化解、到哪天，一件一行。',
    notes: {
      '纠纷/0/化解措施': '写了签协议和现场复核，不是“已做工作”。',
      已化解数: '自动按状态数出。',
    },
    data: goodData,
  },
  bad: {
    title: '填错的样子：数字对不上、没有措施',
    note: '台账好看没有用，纠纷还在村里。',
    notes: {
      纠纷总数: '表里两件，填了3件。',
      已化解数: '没有一行是“已化解”。',
      需要上级协调: '较大纠纷没有写要谁协调。',
      审核人: '自己填、自己审。',
    },
    data: {
      ...goodData,
      纠纷: [
        { ...goodData.纠纷[1], 等级: '较大' },
        { ...goodData.纠纷[1], 双方: '钱家、孙家', 类型: '土地' },
      ],
      纠纷总数: 3,
      已化解数: 1,
      较大及以上: 1,
      需要上级协调: '无',
      审核人: '许家旺',
    },
  },
}
