import {
  attachmentNote,
  body,
  closing,
  heading,
  line,
  officialTitle,
  recipient,
  signature,
} from '../../../library/documents/official.ts'
import { condition, longText, text } from '../schema/field-definition.ts'
import { requiredWhen } from '../schema/template-schema-of.ts'
import type { TemplateDefinition } from '../template-definition.ts'
import { contact, issuedOn } from './official-parts.ts'

const goodData = {
  标题事项: '青岩村二组饮水浑浊',
  主送机关: '青禾县水利局',
  起因: '11月3日，县12345热线转来青岩村二组村民反映自来水发黄、有沉淀的工单。',
  经过: '11月3日15时，我镇水利工作站2人到二组查看5户，水确有浑浊；17时查明是上游管沟施工碰裂支管。当晚22时换管恢复，4日上午送检水样。',
  结果: '4日起水色正常，县疾控中心6日出具的检测结果合格。共影响23户、约7小时，镇里送桶装水46桶。',
  原因和责任: '施工前没有向村里问清管线位置。施工队负责人已向村民道歉，承担换管和送水费用共3120元。',
  下一步: '各村管线图11月底前标到现场；施工前由水利工作站到场交底。',
  附证明材料: true,
  附件名称: '检测报告、现场照片4张',
  出具单位: '云溪镇人民政府',
  成文日期: '2026-11-09',
  联系人: '沈立',
  联系电话: '13800001108',
}

export const qingkuangShuoming: TemplateDefinition = {
  identifier: 'qingkuang-shuoming',
  title: '情况说明',
  layout: 'official',
  numbered: true,
  body: [
    officialTitle('关于{标题事项}的情况说明'),
    recipient('{主送机关}：'),
    ...body('{起因}现将有关情况说明如下。'),
    heading('一、经过'),
    ...body('{经过}'),
    heading('二、结果'),
    ...body('{结果}'),
    heading('三、原因和责任'),
    ...body('{原因和责任}'),
    heading('四、下一步'),
    ...body('{下一步}'),
    closing('特此说明。联系人：{联系人}，电话：{联系电话}。'),
    line('{#附证明材料}'),
    ...attachmentNote('附件：{附件名称}'),
    line('{/附证明材料}'),
    ...signature('{出具单位}', '{成文日期}'),
  ],
  schema: {
    description: '上级、媒体、群众问起一件事，把经过、结果、原因说清楚时用；正式答复信访、批复请示不用它代替。',
    sections: {
      抬头: {
        标题事项: text('一句话点出是什么事', { maxLength: 30 }),
        主送机关: text('交给谁'),
        起因: longText('谁问起的、因为什么，以句号结尾'),
      },
      说明: {
        经过: longText('几月几日几时、谁、做了什么，按先后写', { minLength: 20 }),
        结果: longText('现在怎么样、影响多少人，有数字'),
        原因和责任: longText('查明的写查明的，没查清的写“正在查”'),
        下一步: longText('谁、哪天前、做什么'),
      },
      附件和落款: {
        附证明材料: condition('带检测报告、照片、凭证时打开'),
        附件名称: text('附件的名称和数量', { optional: true }),
        出具单位: text('单位全称，与印章一致', { meaning: 'unit.name' }),
        ...issuedOn,
        ...contact,
      },
    },
    when: [requiredWhen('附证明材料', true, '附件名称')],
    checks: [
      {
        id: 'dated-course',
        severity: 'must',
        holds: '$exists(经过) ? $contains(经过, /\\d{1,2}(月|日|时)/)',
        says: '“经过”里没有日期和时间，别人无法核对先后。',
        fields: ['经过'],
      },
      {
        id: 'no-guess',
        severity: 'should',
        holds: '$exists(原因和责任) ? $not($contains(原因和责任, /可能|大概|应该是|估计/))',
        says: '“原因和责任”里有猜测的话。没查清的，写明正在查、哪天前查清。',
        fields: ['原因和责任'],
      },
      {
        id: 'no-names-of-victims',
        severity: 'should',
        holds: '$exists(经过) ? $not($contains(经过, /\\d{15,}/))',
        says: '“经过”里像有身份证号或者账号，情况说明可能传阅，请删去。',
        fields: ['经过'],
      },
    ],
    materials: [{ name: '现场记录、照片' }, { name: '检测报告、票据等凭证', whenSays: '提到的' }],
    fileName: '情况说明-{标题事项}-{成文日期}',
  },
  good: {
    title: '填好的样子：饮水浑浊',
    note: '时间、地点、人数、花费都有，错在哪里也写了。',
    notes: {
      经过: '按几日几时写先后，谁去的也写了。',
      原因和责任: '查明是施工没有先问管线，没有推给天气。',
    },
    data: goodData,
  },
  bad: {
    title: '填错的样子：含糊其辞',
    note: '看完还是不知道发生了什么，多半会被追问第二遍。',
    notes: {
      经过: '没有日期和时间。',
      原因和责任: '“可能”是猜的，没查清就写正在查。',
      附件名称: '打开了“附证明材料”，却没有写是什么。',
    },
    data: {
      ...goodData,
      经过: '接到反映后我镇高度重视，立即派人到现场，妥善处置完毕。',
      原因和责任: '可能是天气原因造成的。',
      附件名称: '',
    },
  },
}
