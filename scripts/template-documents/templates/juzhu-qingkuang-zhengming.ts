import { body, closing, line, officialTitle, signature } from '../../../library/documents/official.ts'
import { inventedResidentId } from '../samples/resident-id.ts'
import { notBefore } from '../schema/common-checks.ts'
import { daysOf } from '../schema/expressions.ts'
import { choice, date, phone, residentId, text } from '../schema/field-definition.ts'
import type { TemplateDefinition } from '../template-definition.ts'

const applicantId = inventedResidentId('19880714', '266')

const goodData = {
  证明编号: '柳湾证2026-018',
  申请人姓名: '许春燕',
  身份证号: applicantId,
  开始居住日期: '2023-03-10',
  居住地址: '云溪镇柳湾村五组36号',
  居住方式: '租住',
  核实方式: '入户查看、查看租房合同、询问房主',
  核实人: '柳明',
  用途: '子女入读云溪镇中心小学，交学校招生办',
  有效期: '2026-10-15',
  联系人: '柳明',
  联系电话: '13800001131',
  村名: '柳湾村',
  出具日期: '2026-07-20',
}

export const juzhuQingkuangZhengming: TemplateDefinition = {
  identifier: 'juzhu-qingkuang-zhengming',
  title: '居住情况证明',
  layout: 'official',
  body: [
    officialTitle('居住情况证明'),
    line('编号：{证明编号}', { alignment: 'right' }),
    ...body(
      '兹证明{申请人姓名}（身份证号：{身份证号}），自{开始居住日期}起在{居住地址}居住，居住情况为{居住方式}。上述情况由本村核实，核实方式：{核实方式}；核实人：{核实人}。',
    ),
    ...body('本证明用于{用途}，有效期至{有效期}，复印无效。'),
    ...body('申请人承诺所述情况属实：              （签名）'),
    closing('联系人：{联系人}，联系电话：{联系电话}。'),
    ...signature('{村名}村民委员会（盖章）', '{出具日期}'),
  ],
  schema: {
    description: '要求证明的单位有明确依据、居住事实村里能核实、又没有别的办法查到时才开；先查本地证明事项清单。',
    sections: {
      申请人: {
        证明编号: text('用印登记本上的号'),
        申请人姓名: text('与身份证一致', { meaning: 'person.name' }),
        身份证号: residentId('18位'),
      },
      居住: {
        开始居住日期: date('核实到哪天写哪天'),
        居住地址: text('写到门牌', { meaning: 'person.address' }),
        居住方式: choice(['自有住房', '租住', '借住'], '照实选'),
      },
      核实: {
        核实方式: text('入户查看、看租房合同、询问邻居等，写做过的'),
        核实人: text('真正去核实的人'),
      },
      用途和落款: {
        用途: text('写清办什么、交给谁', { minLength: 6 }),
        有效期: date('一般不超过三个月'),
        联系人: text('能说清情况的人', { meaning: 'village.secretary' }),
        联系电话: phone('能打通的电话', { meaning: 'village.phone' }),
        村名: text('行政村全称，与印章一致', { meaning: 'village.name' }),
        出具日期: date('盖章的日期', { meaning: 'document.date' }),
      },
    },
    checks: [
      notBefore('lives-before-issue', '出具日期', '开始居住日期', '开始居住日期在出具日期之后，请核对。'),
      notBefore('valid-after-issue', '有效期', '出具日期', '有效期在出具日期之前，开出来就失效了。'),
      {
        id: 'valid-three-months',
        severity: 'should',
        holds: `(${daysOf('出具日期', '有效期')}) <= 93`,
        says: '有效期超过三个月，时间长了情况会变，容易被拿去办别的事。',
        fields: ['有效期', '出具日期'],
      },
      {
        id: 'not-for-legal-status',
        severity: 'must',
        holds: '$exists(用途) ? $not($contains(用途, /婚姻|亲属关系|无犯罪|收入证明|出生|健在|死亡/))',
        says: '这类事项不该由村里证明，请对方凭法定证件、部门核查或者告知承诺办理。',
        fields: ['用途'],
      },
    ],
    basis: [
      {
        title: '关于改进和规范基层群众性自治组织出具证明工作的指导意见',
        note: '民政部等部门2020年印发；本省清单优先',
      },
    ],
    materials: [
      { name: '申请人身份证', form: '原件', note: '看过退回' },
      { name: '要求出具证明的依据或者通知' },
      { name: '租房合同', form: '复印件', when: "居住方式 = '租住'", whenSays: '租住的' },
      { name: '核实记录' },
    ],
    fileName: '居住情况证明-{申请人姓名}-{出具日期}',
  },
  good: {
    title: '填好的样子：租住证明',
    note: '谁、住哪里、从哪天、怎么核实、给谁用、用到哪天，一样不缺。',
    notes: {
      核实方式: '写的是做过的三件事，不是“经核实”。',
      用途: '写明交给谁、办什么，别处用不了。',
      有效期: '不到三个月。',
    },
    data: goodData,
  },
  bad: {
    title: '填错的样子：什么都能拿去用',
    note: '村里盖了章，就要对内容负责。',
    notes: {
      身份证号: '末位校验码不对，多半是抄错了一位。',
      用途: '用来证明亲属关系，村里不该开。',
      有效期: '管到了第二年。',
    },
    data: {
      ...goodData,
      身份证号: `${applicantId.slice(0, 17)}${applicantId.endsWith('0') ? '1' : '0'}`,
      用途: '证明母女亲属关系用',
      有效期: '2027-12-31',
    },
  },
}
