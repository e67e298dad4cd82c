import {
  body,
  closing,
  heading,
  officialTitle,
  recipient,
  redHead,
  signature,
} from '../../../library/documents/official.ts'
import { notBefore } from '../schema/common-checks.ts'
import { daysOf } from '../schema/expressions.ts'
import { choice, longText, text } from '../schema/field-definition.ts'
import type { TemplateDefinition } from '../template-definition.ts'
import { contact, issuedOn, issuing, officialChecks } from './official-parts.ts'
import { petition } from './xinfang-parts.ts'

const goodData = {
  发文机关: '云溪镇人民政府',
  发文字号: '云信复〔2026〕12号',
  信访人姓名: '高玉田',
  收件日期: '2026-08-24',
  信访形式: '来访',
  受理编号: '云信2026-0082',
  受理日期: '2026-08-31',
  投诉请求: '请求清走三组机耕路上堆放的砂石，恢复通行。',
  查明的事实:
    '9月3日，自然资源所、青岩村村民委员会到现场查看：三组机耕路宽3.2米，砂石占去1.8米、长11米，农用三轮车不能通行。砂石是村民马有才建房备料，堆放27天，本人认可。',
  法律法规依据: '《民法典》第二百九十一条',
  支持情况: '予以支持',
  处理意见: '由马有才于9月20日前清走砂石并平整路面，清走前留出2.5米通行宽度。',
  落实安排: '青岩村村民委员会9月12日查看留道情况，自然资源所9月21日到现场复查，结果当天电话告诉你。',
  复查机关: '青禾县人民政府',
  联系人: '沈立',
  联系电话: '13800001108',
  成文日期: '2026-09-10',
}

export const xinfangDafuYijianshu: TemplateDefinition = {
  identifier: 'xinfang-dafu-yijianshu',
  title: '信访事项处理意见书',
  layout: 'official',
  numbered: true,
  body: [
    ...redHead('{发文机关}', '{发文字号}'),
    officialTitle('信访事项处理意见书'),
    recipient('{信访人姓名}：'),
    ...body(
      '{收件日期}，本机关收到你{信访形式}提出的信访事项（受理编号：{受理编号}），于{受理日期}受理。经调查，现答复如下。',
    ),
    heading('一、你的请求'),
    ...body('{投诉请求}'),
    heading('二、查明的事实'),
    ...body('{查明的事实}'),
    heading('三、处理意见和依据'),
    ...body('根据{法律法规依据}的规定，对你的请求{支持情况}。{处理意见}'),
    heading('四、落实安排'),
    ...body('{落实安排}'),
    ...body('如不服本意见，可以自收到本意见书之日起30日内，向{复查机关}书面请求复查。逾期未请求复查的，按本意见落实。'),
    closing('联系人：{联系人}，联系电话：{联系电话}。'),
    ...signature('{发文机关}', '{成文日期}'),
  ],
  schema: {
    description: '申诉求决类信访事项调查完毕，出具处理意见时用；应当走复议、仲裁、诉讼等途径的，改发告知。',
    sections: {
      文头: issuing('云信复〔2026〕12号'),
      信访事项: { ...petition, 投诉请求: longText('用信访人的原意分项写，不替他改') },
      答复: {
        查明的事实: longText('时间、地点、人物、经过、证据，只写查实的', { minLength: 20 }),
        法律法规依据: text('写全称和条款', { example: '《土地管理法》第六十二条第一款' }),
        支持情况: choice(['予以支持', '部分支持', '予以解释说明', '不予支持'], '四选一'),
        处理意见: longText('逐项对应请求写', { minLength: 8 }),
        落实安排: longText('谁、什么时候、做到什么程度；不支持的写疏导帮扶安排'),
        复查机关: text('上一级机关全称'),
      },
      落款: { ...contact, ...issuedOn },
    },
    checks: [
      ...officialChecks,
      notBefore('accepted-after-receipt', '受理日期', '收件日期', '受理日期在收件日期之前，请核对。'),
      {
        id: 'answered-in-60-days',
        severity: 'should',
        holds: `(${daysOf('受理日期', '成文日期')}) <= 61`,
        says: '从受理到答复超过了60日。办了延期手续的，在答复里写明；没有办的，先向信访人说明。',
        fields: ['成文日期', '受理日期'],
      },
      {
        id: 'basis-named',
        severity: 'must',
        holds: '$exists(法律法规依据) ? $contains(法律法规依据, /《.+》/)',
        says: '依据要写出文件名称（用书名号）和条款，不能写“有关规定”。',
        fields: ['法律法规依据'],
      },
      {
        id: 'reviewed-elsewhere',
        severity: 'must',
        holds: '$exists(复查机关) and $exists(发文机关) ? 复查机关 != 发文机关',
        says: '复查机关应当是上一级机关，不能是出具意见的机关自己。',
        fields: ['复查机关', '发文机关'],
      },
    ],
    basis: [
      {
        title: '信访工作条例',
        provisions: ['第二十八条', '第三十一条', '第三十二条', '第三十四条', '第三十五条'],
      },
    ],
    materials: [
      { name: '信访登记表、受理告知书' },
      { name: '调查笔录、现场照片、有关单位说明' },
      { name: '引用条文的现行文本', note: '打印附卷' },
      { name: '送达回证' },
    ],
    fileName: '处理意见书-{受理编号}-{信访人姓名}',
    official: true,
  },
  good: {
    title: '填好的样子：机耕路堆放砂石',
    note: '请求、事实、意见、依据、复查途径五样齐全。',
    notes: {
      查明的事实: '哪天、谁去看的、宽多少占多少，都能核对。',
      处理意见: '对着请求写，谁在哪天前做什么。',
      落实安排: '谁去复查、结果怎么告诉本人，都写了。',
    },
    data: goodData,
  },
  bad: {
    title: '填错的样子：答非所问',
    note: '信访人拿到这样的答复，多半会再来。',
    notes: {
      查明的事实: '“经查情况属实”没有写查了什么。',
      法律法规依据: '“有关规定”不是依据。',
      处理意见: '没有写谁、哪天、做什么。',
      复查机关: '写成了自己。',
      成文日期: '从受理算起过了60日。',
    },
    data: {
      ...goodData,
      查明的事实: '经查，情况基本属实。',
      法律法规依据: '有关规定',
      处理意见: '责成村里处理。',
      复查机关: '云溪镇人民政府',
      成文日期: '2026-11-10',
    },
  },
}
