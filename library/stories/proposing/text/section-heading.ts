/** Where a heading says that what follows belongs. `lesson`: 启示 and 体会, of which only cautions have a place. */
export type HeadedPart =
  | 'problem'
  | 'done'
  | 'cost'
  | 'failed'
  | 'result'
  | 'evidence'
  | 'caution'
  | 'lesson'
  | 'summary'
  | 'policies'
  | 'quotes'

/** Wordings whose words alone would mean something else. */
const WHOLE: readonly (readonly [HeadedPart, RegExp])[] = [
  [
    'caution',
    /留意|当心|小心|学的时候|照搬|借鉴.{0,3}(?:注意|条件|时)|(?:别处|外地|别的?地方|别人).{0,6}(?:学|借鉴|照)|(?:别人|外地|其他地方).{0,4}学|学.{0,3}(?:先|之前).{0,2}[看想]/,
  ],
  [
    'failed',
    /(?:还要|需要|有待|要)(?:改|完善)|不(?:满意|如意|理想|到位)|缺憾|可惜|没(?:有)?(?:办|做|处理)好|存在的?.{0,4}(?:问题|不足|困难)|遗憾|(?:还|仍|尚)(?:有|存在|需).{0,8}(?:问题|不足|改进)/,
  ],
  ['evidence', /怎[么样]知道|如何得知|何以为证|(?:数据|信息)(?:来源|出处)|佐证/],
  ['policies', /^(?:政策|法律|法规|文件|制度)?(?:依据|支撑)$|引用的?政策|相关政策/],
  [
    'cost',
    /用了(?:什么|多少|哪些)|开销|代价|花了(?:多少|什么|哪些)|(?:资金|经费|人力)(?:与|和|、)(?:人力|资金|人员|经费)|(?:资源|资金|人员|经费|人力)?投入|花费|花销/,
  ],
  ['problem', /原来的?|从前|以前|事由|为(?:什么|何)(?:要|会)?|什么情况|怎么回事/],
  ['done', /做了(?:什么|哪些)|怎[么样](?:做|改|办|干|解决)|动手/],
  ['result', /(?:以后|之后|后来|如今|现在)(?:怎[么样].{0,2}|如何)?$|(?:得|成|变得)怎[么样]|结果怎[么样]|改变了什么/],
]

/** The last of these words in a heading decides: 办理结果 is a result, 解决过程 what was done. */
const WORDS: readonly (readonly [HeadedPart, RegExp])[] = [
  ['caution', /推广(?:条件|建议)|适用(?:条件|范围|对象)?|注意(?:事项)?|提醒|提示|前提|局限|边界|风险/g],
  ['failed', /不足|不够|反思|教训|弯路|短板|失误|改进|缺点|欠缺|遗留|待解决|待完善/g],
  ['cost', /资金|经费|人力|成本|开支|费用|支出|保障条件/g],
  ['result', /成效|效果|结果|成果|变化|收效|成绩|反响|影响|结局|收获/g],
  ['done', /做法|举措|措施|办法|过程|经过|解决|处置|办理|行动|实践|探索|方法|步骤|路径|对策|事迹/g],
  ['problem', /背景|起因|缘由|缘起|由来|概述|概况|原因|现状|痛点|难题|难点|困境|来访|问题|困难|挑战/g],
  ['lesson', /启示|体会|经验|感悟|思考|心得|意义|价值|总结/g],
  ['summary', /摘要|导语|内容提要|核心提示|编者按|提要|简介/g],
  ['evidence', /依据|证据|核实/g],
  ['quotes', /(?:群众|社会|各方|服务对象)(?:评价|反映|声音)|评价/g],
]
/** Without another word: 基本情况, 有关情况. */
const WEAK = /^(?:基本|有关|总体|当时|大致|主要|具体|工作|相关)?情况(?:简介|说明)?$|^开头$/

const NUMBER =
  /^(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）]|第[一二三四五六七八九十]+(?:部分|章|节)?|[一二三四五六七八九十\d]{1,3}[、.．，])\s*/u

/** A heading without its number, its brackets and its colon. */
export const bareHeading = (text: string): string =>
  text
    .trim()
    .replace(/^[【[［〔〖]\s*|\s*[】\]］〕〗]$/g, '')
    .replace(NUMBER, '')
    .replace(/^[-—·•●■◆▲○]+\s*/, '')
    .replace(/\s*[:：]\s*$/, '')
    .trim()

/**
 * What a heading announces; several parts for 做法与成效, none for a heading of something else.
 * @param text without its number, at most some twenty characters
 */
export function partsOfHeading(text: string): HeadedPart[] {
  const bare = bareHeading(text).replace(/\s+/g, '')
  if (bare === '' || bare.length > 24) return []
  const whole = WHOLE.find(([, words]) => words.test(bare))
  if (whole) return [whole[0]]
  const pieces = bare.split(/以?及其?|[与和、，,]/)
  const parts = pieces.flatMap((piece) => lastPart(piece) ?? [])
  // 问题与不足 are both what went wrong.
  const chosen = parts.includes('failed') ? parts.filter((part) => part !== 'problem') : parts
  if (chosen.length > 0) return [...new Set(chosen)]
  return WEAK.test(bare) ? ['problem'] : []
}

function lastPart(piece: string): HeadedPart | undefined {
  let best: { part: HeadedPart; end: number } | undefined
  for (const [part, words] of WORDS) {
    for (const match of piece.matchAll(words)) {
      const end = match.index + match[0].length
      if (!best || end > best.end) best = { part, end }
    }
  }
  return best?.part
}

/** 工作成效 ends with what it announces, 问题也有 does not. */
export function endsAsHeading(text: string): boolean {
  const bare = bareHeading(text)
  if (WHOLE.some(([, words]) => words.test(bare))) return true
  return WORDS.some(([, words]) =>
    [...bare.matchAll(words)].some((match) => match.index + match[0].length === bare.length),
  )
}

/** 问题 and 困难 by themselves: what was the matter, or, once that was said, what went wrong. */
export const isAmbiguous = (text: string): boolean =>
  /^(?:主要|遇到的?)?(?:问题|困难|难点|挑战)(?:[和与](?:问题|困难))?$/.test(bareHeading(text))
