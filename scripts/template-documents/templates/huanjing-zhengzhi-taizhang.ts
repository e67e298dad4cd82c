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
import { countsRows, differentPeople, notBefore } from '../schema/common-checks.ts'
import { choice, count, date, rowNumber, table, text } from '../schema/field-definition.ts'
import type { TemplateDefinition } from '../template-definition.ts'

const goodData = {
  村名: '竹坪村',
  包村干部: '沈立',
  网格员: '许家旺',
  统计开始日期: '2026-10-01',
  统计结束日期: '2026-10-31',
  问题: [
    {
      发现日期: '2026-10-06',
      位置: '三组老井东侧',
      类别: '垃圾',
      问题描述: '建筑垃圾约3立方米，堵住排水口',
      责任人: '许家旺',
      整改措施: '联系业主拉走，清排水口',
      整改期限: '2026-10-12',
      复查日期: '2026-10-12',
      复查结果: '销号',
    },
    {
      发现日期: '2026-10-20',
      位置: '一组村口桥下',
      类别: '污水',
      问题描述: '两户散养鸭子的粪水直排入河',
      责任人: '许家旺',
      整改措施: '建接污池，干清粪',
      整改期限: '2026-11-10',
      复查结果: '未改',
    },
  ],
  发现问题数: 2,
  已销号数: 1,
  未完成原因: '接污池砌筑期间遇连续降雨，顺延',
  上报事项: '无',
  填表人: '许家旺',
  审核人: '沈立',
  填表日期: '2026-10-31',
}

export const huanjingZhengzhiTaizhang: TemplateDefinition = {
  identifier: 'huanjing-zhengzhi-taizhang',
  title: '环境整治台账',
  layout: 'form-landscape',
  body: [
    formTitle('{村名}环境整治台账'),
    formLine('包村干部：{包村干部}　　网格员：{网格员}\t统计时段：{统计开始日期}至{统计结束日期}', 'form-landscape'),
    formTable(
      [4, 13, 11, 6, 16, 7, 12, 13, 13, 5],
      [
        repeatedHeadRow('序号', '发现日期', '位置', '类别', '问题', '责任人', '整改措施', '期限', '复查日期', '结果'),
        ledgerRow(
          '问题',
          '{序号}',
          '{发现日期}',
          '{位置}',
          '{类别}',
          '{问题描述}',
          '{责任人}',
          '{整改措施}',
          '{整改期限}',
          '{复查日期}',
          '{复查结果}',
        ),
      ],
      'form-landscape',
    ),
    formTable(
      [14, 36, 14, 36],
      [
        row(label('发现问题'), value('{发现问题数}个'), label('已销号'), value('{已销号数}个')),
        row(label('未完成原因'), value('{未完成原因}', 3)),
        row(label('上报县级事项'), value('{上报事项}', 3)),
      ],
      'form-landscape',
    ),
    formLine('填表：{填表人}　　审核：{审核人}\t{填表日期}', 'form-landscape'),
    formNote('说明：一处一行，整改前后同角度各拍一张照片，照片以“序号-前”“序号-后”命名，与本表放在同一文件夹。'),
  ],
  schema: {
    description: '日常巡查、集中整治、上级交办问题的登记和销号用，一处一行，和照片对应。',
    sections: {
      表头: {
        村名: text('行政村全称', { meaning: 'village.name' }),
        包村干部: text('姓名'),
        网格员: text('姓名'),
        统计开始日期: date('本期从哪天起'),
        统计结束日期: date('到哪天止'),
      },
      问题: {
        问题: table('一处问题一行', {
          序号: rowNumber(),
          发现日期: date('看到的那一天'),
          位置: text('写到能找得到，如三组老井东侧', { minLength: 3 }),
          类别: choice(['垃圾', '污水', '秸秆', '养殖', '残垣', '其他'], '选最接近的'),
          问题描述: text('多少、多大、影响谁'),
          责任人: text('写到人'),
          整改措施: text('谁用什么办法'),
          整改期限: date('写到日'),
          复查日期: date('到现场复查的那一天', { optional: true }),
          复查结果: choice(['销号', '未改', '移交'], '没有复查的填“未改”'),
        }),
      },
      小结: {
        发现问题数: count('与行数一致；不填则自动数', {
          unit: '个',
          computed: '$count(问题) > 0 ? $count(问题)',
        }),
        已销号数: count('复查结果为销号的；不填则自动数', {
          unit: '个',
          computed: "$count(问题) > 0 ? $count(问题[复查结果 = '销号'])",
        }),
        未完成原因: text('缺钱、缺人、权属争议等，照实写；没有填“无”'),
        上报事项: text('超出乡镇权限的；没有填“无”'),
        填表人: text('姓名'),
        审核人: text('不与填表人同一人'),
        填表日期: date('填表的日期', { meaning: 'document.date' }),
      },
    },
    checks: [
      countsRows('发现问题数', '问题', '发现问题数与表里的行数不一致。'),
      {
        id: 'closed-counted',
        severity: 'must',
        holds: "$exists(已销号数) and $exists(问题) ? 已销号数 = $count(问题[复查结果 = '销号'])",
        says: '已销号数与复查结果为“销号”的行数不一致。',
        fields: ['已销号数', '问题'],
      },
      {
        id: 'closed-after-recheck',
        severity: 'must',
        holds: "复查结果 = '销号' ? $exists(复查日期)",
        says: '没有复查日期就销号了，先到现场看。',
        fields: ['问题/复查日期'],
      },
      notBefore('ends-after-start', '统计结束日期', '统计开始日期', '统计结束日期在开始日期之前，请核对。'),
      differentPeople('填表人', '审核人', '填表人和审核人是同一个人，没有第二个人核对。'),
    ],
    basis: [{ title: '中华人民共和国乡村振兴促进法', provisions: ['第三十七条', '第四十条'] }],
    materials: [{ name: '整改前后同角度照片' }, { name: '上级交办单', whenSays: '上级交办的' }],
    fileName: '{村名}环境整治台账-{统计结束日期}',
  },
  good: {
    title: '填好的样子：竹坪村10月',
    note: '位置找得到，复查过才销号，没改完的照实写。',
    notes: {
      '问题/0/位置': '写“三组老井东侧”，复查的人一去就找到。',
      未完成原因: '照实写了为什么没改完。',
    },
    data: goodData,
  },
  bad: {
    title: '填错的样子：没复查就销号',
    note: '账面上都改了，现场还在，暗访一看就露馅。',
    notes: {
      '问题/1/复查日期': '没有复查日期就写“销号”。',
      '问题/1/位置': '只写“村内”，找不到。',
      发现问题数: '表里两行，填了5个。',
      审核人: '自己填、自己审。',
    },
    data: {
      ...goodData,
      问题: [
        ...goodData.问题.slice(0, 1),
        { ...goodData.问题[1], 发现日期: '2026-10-20', 位置: '村内', 复查结果: '销号' },
      ],
      发现问题数: 5,
      已销号数: 2,
      审核人: '许家旺',
    },
  },
}
