import {
  formLine,
  formNote,
  formTable,
  formTitle,
  label,
  opinion,
  row,
  tallRow,
  value,
  words,
} from '../../../library/documents/form.ts'
import { inventedResidentId } from '../samples/resident-id.ts'
import { payeeIsApplicant, sexMatchesId } from '../schema/common-checks.ts'
import { ageOn } from '../schema/expressions.ts'
import { choice, date, mobile, money, residentId, sex, text } from '../schema/field-definition.ts'
import type { TemplateDefinition } from '../template-definition.ts'
import { account } from './relief-parts.ts'

const goodData = {
  乡镇名: '云溪镇',
  登记日期: '2026-03-05',
  姓名: '罗春梅',
  性别: '女',
  身份证号: inventedResidentId('19850612', '194'),
  民族: '汉族',
  户籍地址: '青禾县云溪镇青岩村二组15号',
  居住地址: '同上',
  联系电话: '13800001241',
  业务类型: '新参保',
  缴费档次: 300,
  是否在校学生: '否',
  参加其他养老保险: '否',
  特殊参保群体: '重度残疾人',
  代缴情况: '按本县规定由政府代缴部分保费',
  开户银行: '青禾农商银行云溪支行',
  户名: '罗春梅',
  银行账号: '990000120100001241',
  经办人: '王晓芸',
}

export const juminYanglaoCanbaoDengjibiao: TemplateDefinition = {
  identifier: 'jumin-yanglao-canbao-dengjibiao',
  title: '城乡居民养老保险参保登记表',
  layout: 'form',
  body: [
    formTitle('城乡居民养老保险参保登记表'),
    formLine('{乡镇名}便民服务中心\t登记日期：{登记日期}'),
    formTable(
      [17, 18, 13, 14, 15, 23],
      [
        row(label('姓名'), value('{姓名}'), label('性别'), value('{性别}'), label('民族'), value('{民族}')),
        row(label('身份证号'), value('{身份证号}', 3), label('联系电话'), value('{联系电话}')),
        row(label('户籍地址'), value('{户籍地址}', 5)),
        row(label('居住地址'), value('{居住地址}', 5)),
        row(label('业务类型'), value('{业务类型}', 2), label('缴费档次'), value('{缴费档次}元/年', 2)),
        row(label('在校学生'), value('{是否在校学生}', 2), label('其他养老\n保险'), value('{参加其他养老保险}', 2)),
        row(label('特殊群体'), value('{特殊参保群体}', 5)),
        row(label('代缴情况'), value('{代缴情况}', 5)),
        row(label('开户银行'), value('{开户银行}', 2), label('户名、\n账号'), value('{户名}\n{银行账号}', 2)),
        tallRow(
          28,
          label('参保人承诺'),
          words(
            '以上情况属实，自愿参加城乡居民基本养老保险，按所选档次缴费。档次可以每年重新选择。\n参保人（签名、按手印）：                              年    月    日',
            5,
          ),
        ),
        tallRow(24, label('村级核实'), opinion('协办员（签名）：                    年    月    日', 5)),
        tallRow(
          24,
          label('经办机构\n意见'),
          opinion('{经办人}（签名）：               （盖章）      年    月    日', 5),
        ),
      ],
    ),
    formNote('说明：参保条件、缴费档次、政府补贴以本省、本县现行规定为准；已有统一系统的，以系统登记为准。'),
  ],
  schema: {
    description: '本县户籍年满16周岁、不属于职工养老保险范围的居民参保登记用；在校学生不参保。',
    sections: {
      登记: {
        乡镇名: text('写全称', { meaning: 'town.name' }),
        登记日期: date('登记的那一天', { meaning: 'document.date' }),
      },
      参保人: {
        姓名: text('与身份证一致', { meaning: 'person.name' }),
        性别: sex(),
        民族: text('与身份证一致', { meaning: 'person.nation' }),
        身份证号: residentId('18位'),
        户籍地址: text('与户口簿一致', { meaning: 'person.householdAddress' }),
        居住地址: text('与户籍地址相同填“同上”', { meaning: 'person.address' }),
        联系电话: mobile('手机'),
      },
      参保: {
        业务类型: choice(['新参保', '信息变更', '关系转入'], '选一种'),
        缴费档次: money('所选的年缴费档次，以本省公布的档次为准', { unit: '元/年' }),
        是否在校学生: choice(['否', '是'], '照实选'),
        参加其他养老保险: choice(['否', '是'], '职工养老保险等；参加的不重复参保'),
        特殊参保群体: text('重度残疾人、低保对象等；没有填“无”'),
        代缴情况: text('政府代缴的写明依据；没有填“无”'),
        经办人: text('姓名', { meaning: 'unit.handler' }),
      },
      账户: account,
    },
    checks: [
      sexMatchesId(),
      {
        id: 'old-enough',
        severity: 'must',
        holds: `$exists(业务类型) ? (${ageOn('身份证号', '登记日期')}) >= 16`,
        says: '还没有满16周岁，不能参保。',
        fields: ['身份证号', '登记日期'],
      },
      {
        id: 'not-student',
        severity: 'must',
        holds: "业务类型 = '新参保' and $exists(是否在校学生) ? 是否在校学生 = '否'",
        says: '在校学生不参加城乡居民养老保险，毕业后再登记。',
        fields: ['是否在校学生'],
      },
      {
        id: 'not-double',
        severity: 'must',
        holds: "业务类型 = '新参保' and $exists(参加其他养老保险) ? 参加其他养老保险 = '否'",
        says: '已经参加职工养老保险等的，不能同时参加城乡居民养老保险。',
        fields: ['参加其他养老保险'],
      },
      {
        id: 'pension-age',
        severity: 'should',
        holds: `业务类型 = '新参保' ? (${ageOn('身份证号', '登记日期')}) < 60`,
        says: '已满60周岁，新参保要先核对本地的待遇领取和补缴规定。',
        fields: ['业务类型', '身份证号'],
      },
      payeeIsApplicant('户名', '姓名'),
    ],
    basis: [
      {
        title: '国务院关于建立统一的城乡居民基本养老保险制度的意见',
        note: '国发〔2014〕8号；档次和补贴以本地规定为准',
      },
      { title: '中华人民共和国社会保险法', provisions: ['第二十条', '第二十二条'] },
    ],
    materials: [
      { name: '身份证、户口簿', form: '复印件', copies: 1 },
      { name: '残疾人证', form: '复印件', when: "$contains(特殊参保群体, '残疾')", whenSays: '按残疾人代缴的' },
      { name: '银行卡或者存折', form: '复印件', copies: 1 },
    ],
    fileName: '{姓名}-城乡居民养老参保登记',
  },
  good: {
    title: '填好的样子：罗春梅新参保',
    note: '档次、代缴、账户一次问清。',
    notes: { 代缴情况: '写明按规定代缴，不用她再跑。', 参加其他养老保险: '问清没有参加职工养老保险。' },
    data: goodData,
  },
  bad: {
    title: '填错的样子：重复参保',
    note: '系统比对时会退回，还要退费。',
    notes: {
      参加其他养老保险: '已经参加职工养老保险，不能重复参加。',
      是否在校学生: '在校学生不参保。',
      身份证号: '登记时还不满16周岁。',
      户名: '账户是别人的。',
    },
    data: {
      ...goodData,
      身份证号: inventedResidentId('20120808', '244'),
      是否在校学生: '是',
      参加其他养老保险: '是',
      户名: '罗国强',
    },
  },
}
