import { headRow, label, loopRow, row, value } from '../../../library/documents/form.ts'
import { inventedResidentId } from '../samples/resident-id.ts'
import { count, date, mobile, residentId, rowNumber, sex, table, text } from '../schema/field-definition.ts'

/** What the application forms of social relief have in common. */

export const applicantRows = [
  row(label('申请人'), value('{申请人姓名}'), label('性别'), value('{性别}'), label('联系电话'), value('{联系电话}')),
  row(label('身份证号'), value('{身份证号}', 3), label('家庭人口'), value('{家庭人口}人')),
  row(label('户籍地址'), value('{户籍地址}', 5)),
  row(label('现居住地'), value('{现居住地}', 5)),
]

export const memberRows = [
  headRow('序号', '家庭成员', '关系', '身份证号', '健康、就业、就学'),
  loopRow('家庭成员', '{序号}', '{姓名}', '{与申请人关系}', '{身份证号码}', '{状况}'),
]

export const accountRow = row(
  label('开户银行'),
  value('{开户银行}', 2),
  label('户名、账号'),
  value('{户名}\n{银行账号}', 2),
)

export const receiver = {
  乡镇名: text('受理的乡镇，写全称', { meaning: 'town.name', example: '云溪镇' }),
  申请日期: date('递交申请的那一天', { meaning: 'document.date' }),
}

export const applicant = {
  申请人姓名: text('与身份证一致', { meaning: 'person.name', maxLength: 30 }),
  性别: sex(),
  身份证号: residentId('18位，末位是X的写大写'),
  联系电话: mobile('能打通的手机号'),
  家庭人口: count('共同生活的家庭成员数，与下表行数一致；不填则按下表计数', {
    meaning: 'household.size',
    minimum: 1,
    unit: '人',
    computed: '$count(家庭成员) > 0 ? $count(家庭成员)',
  }),
  户籍地址: text('与户口簿一致', { meaning: 'person.householdAddress', example: '云溪镇柳湾村三组12号' }),
  现居住地: text('与户籍地址相同的填“同上”', { meaning: 'person.address' }),
}

export const members = {
  家庭成员: table(
    '共同生活的家庭成员，含申请人本人；不共同生活的子女不填在这里',
    {
      序号: rowNumber(),
      姓名: text('与身份证一致', { meaning: 'person.name', subject: '家庭成员' }),
      与申请人关系: text('本人、配偶、长子等', { meaning: 'person.relation', subject: '家庭成员' }),
      身份证号码: residentId('18位；没有身份证的孩子按户口簿填', { subject: '家庭成员' }),
      状况: text('健康、务工、上学等，写具体', { meaning: 'person.health', subject: '家庭成员' }),
    },
    { meaning: 'household.members' },
  ),
}

export const account = {
  开户银行: text('写到网点', { meaning: 'person.bank', example: '青禾农商银行云溪支行' }),
  户名: text('与申请人一致；不一致的写明原因', { meaning: 'person.bankAccountName' }),
  银行账号: text('只用于发放，不写在公示材料上', {
    meaning: 'person.bankAccount',
    pattern: '^\\d{12,21}$',
  }),
}

/** An invented household that the samples speak of. */
export const zhou = {
  fusheng: inventedResidentId('19620305', '121'),
  guilan: inventedResidentId('19641118', '248'),
  xiaoyu: inventedResidentId('20130520', '366'),
}
