import type { MatchTarget } from '../../templates/sheets/match-columns.ts'

/** What a column of a kiosk's or a survey's sheet may be. Names, telephones and numbers of people have no place here. */
export const SHEET_FIELDS = [
  {
    field: 'story',
    title: '故事',
    names:
      '故事|故事名称|故事标题|标题|题目|篇名|文章|文章标题|案例|案例名称|故事编号|编号|您看的是哪个故事|看的故事|内容标题|对应故事|故事码|卡片编号|作品',
  },
  {
    field: 'useful',
    title: '有没有用',
    names:
      '有没有用|有用吗|是否有用|评价|满意度|评分|打分|星级|得分|您觉得有用吗|对您有用吗|对您有帮助吗|有帮助吗|是否有帮助|总体评价|满意吗|是否满意|有用程度',
  },
  {
    field: 'text',
    title: '想说的话',
    names:
      '想说的话|意见|留言|内容|反馈|反馈内容|评论|感想|读后感|其他|备注|意见建议|意见和建议|意见与建议|您的意见|说明|哪里好|喜欢什么|文字反馈',
  },
  { field: 'suggestion', title: '建议', names: '建议|改进建议|您的建议|还缺什么|缺什么|希望增加|希望' },
  { field: 'question', title: '问题', names: '问题|疑问|想问的|提问|想问什么|您的问题|咨询|咨询问题' },
  { field: 'error', title: '哪里不对', names: '哪里不对|差错|错误|纠错|有误之处|不实之处|哪里有误|与事实不符' },
  { field: 'type', title: '类型', names: '类型|反馈类型|类别|分类|性质' },
  {
    field: 'givenOn',
    title: '日期',
    names:
      '日期|时间|提交时间|填写时间|提交答卷时间|评价时间|反馈时间|答题时间|填报时间|提交日期|开始时间|结束时间|创建时间',
  },
  { field: 'post', title: '岗位', names: '岗位|您的岗位|职务|身份|您的身份|工作岗位|职业|人员类型' },
] as const

export type SheetField = (typeof SHEET_FIELDS)[number]['field']

export const responseTargets = (): (MatchTarget & { readonly field: SheetField })[] =>
  SHEET_FIELDS.map(({ field, title, names }) => ({ field, names: [title, ...names.split('|')] }))
