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
import { countsRows, noneTwice, notBefore, payeeIsApplicant, sexMatchesId } from '../schema/common-checks.ts'
import { choice, date, longText, money, text } from '../schema/field-definition.ts'
import type { TemplateDefinition } from '../template-definition.ts'
import { account, accountRow, applicant, applicantRows, memberRows, members, receiver, zhou } from './relief-parts.ts'

const goodData = {
  乡镇名: '云溪镇',
  申请日期: '2026-05-18',
  申请人姓名: '周福生',
  性别: '男',
  身份证号: zhou.fusheng,
  联系电话: '13800001201',
  家庭人口: 3,
  户籍地址: '青禾县云溪镇柳湾村三组12号',
  现居住地: '同上',
  家庭成员: [
    { 姓名: '周福生', 与申请人关系: '本人', 身份证号码: zhou.fusheng, 状况: '3月腰椎手术，休养中' },
    { 姓名: '何桂兰', 与申请人关系: '配偶', 身份证号码: zhou.guilan, 状况: '健康，在家照料' },
    { 姓名: '周小雨', 与申请人关系: '孙女', 身份证号码: zhou.xiaoyu, 状况: '小学六年级' },
  ],
  困难类型: '突发重大疾病',
  困难发生日期: '2026-03-11',
  申请理由:
    '3月11日在县医院做腰椎手术，住院19天，自付2.6万元，其中1.5万元向亲戚借。术后半年不能务工，每月药费约600元。',
  家庭月收入: 1200,
  已获救助或赔付: '医保报销2.9万元，无其他',
  已支出金额: 55000,
  报销赔付金额: 29000,
  自付金额: 26000,
  开户银行: '青禾农商银行云溪支行',
  户名: '周福生',
  银行账号: '990000120100001201',
}

export const linshiJiuzhuShenqingshu: TemplateDefinition = {
  identifier: 'linshi-jiuzhu-shenqingshu',
  title: '临时救助申请书',
  layout: 'form',
  body: [
    formTitle('临时救助申请书'),
    formLine('{乡镇名}人民政府：\t申请日期：{申请日期}'),
    formTable([15, 18, 11, 18, 14, 24], applicantRows),
    formTable([10, 16, 14, 33, 27], memberRows),
    formTable(
      [17, 17, 16, 17, 17, 16],
      [
        row(label('困难类型'), value('{困难类型}', 2), label('发生日期'), value('{困难发生日期}', 2)),
        tallRow(24, label('申请理由'), value('{申请理由}', 5)),
        row(label('家庭月收入'), value('{家庭月收入}元', 2), label('已支出'), value('{已支出金额}元', 2)),
        row(label('报销、赔付'), value('{报销赔付金额}元', 2), label('自付金额'), value('{自付金额}元', 2)),
        row(label('已获救助'), value('{已获救助或赔付}', 5)),
        accountRow,
        tallRow(
          18,
          label('承诺与授权'),
          words(
            '以上情况属实，愿意配合入户调查。我家庭同意县级民政部门依法查询、核对家庭收入和财产状况。如有隐瞒、伪造，愿退回所得并承担相应责任。\n申请人（签名、按手印）：                              年    月    日',
            5,
          ),
        ),
        tallRow(
          15,
          label('村级意见'),
          opinion(
            '入户人（两人签名）：                              \n负责人（签名、盖章）：               年    月    日',
            5,
          ),
        ),
        tallRow(
          15,
          label('乡镇审核\n意见'),
          opinion(
            '拟救助金额：            元\n经办人：              负责人（签名、盖章）：               年    月    日',
            5,
          ),
        ),
        tallRow(13, label('县级确认\n意见'), opinion('负责人（签名、盖章）：               年    月    日', 5)),
      ],
    ),
    formNote('说明：情况紧急、先行救助的，在乡镇审核意见栏注明“先行救助”和发放日期，材料和公示事后补齐。'),
  ],
  schema: {
    description: '家庭遇到火灾、车祸、急病等一时过不去时申请临时救助用；情况紧急的先救助，事后补齐。',
    sections: {
      受理: receiver,
      申请人: applicant,
      家庭成员: members,
      困难情况: {
        困难类型: choice(['意外事件', '突发重大疾病', '生活必需支出突然增加', '其他特殊困难'], '选最主要的一种'),
        困难发生日期: date('事情发生的那一天'),
        申请理由: longText('何时何地发生何事，花了多少，现在缺什么，三五句话', { minLength: 20 }),
        家庭月收入: money('近三个月平均', { meaning: 'household.income', unit: '元/月' }),
        已支出金额: money('有票据的合计'),
        报销赔付金额: money('医保报销、保险、赔款、捐助合计；没有填0'),
        自付金额: money('已支出减去报销赔付，不填则自动算', {
          computed: '已支出金额 - 报销赔付金额',
        }),
        已获救助或赔付: text('谁给的、多少，没有填“无”'),
      },
      发放账户: account,
    },
    checks: [
      sexMatchesId(),
      countsRows('家庭人口', '家庭成员', '家庭人口与家庭成员表的行数不一致：共同生活的每人一行，含申请人本人。'),
      noneTwice('家庭成员', '身份证号码', '家庭成员表里有两行身份证号码相同。'),
      notBefore('applied-after-event', '申请日期', '困难发生日期', '申请日期在困难发生日期之前，请核对。'),
      {
        id: 'own-share',
        severity: 'must',
        holds:
          '$exists(自付金额) and $exists(已支出金额) and $exists(报销赔付金额) ? $abs(自付金额 - (已支出金额 - 报销赔付金额)) < 0.005',
        says: '自付金额应当等于已支出减去报销和赔付。',
        fields: ['自付金额', '已支出金额', '报销赔付金额'],
      },
      payeeIsApplicant('户名', '申请人姓名'),
    ],
    basis: [{ title: '社会救助暂行办法', provisions: ['第四十七条', '第四十八条', '第五十八条', '第六十一条'] }],
    materials: [
      { name: '身份证、户口簿', form: '复印件', copies: 1 },
      { name: '诊断书、出院记录', form: '复印件', when: "困难类型 = '突发重大疾病'", whenSays: '因病的' },
      { name: '事故认定书、火灾说明', form: '复印件', when: "困难类型 = '意外事件'", whenSays: '因事故、火灾的' },
      { name: '花费票据和报销结算单', form: '复印件' },
      { name: '银行卡或者存折', form: '复印件', copies: 1 },
      { name: '代办人身份证', form: '复印件', whenSays: '由别人代为提出的' },
    ],
    fileName: '{申请人姓名}-临时救助申请书-{申请日期}',
  },
  good: {
    title: '填好的样子：腰椎手术后的周福生家',
    note: '事情、花费、报销、自付一笔一笔对得上。',
    notes: {
      申请理由: '时间、医院、花费、借款、以后每月的药费都有。',
      自付金额: '5.5万元减去报销的2.9万元。',
    },
    data: goodData,
  },
  bad: {
    title: '填错的样子：没有事由和金额',
    note: '金额对不上，乡镇没法定救助多少。',
    notes: {
      申请理由: '只写“家庭困难，请求救助”，没有事由和金额。',
      自付金额: '没有扣除报销的2.9万元。',
      申请日期: '早于困难发生的日期，年份写错了。',
      身份证号: '末位校验码不对，抄错了一位。',
    },
    data: {
      ...goodData,
      申请日期: '2025-05-18',
      身份证号: '990000196203051218',
      申请理由: '家庭困难，请求救助。',
      自付金额: 55000,
    },
  },
}
