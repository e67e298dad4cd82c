import {
  formLine,
  formNote,
  formTable,
  formTitle,
  label,
  loopRow,
  repeatedHeadRow,
  row,
  value,
} from '../../../library/documents/form.ts'
import { addsUp, differentPeople, noneTwice } from '../schema/common-checks.ts'
import { count, date, money, rowNumber, table, text } from '../schema/field-definition.ts'
import type { TemplateDefinition } from '../template-definition.ts'

const worker = (
  姓名: string,
  岗位: string,
  应出勤: number,
  实际出勤: number,
  请假: number,
  日补贴: number,
  备注: string,
) => ({
  姓名,
  岗位,
  应出勤,
  实际出勤,
  请假,
  日补贴,
  备注,
})

const goodData = {
  村名: '竹坪村',
  年月: '2026-10',
  岗位类型: '护林、保洁',
  考勤: [
    worker('许家旺', '护林员', 31, 29, 2, 30, '请假2天探亲'),
    worker('石玉兰', '保洁员', 31, 31, 0, 30, '无'),
    worker('陈大顺', '护林员', 31, 30, 1, 30, '病假1天'),
  ],
  补贴合计: 2700,
  考勤人: '柳明',
  审核人: '沈立',
  填表日期: '2026-11-02',
}

export const gongyigangKaoqinbiao: TemplateDefinition = {
  identifier: 'gongyigang-kaoqinbiao',
  title: '公益性岗位考勤表',
  layout: 'form-landscape',
  body: [
    formTitle('{村名}公益性岗位考勤表（{年月}）'),
    formLine('岗位类型：{岗位类型}\t单位：天、元', 'form-landscape'),
    formTable(
      [6, 12, 13, 10, 10, 8, 12, 14, 15],
      [
        repeatedHeadRow('序号', '姓名', '岗位', '应出勤', '实出勤', '请假', '日补贴', '应发补贴', '备注'),
        loopRow(
          '考勤',
          '{序号}',
          '{姓名}',
          '{岗位}',
          '{应出勤}',
          '{实际出勤}',
          '{请假}',
          '{日补贴}',
          '{应发补贴}',
          '{备注}',
        ),
        row(label('补贴合计', 2), value('人民币（大写）：{补贴合计|大写}', 5), value('{补贴合计}'), value('')),
      ],
      'form-landscape',
    ),
    formLine('考勤人：{考勤人}　　审核人：{审核人}\t填表日期：{填表日期}', 'form-landscape'),
    formNote('说明：每天登记，月底汇总，公示后报发；补贴标准以本县文件为准，不得代签考勤。'),
  ],
  schema: {
    description: '公益性岗位人员按月考勤、算补贴用；标准以本地文件为准。',
    sections: {
      表头: {
        村名: text('行政村全称', { meaning: 'village.name' }),
        年月: text('哪个月', { format: 'year-month' }),
        岗位类型: text('护林、保洁、护路等'),
      },
      考勤: {
        考勤: table('一人一行', {
          序号: rowNumber(),
          姓名: text('与聘用协议一致', { meaning: 'person.name', subject: '上岗人员' }),
          岗位: text('岗位名称', { meaning: 'person.occupation', subject: '上岗人员' }),
          应出勤: count('当月应出勤天数', { maximum: 31, unit: '天' }),
          实际出勤: count('按每天登记的', { maximum: 31, unit: '天' }),
          请假: count('请假天数', { maximum: 31, unit: '天' }),
          日补贴: money('每天补贴', { unit: '元/天' }),
          应发补贴: money('实际出勤乘日补贴，不填则自动算', { computed: '$round(实际出勤 * 日补贴, 2)' }),
          备注: text('请假原因；没有填“无”'),
        }),
        补贴合计: money('不填则自动相加；大写自动写出', {
          computed: '$exists(考勤.应发补贴) ? $round($sum(考勤.应发补贴), 2)',
        }),
      },
      落款: {
        考勤人: text('登记的人'),
        审核人: text('不与考勤人同一人'),
        填表日期: date('汇总的日期', { meaning: 'document.date' }),
      },
    },
    checks: [
      addsUp('补贴合计', '考勤', '应发补贴', '补贴合计与各行相加不一致。'),
      {
        id: 'days-fit',
        severity: 'must',
        holds: '$exists(应出勤) and $exists(实际出勤) and $exists(请假) ? 实际出勤 + 请假 <= 应出勤',
        says: '实际出勤加请假超过了应出勤天数。',
        fields: ['考勤/实际出勤', '考勤/应出勤', '考勤/请假'],
      },
      {
        id: 'pay-fits',
        severity: 'must',
        holds:
          '$exists(应发补贴) and $exists(实际出勤) and $exists(日补贴) ? $abs(应发补贴 - 实际出勤 * 日补贴) < 0.005',
        says: '应发补贴不等于实际出勤乘日补贴。',
        fields: ['考勤/应发补贴', '考勤/实际出勤', '考勤/日补贴'],
      },
      differentPeople('考勤人', '审核人', '考勤人和审核人是同一个人，没有第二个人核对。'),
      noneTwice('考勤', '姓名', '有人列了两行，请核对是不是同名。', 'should'),
    ],
    materials: [{ name: '每天的签到登记' }, { name: '请假条', whenSays: '有请假的' }, { name: '聘用协议' }],
    fileName: '{村名}公益岗考勤-{年月}',
  },
  good: {
    title: '填好的样子：竹坪村10月',
    note: '每天登记，月底自动算补贴，请假写清原因。',
    notes: {
      补贴合计: '不用手算，自动相加，大写自动写出。',
      '考勤/0/备注': '请假几天、为什么，都写了。',
    },
    data: goodData,
  },
  bad: {
    title: '填错的样子：天数和钱对不上',
    note: '发错一次补贴，要解释很久。',
    notes: {
      '考勤/0/实际出勤': '出勤31天又请假2天，比应出勤还多。',
      '考勤/1/应发补贴': '31天每天30元是930元。',
      补贴合计: '与各行相加不一致。',
      考勤: '陈大顺列了两行。',
      审核人: '自己考勤自己审。',
    },
    data: {
      ...goodData,
      考勤: [
        worker('陈大顺', '护林员', 31, 31, 2, 30, '无'),
        { ...worker('石玉兰', '保洁员', 31, 31, 0, 30, '无'), 应发补贴: 1030 },
        worker('陈大顺', '护林员', 31, 30, 1, 30, '病假1天'),
      ],
      补贴合计: 2600,
      审核人: '柳明',
    },
  },
}
