import { formLine, formNote, formTable, formTitle, label, opinion, row, signPlace, tallRow, value } from '../form.ts'
import { inventedResidentId } from '../samples/resident-id.ts'
import { sexMatchesId } from '../schema/common-checks.ts'
import { choice, count, date, longText, phone, residentId, sex, text } from '../schema/field-definition.ts'
import type { TemplateDefinition } from '../template-definition.ts'

const goodData = {
  单位: '云溪镇人民政府',
  登记编号: '云信2026-0082',
  登记日期: '2026-08-24',
  信访形式: '来访',
  是否初次: '初次',
  信访人: '高玉田',
  性别: '男',
  身份证号: inventedResidentId('19580630', '139'),
  联系电话: '13800001221',
  住址: '青岩村三组4号',
  人数: 1,
  被反映对象: '同村马有才',
  主要内容: '8月4日起马有才在三组机耕路堆放砂石，农用三轮车过不去，绕行20天，找过组长两次没有结果。',
  诉求: '清走砂石，恢复通行。',
  事项类别: '申诉求决',
  所属领域: '邻里纠纷',
  是否走法定途径: '信访程序',
  已到过的单位: '青岩村村民委员会',
  处理意见: '属于本镇职权，建议受理，由自然资源所牵头、青岩村配合。',
  接待人: '沈立',
}

export const xinfangDengjibiao: TemplateDefinition = {
  identifier: 'xinfang-dengjibiao',
  title: '信访事项登记表',
  layout: 'form',
  body: [
    formTitle('信访事项登记表'),
    formLine('{单位}\t编号：{登记编号}'),
    formTable(
      [16, 22, 12, 13, 14, 23],
      [
        row(
          label('登记日期'),
          value('{登记日期}'),
          label('形式'),
          value('{信访形式}'),
          label('初次重复'),
          value('{是否初次}'),
        ),
        row(label('信访人'), value('{信访人}'), label('性别'), value('{性别}'), label('联系电话'), value('{联系电话}')),
        row(label('身份证号'), value('{身份证号|遮}', 3), label('人数'), value('{人数}人')),
        row(label('住址'), value('{住址}', 5)),
        row(label('被反映对象'), value('{被反映对象}', 2), label('到过单位'), value('{已到过的单位}', 2)),
        tallRow(44, label('主要内容'), value('{主要内容}', 5)),
        tallRow(20, label('诉求'), value('{诉求}', 5)),
        row(
          label('事项类别'),
          value('{事项类别}'),
          label('领域'),
          value('{所属领域}'),
          label('办理途径'),
          value('{是否走法定途径}'),
        ),
        tallRow(26, label('拟办意见'), signPlace('{处理意见}\n接待人：{接待人}（签名）        年    月    日', 5)),
        tallRow(26, label('领导意见'), opinion('（签名）：                    年    月    日', 5)),
        tallRow(22, label('办理结果'), opinion('承办人（签名）：                    年    月    日', 5)),
      ],
    ),
    formNote('说明：登记表不给被反映人看；检举控告的，按规定转有权处理的机关，内容不外传。'),
  ],
  schema: {
    description: '来信、来访、来电、网上反映到本单位的，当场登记；身份证号打印时自动遮住中间。',
    sections: {
      登记: {
        单位: text('单位全称', { meaning: 'unit.name' }),
        登记编号: text('与信访系统一致'),
        登记日期: date('接到的那一天', { meaning: 'document.date' }),
        信访形式: choice(['来信', '来访', '来电', '网上'], '对方用哪种方式提出'),
        是否初次: choice(['初次', '重复'], '查系统后选'),
      },
      信访人: {
        信访人: text('多人的写代表姓名', { meaning: 'person.name' }),
        性别: sex(),
        身份证号: residentId('打印时自动遮住中间；不愿提供的登记电话', { optional: true }),
        联系电话: phone('能打通的电话', { meaning: 'person.phone' }),
        住址: text('写到村组', { meaning: 'person.address' }),
        人数: count('多人来访要推选代表，代表不超过五人', { minimum: 1, unit: '人' }),
      },
      事项: {
        被反映对象: text('单位或者个人，没有填“无”'),
        已到过的单位: text('已经反映过的单位，没有填“无”'),
        主要内容: longText('用信访人的话，时间、地点、人物、经过，不加评价', { minLength: 15 }),
        诉求: longText('要解决什么，分项写'),
        事项类别: choice(['申诉求决', '建议意见', '检举控告'], '分清类别，处理办法不同'),
        所属领域: text('邻里纠纷、土地、劳动、救助等'),
        是否走法定途径: choice(['信访程序', '行政复议或诉讼', '调解', '转有权机关', '劳动仲裁'], '按诉求分清'),
        处理意见: longText('属不属于本单位职权、怎么办、谁牵头'),
        接待人: text('姓名', { meaning: 'unit.handler' }),
      },
    },
    checks: [
      sexMatchesId('性别', '身份证号'),
      {
        id: 'group-needs-reps',
        severity: 'should',
        holds: '$exists(人数) and 人数 > 5 and $exists(主要内容) ? $contains(主要内容, /代表/)',
        says: '多人来访的，应当推选代表，代表不超过五人，把代表情况写进主要内容。',
        fields: ['人数', '主要内容'],
      },
      {
        id: 'no-judgement',
        severity: 'should',
        holds: '$exists(主要内容) ? $not($contains(主要内容, /无理取闹|缠访|闹访/))',
        says: '登记里不用评价信访人的话，只记事实和诉求。',
        fields: ['主要内容'],
      },
      {
        id: 'accusation-handed',
        severity: 'must',
        holds: "事项类别 = '检举控告' and $exists(是否走法定途径) ? 是否走法定途径 != '调解'",
        says: '检举控告按规定转有权处理的机关，不能按调解处理。',
        fields: ['是否走法定途径', '事项类别'],
      },
    ],
    basis: [{ title: '信访工作条例', provisions: ['第十七条', '第十八条', '第十九条', '第二十二条'] }],
    materials: [{ name: '信访人身份证件', form: '看过登记，不复印留存' }, { name: '来信、录音、照片等材料' }],
    fileName: '信访登记-{登记编号}',
  },
  good: {
    title: '填好的样子：机耕路被占',
    note: '经过和诉求用信访人的话，处理意见说清归谁办。',
    notes: {
      主要内容: '几月几日、在哪里、找过谁，都有。',
      处理意见: '写明属于本镇职权、谁牵头。',
    },
    data: goodData,
  },
  bad: {
    title: '填错的样子：带了评价',
    note: '登记表是给后面办理的人看的，写情绪没有用。',
    notes: {
      主要内容: '用了“缠访”，不该评价信访人。',
      性别: '身份证号第17位是单数，应当是男。',
      人数: '十人来访没有推选代表。',
      是否走法定途径: '检举控告不能按调解处理。',
    },
    data: {
      ...goodData,
      性别: '女',
      人数: 10,
      主要内容: '老高缠访多次，反映村组长占了机耕路，态度恶劣。',
      事项类别: '检举控告',
      是否走法定途径: '调解',
    },
  },
}
