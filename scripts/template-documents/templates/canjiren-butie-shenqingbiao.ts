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
import { notBefore, sexMatchesId } from '../schema/common-checks.ts'
import { choice, condition, date, mobile, residentId, sex, text } from '../schema/field-definition.ts'
import { requiredWhen } from '../schema/template-schema-of.ts'
import type { TemplateDefinition } from '../template-definition.ts'
import { account } from './relief-parts.ts'

const person = inventedResidentId('19850612', '194')

const goodData = {
  乡镇名: '云溪镇',
  申请日期: '2026-03-16',
  姓名: '罗春梅',
  性别: '女',
  身份证号: person,
  残疾类别: '肢体',
  残疾等级: '一级',
  残疾证有效期至: '2034-05-20',
  户籍地址: '青禾县云溪镇青岩村二组15号',
  居住地址: '同上',
  联系电话: '13800001241',
  申请困难生活补贴: true,
  家庭经济情况: '低保',
  申请重度护理补贴: true,
  护理情况: '需要长期照护，由母亲照料',
  享受其他补贴: '无',
  监护人申请: false,
  开户银行: '青禾农商银行云溪支行',
  户名: '罗春梅',
  银行账号: '990000120100001241',
}

export const canjirenButieShenqingbiao: TemplateDefinition = {
  identifier: 'canjiren-butie-shenqingbiao',
  title: '残疾人两项补贴申请表',
  layout: 'form',
  body: [
    formTitle('残疾人两项补贴申请表'),
    formLine('{乡镇名}人民政府：\t申请日期：{申请日期}'),
    formTable(
      [16, 17, 14, 13, 16, 24],
      [
        row(label('姓名'), value('{姓名}'), label('性别'), value('{性别}'), label('联系电话'), value('{联系电话}')),
        row(label('身份证号'), value('{身份证号}', 5)),
        row(
          label('残疾类别'),
          value('{残疾类别}'),
          label('等级'),
          value('{残疾等级}'),
          label('证有效期至'),
          value('{残疾证有效期至}'),
        ),
        row(label('户籍地址'), value('{户籍地址}', 5)),
        row(label('居住地址'), value('{居住地址}', 5)),
        row(
          label('申请项目'),
          value(
            '{#申请困难生活补贴}☑{/申请困难生活补贴}{^申请困难生活补贴}□{/申请困难生活补贴} 困难残疾人生活补贴　　{#申请重度护理补贴}☑{/申请重度护理补贴}{^申请重度护理补贴}□{/申请重度护理补贴} 重度残疾人护理补贴',
            5,
          ),
        ),
        row(label('家庭经济'), value('{家庭经济情况}', 2), label('其他补贴'), value('{享受其他补贴}', 2)),
        row(label('护理情况'), value('{护理情况}', 5)),
        row(label('开户银行'), value('{开户银行}', 2), label('户名账号'), value('{户名}\n{银行账号}', 2)),
        row(
          label('代为申请'),
          value(
            '{#监护人申请}监护人{监护人姓名}，身份证号{监护人身份证号}，电话{监护人电话}{/监护人申请}{^监护人申请}本人申请{/监护人申请}',
            5,
          ),
        ),
        tallRow(
          20,
          label('申请人承诺'),
          words(
            '以上情况属实，同意查询、核对家庭经济状况和残疾人证信息；情况变化的及时告知，多领的按规定退回。\n申请人或者监护人（签名、按手印）：                          年    月    日',
            5,
          ),
        ),
        tallRow(18, label('乡镇初审\n意见'), opinion('负责人（签名、盖章）：               年    月    日', 5)),
        tallRow(18, label('县级残联\n审核意见'), opinion('负责人（签名、盖章）：               年    月    日', 5)),
        tallRow(18, label('县级民政\n审定意见'), opinion('负责人（签名、盖章）：               年    月    日', 5)),
      ],
    ),
    formNote(
      '说明：补贴对象范围、标准和与其他补贴的衔接，以本省、本县现行规定为准；可以在全国任一受理窗口“跨省通办”申请。',
    ),
  ],
  schema: {
    description: '残疾人申请困难残疾人生活补贴、重度残疾人护理补贴用，两项可以同时申请。',
    sections: {
      申请: {
        乡镇名: text('写全称', { meaning: 'town.name' }),
        申请日期: date('递交的那一天', { meaning: 'document.date' }),
      },
      残疾人: {
        姓名: text('与残疾人证一致', { meaning: 'person.name' }),
        性别: sex(),
        身份证号: residentId('18位'),
        残疾类别: choice(['视力', '听力', '言语', '肢体', '智力', '精神', '多重'], '照残疾人证'),
        残疾等级: choice(['一级', '二级', '三级', '四级'], '照残疾人证'),
        残疾证有效期至: date('照残疾人证'),
        户籍地址: text('与户口簿一致', { meaning: 'person.householdAddress' }),
        居住地址: text('与户籍地址相同填“同上”', { meaning: 'person.address' }),
        联系电话: mobile('本人或者监护人的手机'),
      },
      申请项目: {
        申请困难生活补贴: condition('主要给低保等困难家庭中的残疾人，范围以本地规定为准'),
        家庭经济情况: choice(['低保', '低保边缘', '其他困难', '一般'], '照实选'),
        申请重度护理补贴: condition('主要给残疾等级一级、二级且需要长期照护的，范围以本地规定为准'),
        护理情况: text('谁照护、每天要多久；不申请护理补贴的填“无”'),
        享受其他补贴: text('工伤护理费、失能老人补贴、特困供养等；没有填“无”'),
      },
      账户: account,
      监护人: {
        监护人申请: condition('由监护人代为申请的打开'),
        监护人姓名: text('姓名', { meaning: 'person.name', subject: '监护人', optional: true }),
        监护人身份证号: residentId('18位', { subject: '监护人', optional: true }),
        监护人电话: mobile('手机', { subject: '监护人', optional: true }),
      },
    },
    when: [requiredWhen('监护人申请', true, '监护人姓名', '监护人身份证号', '监护人电话')],
    checks: [
      sexMatchesId(),
      {
        id: 'at-least-one',
        severity: 'must',
        holds: '申请困难生活补贴 = true or 申请重度护理补贴 = true',
        says: '两项补贴都没有选，请至少选一项。',
        fields: ['申请困难生活补贴', '申请重度护理补贴'],
      },
      {
        id: 'care-grade',
        severity: 'should',
        holds:
          "申请重度护理补贴 = true and $exists(残疾等级) ? 残疾等级 in ['一级', '二级'] or 残疾类别 in ['智力', '精神', '多重']",
        says: '重度护理补贴一般给一级、二级残疾人；本地扩大到三级的，核对文件后再报。',
        fields: ['申请重度护理补贴', '残疾等级'],
      },
      {
        id: 'hardship-proved',
        severity: 'should',
        holds: "申请困难生活补贴 = true and $exists(家庭经济情况) ? 家庭经济情况 != '一般'",
        says: '申请困难生活补贴，家庭经济情况却是“一般”，请核对本地范围。',
        fields: ['家庭经济情况', '申请困难生活补贴'],
      },
      notBefore('certificate-valid', '残疾证有效期至', '申请日期', '残疾人证已经过期，先换证。'),
      {
        id: 'not-tekun-twice',
        severity: 'should',
        holds: '申请重度护理补贴 = true and $exists(享受其他补贴) ? $not($contains(享受其他补贴, /特困|工伤/))',
        says: '已享受特困供养或者工伤护理费的，护理补贴能否同领要先核对规定。',
        fields: ['享受其他补贴'],
      },
    ],
    basis: [
      {
        title: '国务院关于全面建立困难残疾人生活补贴和重度残疾人护理补贴制度的意见',
        note: '国发〔2015〕52号；标准和范围以本地规定为准',
      },
      { title: '中华人民共和国残疾人保障法', provisions: ['第四十八条'] },
    ],
    materials: [
      { name: '残疾人证', form: '原件和复印件', copies: 1 },
      { name: '身份证、户口簿', form: '复印件', copies: 1 },
      { name: '银行卡或者存折', form: '复印件', copies: 1 },
      { name: '监护人身份证和关系材料', form: '复印件', when: '监护人申请', whenSays: '由监护人代为申请的' },
    ],
    fileName: '{姓名}-残疾人两项补贴申请表',
  },
  good: {
    title: '填好的样子：罗春梅',
    note: '两项一起申请，证、等级、经济情况互相对得上。',
    notes: { 申请重度护理补贴: '一级肢体残疾，需要长期照护。', 享受其他补贴: '问清没有领别的护理补贴。' },
    data: goodData,
  },
  bad: {
    title: '填错的样子：证过期了',
    note: '比对不过，要多跑一趟。',
    notes: {
      残疾证有效期至: '到期了，先换证再申请。',
      申请重度护理补贴: '肢体四级，一般不在护理补贴范围。',
      家庭经济情况: '选了“一般”，与申请困难生活补贴对不上。',
      监护人身份证号: '由监护人申请，没有填监护人的身份证号。',
    },
    data: {
      ...goodData,
      残疾等级: '四级',
      残疾证有效期至: '2025-05-20',
      家庭经济情况: '一般',
      监护人申请: true,
      监护人姓名: '罗国强',
      监护人电话: '13800001242',
    },
  },
}
