import {
  formLine,
  formTable,
  formTitle,
  label,
  loopRow,
  repeatedHeadRow,
  row,
  tallRow,
  value,
  words,
} from '../../../library/documents/form.ts'
import { differentPeople, noneTwice } from '../schema/common-checks.ts'
import { weekdayOf } from '../schema/expressions.ts'
import { choice, date, mobile, phone, table, text } from '../schema/field-definition.ts'
import type { TemplateDefinition } from '../template-definition.ts'

const duty = (
  日期: string,
  带班领导: string,
  带班电话: string,
  值班人员: string,
  值班人员电话: string,
  备勤人员: string,
) => ({
  日期,
  带班领导,
  带班电话,
  值班人员,
  值班人员电话,
  备勤人员,
})

const goodData = {
  单位名称: '云溪镇人民政府',
  值班时段: '2026年国庆节',
  值班电话: '13800001100',
  传真号码: '无',
  交接班时间: '每日8:30',
  值班安排: [
    duty('2026-10-01', '孟庆和', '13800001101', '罗敏、何静', '13800001102', '司机赵刚'),
    duty('2026-10-02', '李成业', '13800001103', '沈立、陈小川', '13800001108', '司机赵刚'),
    duty('2026-10-03', '陈秋霞', '13800001105', '王晓芸、石磊', '13800001112', '司机钱程'),
  ],
  县政府值班室电话: '13800001001',
  县应急管理局电话: '13800001002',
  派出所电话: '13800001003',
  卫生院电话: '13800001004',
  制表人: '罗敏',
  审核人: '孟庆和',
  制表日期: '2026-09-28',
}

export const zhibanbiao: TemplateDefinition = {
  identifier: 'zhibanbiao',
  title: '值班表',
  layout: 'form-landscape',
  body: [
    formTitle('{单位名称}{值班时段}值班表'),
    formLine('值班电话：{值班电话}　　传真：{传真号码}\t值班时间：{交接班时间}交接班', 'form-landscape'),
    formTable(
      [17, 7, 13, 15, 17, 15, 16],
      [
        repeatedHeadRow('日期', '星期', '带班领导', '电话', '值班人员', '电话', '备勤、驾驶员'),
        loopRow(
          '值班安排',
          '{日期}',
          '{星期}',
          '{带班领导}',
          '{带班电话}',
          '{值班人员}',
          '{值班人员电话}',
          '{备勤人员}',
        ),
      ],
      'form-landscape',
    ),
    formTable(
      [12, 88],
      [
        row(
          label('紧急联络'),
          value(
            '县政府值班室：{县政府值班室电话}　　县应急管理局：{县应急管理局电话}　　派出所：{派出所电话}　　卫生院：{卫生院电话}',
          ),
        ),
        tallRow(
          16,
          label('报告要求'),
          words(
            '险情、灾情、事故、群体性事件，接报后先口头报带班领导，同时核实时间、地点、人员伤亡、已采取措施，按规定时限书面报告。换班须经带班领导同意并通知值班室。',
          ),
        ),
      ],
      'form-landscape',
    ),
    formLine('制表：{制表人}　　审核：{审核人}\t{制表日期}', 'form-landscape'),
  ],
  schema: {
    description: '节假日、汛期、森林防火期、重要时段排班用。',
    sections: {
      表头: {
        单位名称: text('乡镇全称', { meaning: 'unit.name' }),
        值班时段: text('写明年份和节日或者时段', { example: '2026年国庆节' }),
        值班电话: phone('值班室的电话', { meaning: 'unit.phone' }),
        传真号码: text('没有填“无”'),
        交接班时间: text('几点交接', { example: '每日8:30' }),
      },
      排班: {
        值班安排: table('一天一行', {
          日期: date('值班的那一天'),
          星期: choice(['一', '二', '三', '四', '五', '六', '日'], '不填则按日期算', {
            computed: weekdayOf('日期'),
          }),
          带班领导: text('姓名'),
          带班电话: mobile('手机', { subject: '带班领导' }),
          值班人员: text('姓名，不少于本地规定人数'),
          值班人员电话: mobile('手机', { subject: '值班人员' }),
          备勤人员: text('含驾驶员；没有填“无”'),
        }),
      },
      紧急联络: {
        县政府值班室电话: phone('拨通核对过'),
        县应急管理局电话: phone('拨通核对过'),
        派出所电话: phone('拨通核对过'),
        卫生院电话: phone('拨通核对过'),
      },
      落款: {
        制表人: text('姓名'),
        审核人: text('不与制表人同一人'),
        制表日期: date('制表的日期', { meaning: 'document.date' }),
      },
    },
    checks: [
      noneTwice('值班安排', '日期', '有一天排了两行。'),
      {
        id: 'weekdays',
        severity: 'must',
        holds: `$exists(星期) ? 星期 = (${weekdayOf('日期')})`,
        says: '日期和星期对不上。',
        fields: ['值班安排/星期'],
      },
      {
        id: 'no-gap',
        severity: 'should',
        holds:
          '$count(值班安排.日期) > 1 ? ($max(值班安排.($toMillis(日期))) - $min(值班安排.($toMillis(日期)))) / 86400000 + 1 = $count($distinct(值班安排.日期))',
        says: '排班中间缺了日子，请看看是不是漏排。',
        fields: ['值班安排'],
      },
      {
        id: 'made-before-duty',
        severity: 'should',
        holds: '$exists(值班安排.日期) and $exists(制表日期) ? $count(值班安排[日期 < $$.制表日期]) = 0',
        says: '有的值班日期在制表之前，可能套用了往年的表。',
        fields: ['制表日期', '值班安排'],
      },
      differentPeople('制表人', '审核人', '制表人和审核人是同一个人，没有第二个人核对。'),
    ],
    basis: [
      { title: '中华人民共和国突发事件应对法', note: '关于信息报告的规定' },
      { title: '森林防火条例', provisions: ['第三十一条'], note: '森林防火期值班' },
    ],
    materials: [{ name: '干部名单和请假情况' }, { name: '紧急联络电话', note: '逐个拨通核对' }],
    fileName: '{值班时段}值班表',
  },
  good: {
    title: '填好的样子：国庆节值班表',
    note: '一天一行，电话都拨通核对过。',
    notes: {
      '值班安排/0/值班人员': '两个人，有人能接电话、有人能出门。',
      县政府值班室电话: '排班时拨通核对过，不抄去年的。',
    },
    data: goodData,
  },
  bad: {
    title: '填错的样子：套用去年的表',
    note: '真出事时，打不通的电话最误事。',
    notes: {
      值班安排: '2日排了两行，3日没有人。',
      '值班安排/0/星期': '10月1日不是星期一，是去年表上的。',
      制表日期: '制表日期在值班之后，多半是补的。',
      审核人: '自己排、自己审。',
      '值班安排/0/带班电话': '少了一位。',
    },
    data: {
      ...goodData,
      值班安排: [
        { ...duty('2026-10-01', '孟庆和', '1380000110', '罗敏、何静', '13800001102', '司机赵刚'), 星期: '一' },
        duty('2026-10-02', '李成业', '13800001103', '沈立、陈小川', '13800001108', '司机赵刚'),
        duty('2026-10-02', '陈秋霞', '13800001105', '王晓芸、石磊', '13800001112', '司机钱程'),
      ],
      审核人: '罗敏',
      制表日期: '2026-10-08',
    },
  },
}
