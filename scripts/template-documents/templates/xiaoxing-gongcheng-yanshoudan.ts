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
import { notBefore } from '../schema/common-checks.ts'
import { choice, condition, date, money, rowNumber, table, text } from '../schema/field-definition.ts'
import { requiredWhen } from '../schema/template-schema-of.ts'
import type { TemplateDefinition } from '../template-definition.ts'

const goodData = {
  工程名称: '老打谷场晒场改建工程',
  建设单位: '石桥村村民委员会',
  施工单位: '石志强施工队',
  工程地点: '石桥村二组老打谷场',
  决策依据: '2026年6月18日村民代表会议决定',
  合同日期: '2026-06-25',
  合同金额: 58000,
  开工日期: '2026-07-01',
  竣工日期: '2026-09-04',
  验收日期: '2026-09-06',
  验收项目: [
    { 项目: '硬化面积', 约定: '620平方米', 实测: '623平方米', 结论: '合格' },
    { 项目: '混凝土厚度', 约定: '15厘米', 实测: '抽3点，15.1、15.3、14.9厘米', 结论: '合格' },
    { 项目: '消防通道', 约定: '宽4米', 实测: '宽4.1米', 结论: '合格' },
  ],
  验收结论: '合格',
  增加金额: 0,
  结算金额: 58000,
  质保期: '一年',
  质保金: 2900,
  需要整改: false,
  验收小组: '石长河、冯建国、石玉珍',
}

export const xiaoxingGongchengYanshoudan: TemplateDefinition = {
  identifier: 'xiaoxing-gongcheng-yanshoudan',
  title: '村级小型工程验收单',
  layout: 'form',
  body: [
    formTitle('村级小型工程验收单'),
    formLine('\t验收日期：{验收日期}'),
    formTable(
      [16, 34, 16, 34],
      [
        row(label('工程名称'), value('{工程名称}', 3)),
        row(label('工程地点'), value('{工程地点}', 3)),
        row(label('建设单位'), value('{建设单位}'), label('施工单位'), value('{施工单位}')),
        row(label('决策依据'), value('{决策依据}', 3)),
        row(label('合同日期'), value('{合同日期}'), label('合同金额'), value('{合同金额}元')),
        row(label('开工日期'), value('{开工日期}'), label('竣工日期'), value('{竣工日期}')),
      ],
    ),
    formTable(
      [8, 22, 22, 36, 12],
      [
        headRow('序号', '验收项目', '合同约定', '实测', '结论'),
        loopRow('验收项目', '{序号}', '{项目}', '{约定}', '{实测}', '{结论}'),
      ],
    ),
    formTable(
      [16, 34, 16, 34],
      [
        row(label('验收结论'), value('{验收结论}'), label('增减金额'), value('{增加金额}元')),
        row(label('结算金额'), value('{结算金额}元（大写：{结算金额|大写}）', 3)),
        row(label('质保期'), value('{质保期}'), label('质保金'), value('{质保金}元')),
        row(
          label('整改要求'),
          value('{#需要整改}{整改要求}，{整改期限}前改好复验{/需要整改}{^需要整改}无{/需要整改}', 3),
        ),
        tallRow(20, label('验收小组'), signPlace('{验收小组}\n（签名）：                    年    月    日', 3)),
        tallRow(16, label('施工单位'), opinion('（签名、盖章）：                    年    月    日', 3)),
        tallRow(16, label('建设单位'), opinion('（签名、盖章）：                    年    月    日', 3)),
        tallRow(16, label('乡镇意见'), opinion('（按本县规定需要的）（签名、盖章）：               年    月    日', 3)),
      ],
    ),
    formNote('说明：达到招标、报建额度的工程按法定程序办，不用本单；验收附丈量记录和照片，结算后在村务公开栏公布。'),
  ],
  schema: {
    description: '村里限额以下的道路、水渠、晒场等小型工程完工后验收结算用；限额和程序以本县规定为准。',
    sections: {
      工程: {
        工程名称: text('与合同一致'),
        工程地点: text('写到村组'),
        建设单位: text('村民委员会或者集体经济组织'),
        施工单位: text('与合同一致'),
        决策依据: text('哪天什么会决定的'),
        合同日期: date('签合同的日期'),
        合同金额: money('与合同一致'),
        开工日期: date('实际开工'),
        竣工日期: date('实际完工'),
        验收日期: date('到现场验收的那一天', { meaning: 'document.date' }),
      },
      验收: {
        验收项目: table('一项一行，写实测数', {
          序号: rowNumber(),
          项目: text('长度、面积、厚度等'),
          约定: text('合同约定的数'),
          实测: text('当场量的数，写抽了几点', { minLength: 2 }),
          结论: choice(['合格', '不合格'], '二选一'),
        }),
        验收结论: choice(['合格', '基本合格，限期整改', '不合格'], '按各项结论定'),
        需要整改: condition('有要改的打开'),
        整改要求: text('改什么、改到什么程度；末尾不加句号', { optional: true }),
        整改期限: date('哪天前改好', { optional: true }),
      },
      结算: {
        增加金额: money('变更增加的，有签证；没有填0'),
        结算金额: money('合同金额加增加金额；不填则自动算', { computed: '$round(合同金额 + 增加金额, 2)' }),
        质保期: text('多久', { example: '一年' }),
        质保金: money('留多少，质保期满付'),
        验收小组: text('三人以上，含村务监督委员会和村民代表'),
      },
    },
    when: [requiredWhen('需要整改', true, '整改要求', '整改期限')],
    checks: [
      notBefore('finished-after-start', '竣工日期', '开工日期', '竣工日期在开工日期之前，请核对。'),
      notBefore('accepted-after-finish', '验收日期', '竣工日期', '还没完工就验收了，请核对日期。'),
      {
        id: 'contract-before-work',
        severity: 'must',
        holds: '开工日期 >= 合同日期',
        says: '开工在签合同之前，属于先干后签，请说明。',
        fields: ['合同日期', '开工日期'],
      },
      {
        id: 'settlement-adds-up',
        severity: 'must',
        holds:
          '$exists(结算金额) and $exists(合同金额) and $exists(增加金额) ? $abs(结算金额 - (合同金额 + 增加金额)) < 0.005',
        says: '结算金额应当等于合同金额加增加金额。',
        fields: ['结算金额', '合同金额', '增加金额'],
      },
      {
        id: 'verdict-fits',
        severity: 'must',
        holds: "$exists(验收项目) and 验收结论 = '合格' ? $count(验收项目[结论 = '不合格']) = 0",
        says: '有的项目不合格，验收结论不能写“合格”。',
        fields: ['验收结论', '验收项目'],
      },
      {
        id: 'group-of-three',
        severity: 'should',
        holds: '$exists(验收小组) ? $count($split(验收小组, /[、，,]/)) >= 3',
        says: '验收小组不到三个人，最好有村务监督委员会成员和村民代表。',
        fields: ['验收小组'],
      },
      {
        id: 'large-addition',
        severity: 'should',
        holds: '增加金额 <= 合同金额 * 0.1',
        says: '增加金额超过合同的一成，应当有会议决定和签证。',
        fields: ['增加金额', '合同金额'],
      },
    ],
    basis: [{ title: '中华人民共和国村民委员会组织法', note: '村务公开和民主监督的规定，以现行文本为准' }],
    materials: [
      { name: '合同' },
      { name: '丈量记录和照片' },
      { name: '变更签证', when: '增加金额 > 0', whenSays: '有增加的' },
    ],
    fileName: '验收单-{工程名称}',
  },
  good: {
    title: '填好的样子：晒场改建',
    note: '约定多少、实测多少，一项一项对着来。',
    notes: {
      '验收项目/1/实测': '抽了三点，数都写上。',
      验收小组: '有村务监督委员会和村民代表。',
    },
    data: goodData,
  },
  bad: {
    title: '填错的样子：不合格也结算',
    note: '这样的单子经不起审计。',
    notes: {
      合同日期: '先开工后签合同。',
      验收结论: '厚度不合格，却写了合格。',
      结算金额: '不等于合同加增加。',
      增加金额: '增加两成多，没有说明。',
      验收小组: '只有一个人验收。',
    },
    data: {
      ...goodData,
      合同日期: '2026-07-20',
      验收项目: [
        ...goodData.验收项目.slice(0, 1),
        { 项目: '混凝土厚度', 约定: '15厘米', 实测: '抽3点，11.2、12.0、11.8厘米', 结论: '不合格' },
      ],
      增加金额: 12000,
      结算金额: 68000,
      验收小组: '石长河',
    },
  },
}
