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
import { choice, condition, longText, mobile, money, residentId, sex, text } from '../schema/field-definition.ts'
import { requiredWhen } from '../schema/template-schema-of.ts'
import type { TemplateDefinition } from '../template-definition.ts'
import { account, receiver } from './relief-parts.ts'

const person = inventedResidentId('19560120', '131')
const carer = inventedResidentId('19701103', '159')

const goodData = {
  乡镇名: '云溪镇',
  申请日期: '2026-04-20',
  申请人姓名: '冯老根',
  性别: '男',
  身份证号: person,
  联系电话: '13800001251',
  户籍地址: '青禾县云溪镇石桥村四组2号',
  现居住地: '同上',
  符合情形: '老年人',
  劳动能力: '无劳动能力',
  月收入: 163,
  当地特困标准: 806,
  收入来源: '城乡居民养老保险基础养老金',
  财产情况: '土房两间，无存款、无车辆',
  法定义务人情况: '未婚，无子女，父母已去世，无兄弟姐妹',
  自理能力: '全自理',
  供养方式: '分散供养',
  照料人姓名: '冯建国',
  照料人身份证号: carer,
  照料人电话: '13800001233',
  代为申请: false,
  开户银行: '青禾农商银行云溪支行',
  户名: '冯老根',
  银行账号: '990000120100001251',
}

export const tekunGongyangShenqingbiao: TemplateDefinition = {
  identifier: 'tekun-gongyang-shenqingbiao',
  title: '特困人员救助供养申请表',
  layout: 'form',
  body: [
    formTitle('特困人员救助供养申请表'),
    formLine('{乡镇名}人民政府：\t申请日期：{申请日期}'),
    formTable(
      [16, 19, 11, 17, 14, 23],
      [
        row(
          label('申请人'),
          value('{申请人姓名}'),
          label('性别'),
          value('{性别}'),
          label('联系电话'),
          value('{联系电话}'),
        ),
        row(label('身份证号'), value('{身份证号}', 3), label('符合情形'), value('{符合情形}')),
        row(label('户籍地址'), value('{户籍地址}', 5)),
        row(label('现居住地'), value('{现居住地}', 5)),
        row(label('劳动能力'), value('{劳动能力}', 2), label('自理能力'), value('{自理能力}', 2)),
        row(label('月收入'), value('{月收入}元', 2), label('当地标准'), value('{当地特困标准}元/月', 2)),
        row(label('收入来源'), value('{收入来源}', 5)),
        row(label('财产情况'), value('{财产情况}', 5)),
        row(label('法定赡养\n抚养扶养人'), value('{法定义务人情况}', 5)),
        row(
          label('供养方式'),
          value(
            '{供养方式}{#供养方式=集中供养}，拟入住{拟入住机构}{/}{#供养方式=分散供养}，照料人{照料人姓名}，身份证号{照料人身份证号}，电话{照料人电话}{/}',
            5,
          ),
        ),
        row(label('开户银行'), value('{开户银行}', 2), label('户名、账号'), value('{户名}\n{银行账号}', 2)),
        row(
          label('代为申请'),
          value('{#代为申请}由{代办人}代为申请，电话{代办人电话}{/代为申请}{^代为申请}本人申请{/代为申请}', 5),
        ),
        tallRow(
          18,
          label('承诺与授权'),
          words(
            '以上情况属实，同意县级民政部门依法查询、核对收入和财产状况；情况有变化的，及时告知。\n申请人（签名、按手印）：                              年    月    日',
            5,
          ),
        ),
        tallRow(15, label('调查情况'), opinion('调查人（两人签名）：                          年    月    日', 5)),
        tallRow(
          17,
          label('乡镇初审\n意见'),
          opinion(
            '公示时间：      年   月   日至      年   月   日\n负责人（签名、盖章）：               年    月    日',
            5,
          ),
        ),
        tallRow(15, label('县级确认\n意见'), opinion('负责人（签名、盖章）：               年    月    日', 5)),
      ],
    ),
    formNote('说明：自理能力按本地办法评估，本表先填初步情况；供养标准、照料护理标准以本地规定为准。'),
  ],
  schema: {
    description: '无劳动能力、无生活来源、无法定义务人或者义务人无能力的老年人、残疾人、未成年人申请特困供养用。',
    sections: {
      受理: receiver,
      申请人: {
        申请人姓名: text('与身份证一致', { meaning: 'person.name' }),
        性别: sex(),
        身份证号: residentId('18位'),
        联系电话: mobile('能打通的手机号'),
        户籍地址: text('与户口簿一致', { meaning: 'person.householdAddress' }),
        现居住地: text('与户籍地址相同的填“同上”', { meaning: 'person.address' }),
        符合情形: choice(['老年人', '残疾人', '未满16周岁'], '老年人一般为60周岁以上'),
      },
      条件: {
        劳动能力: choice(['无劳动能力', '有劳动能力'], '按规定认定'),
        月收入: money('近12个月平均每月', { unit: '元/月' }),
        当地特困标准: money('本县现行基本生活标准', { unit: '元/月' }),
        收入来源: text('哪些钱、每月多少'),
        财产情况: text('房屋、存款、车辆，没有填“无”'),
        法定义务人情况: longText('有没有子女、父母、配偶；有的写明有没有能力', { minLength: 4 }),
      },
      供养: {
        自理能力: choice(['全自理', '半失能', '全失能'], '先填初步情况，以评估为准'),
        供养方式: choice(['分散供养', '集中供养'], '听本人的意愿'),
        拟入住机构: text('集中供养的填', { optional: true }),
        照料人姓名: text('分散供养的填', { meaning: 'person.name', subject: '照料人', optional: true }),
        照料人身份证号: residentId('18位', { subject: '照料人', optional: true }),
        照料人电话: mobile('手机', { subject: '照料人', optional: true }),
      },
      账户: account,
      代办: {
        代为申请: condition('本人行动不便、由村委会或者亲属代为申请的打开'),
        代办人: text('姓名', { meaning: 'person.name', subject: '代办人', optional: true }),
        代办人电话: mobile('手机', { subject: '代办人', optional: true }),
      },
    },
    when: [
      requiredWhen('供养方式', '分散供养', '照料人姓名', '照料人电话'),
      requiredWhen('供养方式', '集中供养', '拟入住机构'),
      requiredWhen('代为申请', true, '代办人', '代办人电话'),
    ],
    checks: [
      sexMatchesId(),
      {
        id: 'age-fits',
        severity: 'must',
        holds: `符合情形 = '老年人' ? (${ageOn('身份证号', '申请日期')}) >= 60`,
        says: '选了“老年人”，申请时还不满60周岁，请核对符合哪种情形。',
        fields: ['符合情形', '身份证号'],
      },
      {
        id: 'cannot-work',
        severity: 'must',
        holds: "$exists(劳动能力) ? 劳动能力 = '无劳动能力'",
        says: '有劳动能力的不符合特困供养条件，看看是否符合低保或者临时救助。',
        fields: ['劳动能力'],
      },
      {
        id: 'income-below',
        severity: 'should',
        holds: '月收入 < 当地特困标准',
        says: '月收入不低于当地特困标准，不属于无生活来源；哪些收入不计入，核对本地规定。',
        fields: ['月收入', '当地特困标准'],
      },
      {
        id: 'carer-not-self',
        severity: 'must',
        holds: '$exists(照料人姓名) and $exists(申请人姓名) ? 照料人姓名 != 申请人姓名',
        says: '照料人不能是申请人自己。',
        fields: ['照料人姓名'],
      },
      payeeIsApplicant('户名', '申请人姓名'),
    ],
    basis: [
      { title: '社会救助暂行办法', provisions: ['第十四条', '第十六条', '第十七条'] },
      { title: '特困人员认定办法', note: '民发〔2021〕43号' },
    ],
    materials: [
      { name: '身份证、户口簿', form: '复印件', copies: 1 },
      { name: '残疾人证', form: '复印件', when: "符合情形 = '残疾人'", whenSays: '残疾人' },
      { name: '照料协议', when: "供养方式 = '分散供养'", whenSays: '分散供养的', note: '确认后签' },
      { name: '银行卡或者存折', form: '复印件', copies: 1 },
    ],
    fileName: '{申请人姓名}-特困供养申请表',
  },
  good: {
    title: '填好的样子：冯老根',
    note: '三无的情形写清楚了，照料人也落实了。',
    notes: {
      法定义务人情况: '配偶、子女、父母、兄弟姐妹逐一说明。',
      照料人姓名: '分散供养，写明谁照料、电话多少。',
    },
    data: goodData,
  },
  bad: {
    title: '填错的样子：照料人写了自己',
    note: '这样的表入户时才发现，白跑一趟。',
    notes: {
      符合情形: '身份证上只有52岁，不能按老年人申请。',
      身份证号: '末位校验码不对。',
      劳动能力: '选了有劳动能力，不符合特困供养条件。',
      照料人姓名: '照料人写了自己。',
      月收入: '900元，高于当地标准。',
    },
    data: {
      ...goodData,
      身份证号: `${inventedResidentId('19740120', '131').slice(0, 17)}${inventedResidentId('19740120', '131').endsWith('0') ? '1' : '0'}`,
      劳动能力: '有劳动能力',
      照料人姓名: '冯老根',
      月收入: 900,
    },
  },
}
