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
  signPlace,
  tallRow,
  value,
} from '../../../library/documents/form.ts'
import { inventedResidentId } from '../samples/resident-id.ts'
import { addsUp, notBefore } from '../schema/common-checks.ts'
import { daysOf } from '../schema/expressions.ts'
import {
  amount,
  choice,
  count,
  date,
  mobile,
  money,
  residentId,
  rowNumber,
  table,
  text,
} from '../schema/field-definition.ts'
import type { TemplateDefinition } from '../template-definition.ts'

const lessor = inventedResidentId('19620305', '121')
const lessee = inventedResidentId('19830917', '177')

const goodData = {
  合同编号: '柳湾流转2026-06',
  出让方姓名: '周福生',
  出让方身份证号: lessor,
  出让方住址: '云溪镇柳湾村三组12号',
  出让方电话: '13800001201',
  受让方名称: '陈大力',
  受让方证件号: lessee,
  受让方住址: '云溪镇竹坪村二组8号',
  受让方电话: '13800001261',
  流转方式: '出租',
  地块: [
    {
      地块名称: '门前大田',
      承包合同编码: '9900002026030012',
      面积: 3.1,
      东至: '村道',
      南至: '水渠',
      西至: '柳明承包地',
      北至: '坟山脚',
    },
    {
      地块名称: '河湾地',
      承包合同编码: '9900002026030013',
      面积: 2.1,
      东至: '河堤',
      南至: '吴家地',
      西至: '机耕路',
      北至: '水渠',
    },
  ],
  总面积: 5.2,
  用途: '种植玉米、油菜，不改变农业用途',
  开始日期: '2026-11-01',
  结束日期: '2031-10-31',
  承包期届满日期: '2057-12-31',
  每亩年租金: 600,
  年租金合计: 3120,
  付款日: '每年11月10日前付清当年租金',
  付款方式: '银行转账',
  补贴归属: '耕地地力保护补贴由出让方领取',
  附着物约定: '期满恢复耕种条件；地上青苗收获后交地',
  提前解除约定: '一方提前解除的，提前三个月书面告知，按剩余年限一年的租金补偿对方',
  争议解决: '先由村、乡镇调解，调解不成的向县农村土地承包仲裁委员会申请仲裁，或者向人民法院起诉',
  份数: 4,
  签订日期: '2026-10-20',
}

export const tudiLiuzhuanHetong: TemplateDefinition = {
  identifier: 'tudi-liuzhuan-hetong',
  title: '土地经营权流转合同',
  layout: 'form',
  body: [
    formTitle('土地经营权流转合同（示例）'),
    formLine('\t合同编号：{合同编号}'),
    formTable(
      [18, 32, 18, 32],
      [
        row(label('出让方\n（甲方）'), value('{出让方姓名}'), label('受让方\n（乙方）'), value('{受让方名称}')),
        row(label('身份证号'), value('{出让方身份证号}'), label('证件号码'), value('{受让方证件号}')),
        row(label('住址'), value('{出让方住址}'), label('住址'), value('{受让方住址}')),
        row(label('电话'), value('{出让方电话}'), label('电话'), value('{受让方电话}')),
      ],
    ),
    formNote('双方按照依法、自愿、有偿的原则，就甲方承包地的土地经营权流转，订立本合同。'),
    formTable(
      [8, 16, 25, 14, 37],
      [
        headRow('序号', '地块名称', '承包合同编码', '面积（亩）', '四至'),
        loopRow(
          '地块',
          '{序号}',
          '{地块名称}',
          '{承包合同编码}',
          '{面积}',
          '东：{东至}；南：{南至}；西：{西至}；北：{北至}',
        ),
        row(label('合计', 3), value('{总面积}'), value('以实地丈量、双方签字确认的为准')),
      ],
    ),
    formTable(
      [18, 82],
      [
        row(
          label('一、方式用途'),
          value('流转方式：{流转方式}。用途：{用途}。乙方不得改变农业用途，不得在耕地上建房、取土、造坟。'),
        ),
        row(
          label('二、期限'),
          value(
            '自{开始日期}起至{结束日期}止，共{流转年限}年，不超过甲方承包期的剩余期限（承包期至{承包期届满日期}）。',
          ),
        ),
        row(
          label('三、价款'),
          value(
            '每亩每年{每亩年租金}元，每年合计{年租金合计}元（大写：{年租金合计|大写}）。支付时间：{付款日}。支付方式：{付款方式}。',
          ),
        ),
        row(label('四、补贴'), value('{补贴归属}')),
        row(label('五、附着物'), value('{附着物约定}')),
        row(
          label('六、再流转'),
          value(
            '乙方再流转的，须经甲方书面同意，并向本集体经济组织备案；向金融机构融资担保的，须经甲方书面同意，并向发包方备案。',
          ),
        ),
        row(
          label('七、解除'),
          value(
            '{提前解除约定}。乙方擅自改变农业用途、弃耕抛荒连续两年以上、严重损害土地或者破坏环境的，甲方可以解除合同。',
          ),
        ),
        row(
          label('八、征收'),
          value('流转期内土地被依法征收的，土地补偿归发包方和甲方按规定处理，青苗和乙方投入的附着物补偿归所有人。'),
        ),
        row(label('九、争议'), value('{争议解决}。')),
        row(
          label('十、其他'),
          value('本合同一式{份数}份，甲乙双方各一份，发包方、乡镇政府各一份，自双方签字或者盖章之日起生效。'),
        ),
        tallRow(20, label('甲方'), signPlace('（签名、按手印）：\n{签订日期}')),
        tallRow(20, label('乙方'), signPlace('（签名、盖章）：\n{签订日期}')),
        tallRow(18, label('发包方备案'), opinion('（盖章）：                    年    月    日')),
      ],
    ),
  ],
  schema: {
    description: '农户之间、农户与合作社等流转承包地经营权的示例合同；有国家或者本省示范文本的，用示范文本。',
    sections: {
      出让方: {
        合同编号: text('村里登记的号'),
        出让方姓名: text('承包方代表，与承包合同一致', { meaning: 'person.name' }),
        出让方身份证号: residentId('18位'),
        出让方住址: text('写到门牌', { meaning: 'person.address' }),
        出让方电话: mobile('手机'),
      },
      受让方: {
        受让方名称: text('个人写姓名，单位写全称', { meaning: 'person.name', subject: '受让方' }),
        受让方证件号: text('个人填身份证号，单位填统一社会信用代码', {
          meaning: 'person.residentId',
          subject: '受让方',
        }),
        受让方住址: text('住址或者注册地', { meaning: 'person.address', subject: '受让方' }),
        受让方电话: mobile('手机', { subject: '受让方' }),
      },
      地块: {
        流转方式: choice(['出租', '转包', '入股', '其他'], '写清楚，入股的另签章程'),
        用途: text('种什么、养什么；不改变农业用途'),
        地块: table('一块地一行', {
          序号: rowNumber(),
          地块名称: text('村里叫得出的地名', { meaning: 'plot.name', subject: '地块' }),
          承包合同编码: text('承包合同或者权证上的编码', { meaning: 'plot.number', subject: '地块' }),
          面积: amount('亩，与承包合同一致', { unit: '亩', meaning: 'plot.area', subject: '地块' }),
          东至: text('明显地物或者邻地', { meaning: 'plot.east', subject: '地块' }),
          南至: text('明显地物或者邻地', { meaning: 'plot.south', subject: '地块' }),
          西至: text('明显地物或者邻地', { meaning: 'plot.west', subject: '地块' }),
          北至: text('明显地物或者邻地', { meaning: 'plot.north', subject: '地块' }),
        }),
        总面积: amount('不填则自动相加', {
          unit: '亩',
          computed: '$exists(地块.面积) ? $round($sum(地块.面积), 2)',
        }),
      },
      期限和价款: {
        开始日期: date('交地的那一天'),
        结束日期: date('不超过承包期'),
        流转年限: count('不填则自动算', {
          unit: '年',
          computed: `$floor((${daysOf('开始日期', '结束日期')}) / 365)`,
        }),
        承包期届满日期: date('承包合同上的到期日'),
        每亩年租金: money('双方商定', { unit: '元/亩·年' }),
        年租金合计: money('每亩年租金乘总面积，不填则自动算；大写自动写出', {
          computed: '$exists(地块.面积) ? $round(每亩年租金 * $sum(地块.面积), 2)',
        }),
        付款日: text('哪天前付、付哪一年的'),
        付款方式: text('转账或者现金，写清楚'),
      },
      约定: {
        补贴归属: text('各种补贴归谁，以现行政策为准'),
        附着物约定: text('期满怎么交地'),
        提前解除约定: text('提前多久告知、怎么补偿；末尾不加句号'),
        争议解决: text('先调解，再仲裁或者起诉；末尾不加句号', {
          default: '先由村、乡镇调解，调解不成的向县农村土地承包仲裁委员会申请仲裁，或者向人民法院起诉',
        }),
        份数: count('一式几份', { minimum: 4, unit: '份', default: 4 }),
        签订日期: date('双方签字的日期', { meaning: 'document.date' }),
      },
    },
    checks: [
      notBefore('ends-after-start', '结束日期', '开始日期', '结束日期在开始日期之前，请核对。'),
      {
        id: 'within-contract',
        severity: 'must',
        holds: '结束日期 <= 承包期届满日期',
        says: '流转期限超过了承包期的剩余期限，超过的部分无效。',
        fields: ['结束日期', '承包期届满日期'],
      },
      addsUp('总面积', '地块', '面积', '总面积与各块面积相加不一致。'),
      {
        id: 'rent-adds-up',
        severity: 'must',
        holds:
          '$exists(年租金合计) and $exists(每亩年租金) and $exists(总面积) ? $abs(年租金合计 - 每亩年租金 * 总面积) < 0.01',
        says: '年租金合计不等于每亩年租金乘总面积。',
        fields: ['年租金合计'],
      },
      {
        id: 'farm-use',
        severity: 'must',
        holds: '$exists(用途) ? $not($contains(用途, /(建|盖)(房|厂|仓)|停车|硬化/))',
        says: '用途改变了农业用途，不能这样流转。',
        fields: ['用途'],
      },
      {
        id: 'register-five-years',
        severity: 'should',
        holds: `$exists(承包期届满日期) ? (${daysOf('开始日期', '结束日期')}) <= 7305`,
        says: '一次流转超过20年，农户心里要有数，建议分期并约定租金调整办法。',
        fields: ['结束日期', '开始日期'],
      },
    ],
    basis: [
      {
        title: '中华人民共和国农村土地承包法',
        provisions: ['第三十六条', '第三十八条', '第四十条', '第四十一条', '第四十二条', '第四十六条'],
      },
    ],
    materials: [
      { name: '双方身份证', form: '复印件', copies: 1 },
      { name: '承包合同或者权证', form: '复印件', copies: 1 },
      { name: '营业执照', form: '复印件', whenSays: '受让方是单位的' },
      { name: '家庭成员同意的签名', note: '承包地是家庭共有的' },
    ],
    fileName: '流转合同-{出让方姓名}-{受让方名称}',
  },
  good: {
    title: '填好的样子：流转五年的5.2亩地',
    note: '哪块地、多大、到哪天、多少钱、怎么交地，都写进了合同。',
    notes: {
      地块: '用村里叫得出的地名，四至写到邻地。',
      年租金合计: '每亩租金乘面积，大写自动写出。',
      提前解除约定: '怎么解除、怎么补偿，事先说好。',
    },
    data: goodData,
  },
  bad: {
    title: '填错的样子：超了承包期、改了用途',
    note: '这样的合同日后要闹纠纷。',
    notes: {
      结束日期: '超过了承包期的剩余期限。',
      用途: '要建仓库，改变了农业用途。',
      总面积: '两块相加是5.2亩。',
      年租金合计: '按错的面积算的。',
      出让方身份证号: '末位校验码不对。',
    },
    data: {
      ...goodData,
      出让方身份证号: `${lessor.slice(0, 17)}${lessor.endsWith('0') ? '1' : '0'}`,
      结束日期: '2058-10-31',
      用途: '建仓库和停车场',
      总面积: 6,
      年租金合计: 3120,
    },
  },
}
