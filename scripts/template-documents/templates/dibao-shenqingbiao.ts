import {
  formLine,
  formTable,
  formTitle,
  label,
  opinion,
  row,
  tallRow,
  value,
  words,
} from '../../../library/documents/form.ts'
import { countsRows, noneTwice, payeeIsApplicant, sexMatchesId } from '../schema/common-checks.ts'
import { amount, longText, money, text } from '../schema/field-definition.ts'
import type { TemplateDefinition } from '../template-definition.ts'
import { account, accountRow, applicant, applicantRows, memberRows, members, receiver, zhou } from './relief-parts.ts'

const perHeadMonthly = '$round((年工资性收入 + 年经营净收入 + 年财产净收入 + 年转移净收入) / $count(家庭成员) / 12, 2)'

const goodData = {
  乡镇名: '云溪镇',
  申请日期: '2026-09-08',
  申请人姓名: '周福生',
  性别: '男',
  身份证号: zhou.fusheng,
  联系电话: '13800001201',
  家庭人口: 3,
  户籍地址: '青禾县云溪镇柳湾村三组12号',
  现居住地: '同上',
  家庭成员: [
    { 姓名: '周福生', 与申请人关系: '本人', 身份证号码: zhou.fusheng, 状况: '腰椎手术后不能干重活' },
    { 姓名: '何桂兰', 与申请人关系: '配偶', 身份证号码: zhou.guilan, 状况: '健康，在家务农' },
    { 姓名: '周小雨', 与申请人关系: '孙女', 身份证号码: zhou.xiaoyu, 状况: '云溪镇中学七年级' },
  ],
  年工资性收入: 6000,
  年经营净收入: 4200,
  年财产净收入: 1800,
  年转移净收入: 2400,
  人均月收入: 400,
  当地低保标准: 620,
  承包地面积: 5.2,
  住房情况: '自有砖混平房96平方米，2019年鉴定为B级',
  财产情况: '无车辆、无商品房，存款1.1万元',
  赡养抚养扶养人情况: '长子周建国，在外务工，月收入约4500元，每月给付200元，已计入转移净收入',
  申请理由: '2026年3月腰椎手术，自付2.6万元，术后半年不能务工；孙女由夫妇二人抚养，收入只够日常吃用。',
  开户银行: '青禾农商银行云溪支行',
  户名: '周福生',
  银行账号: '990000120100001201',
}

export const dibaoShenqingbiao: TemplateDefinition = {
  identifier: 'dibao-shenqingbiao',
  title: '最低生活保障申请表',
  layout: 'form',
  body: [
    formTitle('最低生活保障申请表'),
    formLine('{乡镇名}人民政府：\t申请日期：{申请日期}'),
    formTable([15, 18, 11, 18, 14, 24], applicantRows),
    formTable([10, 16, 14, 33, 27], memberRows),
    formTable(
      [17, 17, 16, 17, 17, 16],
      [
        row(label('工资收入'), value('{年工资性收入}元/年', 2), label('经营收入'), value('{年经营净收入}元/年', 2)),
        row(label('财产收入'), value('{年财产净收入}元/年', 2), label('转移收入'), value('{年转移净收入}元/年', 2)),
        row(label('人均月收入'), value('{人均月收入}元', 2), label('当地标准'), value('{当地低保标准}元/月', 2)),
        row(label('承包地'), value('{承包地面积}亩', 2), label('住房'), value('{住房情况}', 2)),
        row(label('车辆、存款\n等财产'), value('{财产情况}', 5)),
        row(label('不同住的\n赡养人'), value('{赡养抚养扶养人情况}', 5)),
        tallRow(14, label('申请理由'), value('{申请理由}', 5)),
        accountRow,
        tallRow(
          18,
          label('承诺与授权'),
          words(
            '以上情况属实。我家庭全体成员同意县级民政部门依法查询、核对收入和财产状况；家庭人口、收入、财产有变化的，及时告知。\n申请人和有签字能力的家庭成员（签名）：                          年    月    日',
            5,
          ),
        ),
        tallRow(12, label('调查情况'), opinion('调查人（两人签名）：                          年    月    日', 5)),
        tallRow(
          14,
          label('乡镇审核\n意见'),
          opinion(
            '公示时间：      年   月   日至      年   月   日\n负责人（签名、盖章）：               年    月    日',
            5,
          ),
        ),
        tallRow(12, label('县级确认\n意见'), opinion('负责人（签名、盖章）：               年    月    日', 5)),
      ],
    ),
  ],
  schema: {
    description: '共同生活的家庭成员申请最低生活保障时填写；本省有统一表样的，以统一表样为准。',
    sections: {
      受理: receiver,
      申请人: applicant,
      家庭成员: members,
      近12个月家庭收入: {
        年工资性收入: money('工资、奖金、打工收入，近12个月合计；没有填0', { unit: '元/年' }),
        年经营净收入: money('种植、养殖、经商，扣除成本；没有填0', { unit: '元/年' }),
        年财产净收入: money('租金、土地流转费、利息、分红；没有填0', { unit: '元/年' }),
        年转移净收入: money('养老金、赡养费、补贴等，按本省规定计入；没有填0', { unit: '元/年' }),
        人均月收入: money('四项合计除以家庭人口再除以12，不填则自动算', {
          computed: `$count(家庭成员) > 0 ? ${perHeadMonthly}`,
        }),
        当地低保标准: money('本县现行的月标准', { unit: '元/月' }),
      },
      财产和赡养: {
        承包地面积: amount('本户承包地，流转出去的也算；没有填0', { unit: '亩' }),
        住房情况: text('自有或租住、面积、安全等级', { meaning: 'household.housing' }),
        财产情况: text('车辆、存款、商品房、经营实体，没有填“无”'),
        赡养抚养扶养人情况: text('不共同生活的义务人姓名、住处、收入、给付数，没有填“无”'),
      },
      申请理由: { 申请理由: longText('致困原因、花费、现在缺什么，写具体', { minLength: 10 }) },
      发放账户: account,
    },
    checks: [
      sexMatchesId(),
      countsRows('家庭人口', '家庭成员', '家庭人口与家庭成员表的行数不一致：共同生活的每人一行，含申请人本人。'),
      {
        id: 'applicant-is-member',
        severity: 'must',
        holds: '$exists(申请人姓名) and $exists(家庭成员.姓名) ? 申请人姓名 in 家庭成员.姓名',
        says: '家庭成员表里没有申请人本人，请补一行。',
        fields: ['家庭成员', '申请人姓名'],
      },
      noneTwice('家庭成员', '身份证号码', '家庭成员表里有两行身份证号码相同。'),
      {
        id: 'per-head-income',
        severity: 'must',
        holds: `$exists(人均月收入) and $exists(家庭成员) ? $abs(人均月收入 - ${perHeadMonthly}) < 1`,
        says: '人均月收入与四项收入算出来的不一致：四项年收入合计除以家庭人口，再除以12。',
        fields: ['人均月收入'],
      },
      {
        id: 'below-standard',
        severity: 'should',
        holds: '人均月收入 < 当地低保标准',
        says: '人均月收入不低于当地低保标准。收入确实超过的，先核对能否扣减刚性支出，或者了解低保边缘家庭的政策。',
        fields: ['当地低保标准', '人均月收入'],
      },
      payeeIsApplicant('户名', '申请人姓名'),
    ],
    basis: [
      { title: '社会救助暂行办法', provisions: ['第九条', '第十条', '第十一条', '第十二条', '第十三条', '第五十八条'] },
      { title: '最低生活保障审核确认办法', note: '民发〔2021〕57号' },
    ],
    materials: [
      { name: '户口簿、家庭成员身份证', form: '原件和复印件', copies: 1 },
      { name: '收入和大额支出材料', form: '复印件', note: '能联网查到的不用交' },
      {
        name: '残疾人证、病历、在读证明',
        form: '复印件',
        whenSays: '家里有残疾人、重病患者或者在校学生的',
      },
      { name: '银行卡或者存折', form: '复印件', copies: 1 },
    ],
    fileName: '{申请人姓名}-最低生活保障申请表',
  },
  good: {
    title: '填好的样子：周福生家',
    note: '人口、收入、理由互相对得上，调查人入户前就知道该看什么。',
    notes: {
      家庭人口: '与下表三行一致；在外务工、不共同生活的长子没有算进来。',
      赡养抚养扶养人情况: '写了姓名、收入和每月给多少，给的钱也算进了转移净收入。',
      申请理由: '时间、事情、花费、现在的困难都有，不是一句“家庭困难”。',
    },
    data: goodData,
  },
  bad: {
    title: '填错的样子：人数和收入对不上',
    note: '常见的几处错误放在了一张表里；这样的表交上去会被退回，一来一回要多跑一趟。',
    notes: {
      性别: '身份证号第17位是单数，应当是男。',
      家庭人口: '表里只有三行，却填了5人，把分家另过的长子夫妇也算了进来。',
      人均月收入: '四项合计除以3人、再除以12是400元，这里按5人除了。',
      申请理由: '只写“家庭困难”，看不出因为什么、花了多少、缺什么。',
      户名: '账户是儿子的，钱打不到申请人名下。',
      联系电话: '少了一位，打不通。',
    },
    data: {
      ...goodData,
      性别: '女',
      联系电话: '1380000120',
      家庭人口: 5,
      人均月收入: 240,
      申请理由: '家庭困难',
      户名: '周建国',
    },
  },
}
