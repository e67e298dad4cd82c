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
import { inventedResidentId } from '../samples/resident-id.ts'
import { notBefore } from '../schema/common-checks.ts'
import {
  choice,
  count,
  date,
  longText,
  mobile,
  money,
  residentId,
  rowNumber,
  table,
  text,
} from '../schema/field-definition.ts'
import type { TemplateDefinition } from '../template-definition.ts'

const goodData = {
  乡镇名: '云溪镇',
  村名: '竹坪村',
  走访日期: '2026-10-22',
  户主姓名: '陈大顺',
  户主身份证号: inventedResidentId('19750819', '117'),
  联系电话: '13800001263',
  家庭人口: 4,
  监测类别: '突发严重困难户',
  纳入日期: '2026-07-30',
  风险类型: '因灾',
  上季人均收入: 1980,
  本季人均收入: 2360,
  住房安全: '有保障',
  饮水安全: '有保障',
  医疗保障: '有保障',
  义务教育: '有保障',
  问题说明: '无',
  帮扶措施: [
    { 措施: '临时救助2000元', 责任人: '何静', 完成日期: '2026-08-12', 成效: '已到账' },
    { 措施: '护林员公益性岗位，每月800元', 责任人: '许家旺', 完成日期: '2026-09-01', 成效: '已上岗' },
  ],
  户主意见: '房子修好了，就盼明年能接着当护林员。',
  下次走访日期: '2026-11-20',
  走访人: '沈立、许家旺',
  风险消除建议: '继续帮扶',
}

export const jiancehuZoufangJilu: TemplateDefinition = {
  identifier: 'jiancehu-zoufang-jilu',
  title: '防返贫监测户走访记录',
  layout: 'form',
  body: [
    formTitle('防返贫监测户走访记录'),
    formLine('{乡镇名}{村名}\t走访日期：{走访日期}'),
    formTable(
      [16, 17, 15, 17, 15, 20],
      [
        row(
          label('户主'),
          value('{户主姓名}'),
          label('家庭人口'),
          value('{家庭人口}人'),
          label('联系电话'),
          value('{联系电话}'),
        ),
        row(label('身份证号'), value('{户主身份证号|遮}', 2), label('纳入日期'), value('{纳入日期}', 2)),
        row(label('监测类别'), value('{监测类别}', 2), label('风险类型'), value('{风险类型}', 2)),
        row(
          label('上季人均\n收入'),
          value('{上季人均收入}元', 2),
          label('本季人均\n收入'),
          value('{本季人均收入}元', 2),
        ),
        row(label('住房安全'), value('{住房安全}', 2), label('饮水安全'), value('{饮水安全}', 2)),
        row(label('医疗保障'), value('{医疗保障}', 2), label('义务教育'), value('{义务教育}', 2)),
        row(label('问题说明'), value('{问题说明}', 5)),
      ],
    ),
    formTable(
      [8, 36, 14, 22, 20],
      [
        headRow('序号', '帮扶措施', '责任人', '完成日期', '成效'),
        loopRow('帮扶措施', '{序号}', '{措施}', '{责任人}', '{完成日期}', '{成效}'),
      ],
    ),
    formTable(
      [16, 34, 18, 32],
      [
        tallRow(18, label('户主意见'), value('{户主意见}', 3)),
        row(label('处理建议'), value('{风险消除建议}'), label('下次走访'), value('{下次走访日期}')),
        tallRow(
          18,
          label('签名'),
          opinion('户主（签名）：                走访人：{走访人}（签名）：                ', 3),
        ),
      ],
    ),
    formNote('说明：收入、住房以核实的为准，不估不填；记录只供帮扶和系统录入用，不对外公布。'),
  ],
  schema: {
    description: '走访防止返贫监测户，核收入、看“三保障”和饮水、记帮扶成效和户主意见用。',
    sections: {
      户主: {
        乡镇名: text('写全称', { meaning: 'town.name' }),
        村名: text('行政村全称', { meaning: 'village.name' }),
        走访日期: date('入户那一天', { meaning: 'document.date' }),
        户主姓名: text('与户口簿一致', { meaning: 'household.head' }),
        户主身份证号: residentId('打印时遮住中间'),
        联系电话: mobile('手机'),
        家庭人口: count('共同生活的人数', { minimum: 1, unit: '人', meaning: 'household.size' }),
      },
      监测: {
        监测类别: choice(['脱贫不稳定户', '边缘易致贫户', '突发严重困难户'], '与系统一致'),
        纳入日期: date('纳入监测的日期'),
        风险类型: choice(['因病', '因学', '因残', '因灾', '因意外事故', '缺劳动力', '务工不稳', '其他'], '主要的一种'),
        上季人均收入: money('上个季度人均纯收入'),
        本季人均收入: money('本季度人均纯收入'),
      },
      保障: {
        住房安全: choice(['有保障', '有问题'], '看过再选'),
        饮水安全: choice(['有保障', '有问题'], '看过再选'),
        医疗保障: choice(['有保障', '有问题'], '参保、看病有没有困难'),
        义务教育: choice(['有保障', '有问题', '无适龄儿童'], '有没有辍学'),
        问题说明: text('有问题的写清是什么；没有填“无”'),
      },
      帮扶: {
        帮扶措施: table(
          '一项措施一行，写成效',
          {
            序号: rowNumber(),
            措施: text('做了什么，有钱数的写钱数'),
            责任人: text('姓名'),
            完成日期: date('做完的日期'),
            成效: text('收入、问题变化，不写“已完成”'),
          },
          { optional: true },
        ),
        户主意见: longText('用原话，愿望也写', { minLength: 6 }),
        风险消除建议: choice(['继续帮扶', '风险稳定', '建议消除风险'], '按程序研究后定'),
        下次走访日期: date('风险没有消除的，约好下次'),
        走访人: text('姓名'),
      },
    },
    checks: [
      notBefore('watched-before-visit', '走访日期', '纳入日期', '纳入日期在走访日期之后，请核对。'),
      notBefore('next-after-visit', '下次走访日期', '走访日期', '下次走访日期在本次之前，请核对。'),
      {
        id: 'problem-explained',
        severity: 'must',
        holds:
          "'有问题' in [住房安全, 饮水安全, 医疗保障, 义务教育] ? $exists(问题说明) and $not(问题说明 in ['无', '没有'])",
        says: '有一项选了“有问题”，问题说明里要写清是什么。',
        fields: ['问题说明'],
      },
      {
        id: 'not-cleared-with-problems',
        severity: 'must',
        holds:
          "$exists(风险消除建议) and 风险消除建议 = '建议消除风险' ? $not('有问题' in [住房安全, 饮水安全, 医疗保障, 义务教育]) and 本季人均收入 >= 上季人均收入",
        says: '还有没解决的问题，或者收入比上季低，不能建议消除风险。',
        fields: ['风险消除建议'],
      },
      {
        id: 'income-falls',
        severity: 'should',
        holds: '本季人均收入 >= 上季人均收入 * 0.7',
        says: '本季人均收入比上季少了三成以上，核实原因，看是否需要增加帮扶。',
        fields: ['本季人均收入', '上季人均收入'],
      },
    ],
    basis: [{ title: '中华人民共和国乡村振兴促进法', note: '防止返贫监测和帮扶的规定' }],
    materials: [
      { name: '系统打印的户档' },
      { name: '上次走访记录' },
      { name: '收入凭证', whenSays: '有务工、经营收入的' },
    ],
    fileName: '{村名}-{户主姓名}-监测走访-{走访日期}',
  },
  good: {
    title: '填好的样子：因灾致困的陈大顺家',
    note: '收入有比较，措施有成效，下次哪天来也写了。',
    notes: {
      '帮扶措施/1/成效': '写的是已上岗，下次来核工资到没到。',
      户主意见: '用的是户主的原话。',
    },
    data: goodData,
  },
  bad: {
    title: '填错的样子：急着消除风险',
    note: '没解决就“消除”，过几个月还要重新纳入。',
    notes: {
      问题说明: '住房选了有问题，没有写是什么。',
      风险消除建议: '住房还有问题，不能建议消除。',
      本季人均收入: '比上季少了一半多。',
      户主意见: '只写“满意”，没有原话。',
    },
    data: {
      ...goodData,
      住房安全: '有问题',
      本季人均收入: 900,
      风险消除建议: '建议消除风险',
      户主意见: '满意。',
    },
  },
}
