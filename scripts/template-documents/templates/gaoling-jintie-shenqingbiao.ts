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
import { choice, condition, count, date, mobile, phone, residentId, sex, text } from '../schema/field-definition.ts'
import { requiredWhen } from '../schema/template-schema-of.ts'
import type { TemplateDefinition } from '../template-definition.ts'
import { account } from './relief-parts.ts'

const elder = inventedResidentId('19440507', '222')

const goodData = {
  乡镇名: '云溪镇',
  申请日期: '2026-06-01',
  姓名: '石玉珍',
  性别: '女',
  身份证号: elder,
  出生日期: '1944-05-07',
  年龄: 82,
  户籍地址: '青禾县云溪镇石桥村一组3号',
  居住地址: '同上',
  本人电话: '13800001231',
  联系人: '石长河',
  与本人关系: '儿子',
  联系人电话: '13800001230',
  起始年龄: 80,
  是否低保或特困: '否',
  是否领取失能补贴: '否',
  开户银行: '青禾农商银行云溪支行',
  户名: '石玉珍',
  银行账号: '990000120100001301',
  代为申请: false,
}

export const gaolingJintieShenqingbiao: TemplateDefinition = {
  identifier: 'gaoling-jintie-shenqingbiao',
  title: '高龄津贴申请表',
  layout: 'form',
  body: [
    formTitle('高龄津贴申请表'),
    formLine('{乡镇名}人民政府：\t申请日期：{申请日期}'),
    formTable(
      [16, 18, 11, 16, 16, 23],
      [
        row(label('姓名'), value('{姓名}'), label('性别'), value('{性别}'), label('年龄'), value('{年龄}周岁')),
        row(label('身份证号'), value('{身份证号}', 3), label('出生日期'), value('{出生日期}')),
        row(label('户籍地址'), value('{户籍地址}', 5)),
        row(label('居住地址'), value('{居住地址}', 3), label('本人电话'), value('{本人电话}')),
        row(label('联系人'), value('{联系人}（{与本人关系}）', 3), label('联系人电话'), value('{联系人电话}')),
        row(label('享受条件'), value('本地规定满{起始年龄}周岁享受', 5)),
        row(label('低保、特困'), value('{是否低保或特困}', 2), label('失能补贴'), value('{是否领取失能补贴}', 2)),
        row(label('开户银行'), value('{开户银行}', 2), label('户名、账号'), value('{户名}\n{银行账号}', 2)),
        row(
          label('代为申请'),
          value('{#代为申请}由{代办人}代为申请，电话{代办人电话}{/代为申请}{^代为申请}本人申请{/代为申请}', 5),
        ),
        tallRow(
          20,
          label('申请人承诺'),
          words(
            '以上情况属实；户籍迁出、去世或者其他不再符合条件的，本人或者亲属及时告知，多领的按规定退回。\n申请人（签名、按手印）：                              年    月    日',
            5,
          ),
        ),
        tallRow(20, label('村级核实\n意见'), opinion('核实人（签名）：               （盖章）      年    月    日', 5)),
        tallRow(20, label('乡镇审核\n意见'), opinion('负责人（签名、盖章）：               年    月    日', 5)),
        tallRow(20, label('县级审批\n意见'), opinion('负责人（签名、盖章）：               年    月    日', 5)),
      ],
    ),
    formNote(
      '说明：享受年龄、标准、与其他补贴能否同时领，由省、市、县规定，以本地文件为准。每年生存核验不要求老人到场。',
    ),
  ],
  schema: {
    description: '老年人申请高龄津贴用；年龄、标准、能否与其他补贴同享由本地规定。',
    sections: {
      申请: {
        乡镇名: text('写全称', { meaning: 'town.name' }),
        申请日期: date('递交的那一天', { meaning: 'document.date' }),
      },
      老人: {
        姓名: text('与身份证一致', { meaning: 'person.name' }),
        性别: sex(),
        身份证号: residentId('18位'),
        出生日期: date('与身份证一致；不填则按身份证号取', {
          meaning: 'person.birthDate',
          computed:
            "$exists($match(身份证号, /^\\d{17}/)) ? $substring(身份证号, 6, 4) & '-' & $substring(身份证号, 10, 2) & '-' & $substring(身份证号, 12, 2)",
        }),
        年龄: count('申请那天的周岁，不填则自动算', {
          meaning: 'person.age',
          maximum: 130,
          unit: '周岁',
          computed: ageOn('身份证号', '申请日期'),
        }),
        户籍地址: text('与户口簿一致', { meaning: 'person.householdAddress' }),
        居住地址: text('与户籍地址相同填“同上”', { meaning: 'person.address' }),
        本人电话: phone('没有电话的填联系人的', { meaning: 'person.phone' }),
      },
      联系人: {
        联系人: text('找得到老人的亲属或者邻居', { meaning: 'person.name', subject: '联系人' }),
        与本人关系: text('儿子、女儿、邻居等', { meaning: 'person.relation', subject: '联系人' }),
        联系人电话: mobile('手机', { subject: '联系人' }),
      },
      条件: {
        起始年龄: count('本地规定从多少周岁起', { minimum: 60, maximum: 100, unit: '周岁', default: 80 }),
        是否低保或特困: choice(['否', '低保', '特困'], '照实选'),
        是否领取失能补贴: choice(['否', '是'], '照实选，能否同享以本地规定为准'),
      },
      账户: account,
      代办: {
        代为申请: condition('老人不便、由别人代为申请的打开'),
        代办人: text('姓名', { meaning: 'person.name', subject: '代办人', optional: true }),
        代办人电话: mobile('手机', { subject: '代办人', optional: true }),
      },
    },
    when: [requiredWhen('代为申请', true, '代办人', '代办人电话')],
    checks: [
      sexMatchesId(),
      {
        id: 'birth-matches-id',
        severity: 'must',
        holds:
          "$exists(出生日期) and $exists($match(身份证号, /^\\d{17}/)) ? $replace(出生日期, '-', '') = $substring(身份证号, 6, 8)",
        says: '出生日期与身份证号里的不一致。',
        fields: ['出生日期', '身份证号'],
      },
      {
        id: 'age-matches-id',
        severity: 'must',
        holds: `$exists(年龄) ? 年龄 = (${ageOn('身份证号', '申请日期')})`,
        says: '年龄与身份证号、申请日期算出来的周岁不一致。',
        fields: ['年龄', '身份证号'],
      },
      {
        id: 'old-enough',
        severity: 'must',
        holds: `$exists(起始年龄) ? (${ageOn('身份证号', '申请日期')}) >= 起始年龄`,
        says: '还没有到本地规定的享受年龄，到龄再申请，或者先登记到龄日期。',
        fields: ['起始年龄', '年龄'],
      },
      payeeIsApplicant('户名', '姓名'),
    ],
    basis: [{ title: '中华人民共和国老年人权益保障法', provisions: ['第三十三条'], note: '标准和年龄以本地文件为准' }],
    materials: [
      { name: '身份证、户口簿', form: '复印件', copies: 1 },
      { name: '银行卡或者存折', form: '复印件', copies: 1 },
      { name: '代办人身份证', form: '复印件', when: '代为申请', whenSays: '由别人代为申请的' },
    ],
    fileName: '{姓名}-高龄津贴申请表',
  },
  good: {
    title: '填好的样子：石玉珍老人',
    note: '年龄和出生日期与身份证号对得上，联系人找得到。',
    notes: { 年龄: '按身份证号和申请日期算的周岁。', 联系人: '写了儿子，每年核验打个电话就行。' },
    data: goodData,
  },
  bad: {
    title: '填错的样子：年龄不够、账户是别人的',
    note: '系统比对时会退回。',
    notes: {
      性别: '身份证号第17位是双数，应当是女。',
      出生日期: '按农历填的，与身份证不一致。',
      年龄: '按虚岁填的，应当填周岁。',
      起始年龄: '本地满85周岁才享受，这位老人还不到。',
      户名: '账户是儿子的。',
      代办人: '打开了“代为申请”，没有填代办人。',
      代办人电话: '打开了“代为申请”，没有填电话。',
    },
    data: { ...goodData, 性别: '男', 出生日期: '1944-04-15', 年龄: 84, 起始年龄: 85, 户名: '石长河', 代为申请: true },
  },
}
