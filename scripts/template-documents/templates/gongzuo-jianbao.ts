import { body, closing, colophon, heading, line, officialTitle, redHead } from '../../../library/documents/official.ts'
import { differentPeople, notBefore } from '../schema/common-checks.ts'
import { count, date, longText, text } from '../schema/field-definition.ts'
import type { TemplateDefinition } from '../template-definition.ts'

const goodData = {
  简报名称: '云溪工作简报',
  期号: 14,
  编印单位: '云溪镇党政综合办公室',
  印发日期: '2026-10-20',
  标题: '石桥村把村务公开栏搬进村民群',
  导语: '今年3月起，石桥村每月10日把当月收支明细同时贴进公开栏、发到村民群，半年收到询问61条，答复61条。',
  主要做法: '村报账员每月8日前把凭证交村务监督委员会核对，10日贴出。群里有人问，48小时内由经办人答复。',
  效果: '4月至9月收到询问61条，当天答复47条；因账目不清到镇上反映的由去年同期5件降为0件',
  数据来源: '石桥村答复登记本和镇信访登记',
  数据截止日期: '2026-09-30',
  问题和打算: '外出务工的20户还不在群内，年底返乡时逐户加。',
  报送单位: '青禾县委办公室、县政府办公室',
  抄送单位: '县农业农村局，各乡镇',
  撰稿人: '罗敏',
  核稿人: '陈秋霞',
  份数: 40,
}

export const gongzuoJianbao: TemplateDefinition = {
  identifier: 'gongzuo-jianbao',
  title: '工作简报',
  layout: 'official',
  numbered: true,
  body: [
    ...redHead('{简报名称}', '第{期号}期'),
    line('{编印单位}\t{印发日期}', { tabStops: [{ type: 'right', position: 8844 }] }),
    officialTitle('{标题}'),
    ...body('{导语}'),
    heading('一、做了什么'),
    ...body('{主要做法}'),
    heading('二、效果和数据'),
    ...body('{效果}（数据来源：{数据来源}，截至{数据截止日期}）。'),
    heading('三、问题和下一步'),
    closing('{问题和打算}'),
    ...colophon(['报：{报送单位}。', '送：{抄送单位}。', '撰稿：{撰稿人}　　核稿：{核稿人}\t共印{份数}份']),
  ],
  schema: {
    description: '有值得上级和兄弟单位知道的做法、数据、问题时编；没有新东西不编，不凑期数。',
    sections: {
      报头: {
        简报名称: text('固定的名称', { example: '云溪工作简报' }),
        期号: count('本年第几期', { minimum: 1 }),
        编印单位: text('单位全称', { meaning: 'unit.name' }),
        印发日期: date('送印的日期', { meaning: 'document.date' }),
      },
      正文: {
        标题: text('写出做法或者问题，不写口号', { maxLength: 40 }),
        导语: longText('一段话：时间、地点、谁、结果'),
        主要做法: longText('二三条，每条先写动作'),
        效果: longText('能核对的数字和例子；末尾不加句号', { minLength: 10 }),
        数据来源: text('哪个台账、哪次统计'),
        数据截止日期: date('数字算到哪一天'),
        问题和打算: longText('没解决的照实写'),
      },
      报尾: {
        报送单位: text('上级单位'),
        抄送单位: text('有关单位；没有填“无”'),
        撰稿人: text('对事实负责的人'),
        核稿人: text('逐个核对数字的人，不与撰稿人同一人'),
        份数: count('共印多少份', { minimum: 1, unit: '份' }),
      },
    },
    checks: [
      notBefore('data-before-print', '印发日期', '数据截止日期', '数据截止日期在印发日期之后，请核对。'),
      differentPeople('撰稿人', '核稿人', '撰稿人和核稿人是同一个人，数字没有第二个人看过。'),
      {
        id: 'figures',
        severity: 'should',
        holds: '$exists(效果) ? $contains(效果, /[0-9０-９]/)',
        says: '“效果”里没有一个数字（用阿拉伯数字写），读的人无从核对。',
        fields: ['效果'],
      },
      {
        id: 'no-empty-phrases',
        severity: 'should',
        holds: '$exists(主要做法) ? $not($contains(主要做法, /高度重视|迅速行动|真抓实干|狠抓落实/))',
        says: '“主要做法”里有套话，改成谁做了什么。',
        fields: ['主要做法'],
      },
    ],
    materials: [
      { name: '数据来源和截止日期' },
      { name: '现场照片', whenSays: '用照片的', note: '有正脸的，经本人同意' },
    ],
    fileName: '{简报名称}第{期号}期',
  },
  good: {
    title: '填好的样子：公开栏进村民群',
    note: '有做法、有数字、有没做到的，半页看完。',
    notes: {
      标题: '写的是做法，不是口号。',
      效果: '每个数字都说得出从哪里来、截到哪天。',
      问题和打算: '照实写了20户还没进群。',
    },
    data: goodData,
  },
  bad: {
    title: '填错的样子：只有套话',
    note: '换个地名，这份简报放在哪里都成立，也就没有用。',
    notes: {
      效果: '没有一个数字。',
      主要做法: '“高度重视、迅速行动”看不出做了什么。',
      核稿人: '自己写、自己核。',
      印发日期: '印发日期早于数据截止日期，数字是估的。',
    },
    data: {
      ...goodData,
      主要做法: '镇党委高度重视，迅速行动，真抓实干。',
      效果: '群众满意度明显提升，反响很好',
      核稿人: '罗敏',
      印发日期: '2026-09-20',
    },
  },
}
