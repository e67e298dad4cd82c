import { body, closing, heading, officialTitle, recipient, redHead, signature } from './official.ts'
import type { TemplateDocument } from './template-document.ts'

export const petitionDocuments: readonly TemplateDocument[] = [
  {
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
      ...body(
        '如不服本意见，可以自收到本意见书之日起30日内，向{复查机关}书面请求复查。逾期未请求复查的，按本意见落实。',
      ),
      closing('联系人：{联系人}，联系电话：{联系电话}。'),
      ...signature('{发文机关}', '{成文日期}'),
    ],
  },
  {
    identifier: 'xinfang-shouli-gaozhishu',
    title: '信访事项受理告知书',
    layout: 'official',
    body: [
      ...redHead('{发文机关}', '{发文字号}'),
      officialTitle('信访事项受理告知书'),
      recipient('{信访人姓名}：'),
      ...body('{收件日期}，本机关收到你{信访形式}反映“{信访事项摘要}”的信访事项。'),
      ...body(
        '经审查，该事项属于本机关职权范围。根据《信访工作条例》第二十三条、第三十一条的规定，决定于{受理日期}受理，由{承办单位}承办，按{办理程序}办理。',
      ),
      ...body('办理期限为自受理之日起60日，即{办结期限}前；情况复杂需要延长的，另行告知理由。'),
      ...body('办理期间，请保持电话畅通，并配合提供下列材料：{需补充材料}。你可以凭本告知书查询办理进展。'),
      closing('受理编号：{受理编号}。承办人：{承办人}，联系电话：{联系电话}。'),
      ...signature('{发文机关}', '{成文日期}'),
    ],
  },
]
