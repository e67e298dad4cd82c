import type { StoryRecord } from '../../story.schema.ts'
import { clausesOf, withoutEnd } from './sentences.ts'

type EvidenceKind = StoryRecord['evidence']['kinds'][number]

const KINDS: readonly (readonly [EvidenceKind, RegExp])[] = [
  [
    'register',
    /(?:台账|登记(?:簿|本|册|表)?|记录|考勤表|值班本|签到(?:本|表)|记账本|名册|监测信息系统|信息系统|监测系统|底册|签到|随访|派工单|一次一勾)/,
  ],
  ['statistics', /(?:统计|免疫率|抽查|满意度|测评|数据(?:取自|来自|显示|以)|普查|问卷|体检|监测数据)/],
  [
    'document',
    /(?:通报|凭证|签收单|存卷|案卷|存档|回单|票据|收据|回执|换药单|分红表|纪要|验收报告|批复|证书|派工单|协议书?可查)/,
  ],
  ['picture', /(?:拍照|录影|照片|录像|视频为证|监控|图片)/],
  ['seen', /(?:现场(?:核实|查看|看到|检查|回访)|到现场|实地|石碑|去看|看得见|抽查)/],
  ['told', /(?:回访|座谈|电话(?:核实|回访)|群众反映|本人确认|当面核实)/],
]
const SAYS_HOW =
  /(?:台账|登记簿|登记本|值班登记|登记本上|记录里?|有逐次记录|考勤表|值班本|会议登记本|签到[本表]|记账本|发放名册|信息系统|系统(?:可查|数据)|可查|为准|为据|存卷|存档|取自|^数据(?:来自|取自|以)|来自.{0,12}(?:台账|统计|登记|系统|平台)|可以(?:核对|查到|看到)|对账单|建档|存有照片|^数字是|单一张不缺|票据|收据|回执|都有签名|有登记|有记载|值班记录|通报|体检|抽查|回访|核实|问卷|测评|验收|石碑|派工单|统计|审核|监控|对得上|能对上|一次一勾|底单|留着底)/

/** How a result is known: the clauses that say so, and of which kind that is. */
export function textEvidence(sentences: readonly string[], headed: boolean): { how: string[]; kinds: EvidenceKind[] } {
  const how: string[] = []
  for (const sentence of sentences) {
    if (headed) how.push(withoutEnd(sentence))
    else
      how.push(
        ...clausesOf(sentence)
          .filter((clause) => SAYS_HOW.test(clause))
          .map(withoutEnd),
      )
  }
  const said = how.join('\n')
  const kinds = KINDS.filter(([, words]) => words.test(said)).map(([kind]) => kind)
  return { how, kinds: headed || how.length > 0 ? kinds : [] }
}

/** True for a sentence that says nothing but how something is known: 数据来自窗口受理台账。 */
export const isOnlyEvidence = (sentence: string): boolean => {
  const clauses = clausesOf(sentence)
  return (
    clauses.length === 1 &&
    SAYS_HOW.test(sentence) &&
    !/(?:降|减|升|增|涨|无人|没有再|共|办结|办成|审定)/.test(sentence)
  )
}
