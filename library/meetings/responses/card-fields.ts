import { isNothing } from '../../stories/responses/read-sheet-row.ts'
import { bare, type MatchTarget, matchColumns } from '../../templates/sheets/match-columns.ts'
import { CARD_QUESTIONS } from './card-questions.ts'
import type { MaterialResponse } from './response-view.ts'

type CardType = MaterialResponse['type']

/** How surveys call what the cards ask; the card's own words go before them. */
const NAMES: Readonly<Record<string, string>> = {
  givenOn: '日期|时间|提交时间|填写时间|提交答卷时间|答题时间|提交日期|开始时间|结束时间|创建时间',
  post: '岗位|您的岗位|职务|身份|工作岗位|所在岗位|岗位类别',
  years: '年限|工作年限|岗位年限|从事本岗位年限|任职年限|工龄|在岗时间',
  hard: '最难办的|难点|工作难点|最难的事|办事难点|工作中的困难|困难和问题|最常被问住的|遇到的困难',
  topics: '想学的|想听的内容|培训内容|希望培训的内容|想弄清楚的条款|培训需求|希望学习的内容|想了解的政策',
  form: '培训方式|希望的方式|培训形式|希望的培训形式|学习方式|怎样讲最有帮助|喜欢的形式',
  useful: '有用的|有用的内容|哪些有用|最有收获的|收获|最大的收获|印象最深的',
  unclear: '没讲清楚的|不清楚的|哪里不清楚|没听懂的|还有疑问的|疑问',
  add: '想加上的|希望增加|希望增加的内容|建议增加|还想听什么|意见建议|意见和建议|建议|意见与建议',
  'leave-out': '可以去掉的|建议减少|不需要的|多余的内容|可以删减的',
  tomorrow: '明天就能用上的|能用上的|马上能用的|打算用的一件事|回去要做的一件事',
  length: '时间长短|时长|会议时长|培训时长|时间安排|时长是否合适',
}

const GIVEN_ON = { id: 'givenOn', ask: '日期' }

/** What a column of a sheet of cards may be. Names and telephones of people have no place here. */
export const cardTargets = (type: CardType): MatchTarget[] =>
  [GIVEN_ON, ...CARD_QUESTIONS[type]].map(({ id, ask }) => ({
    field: id,
    names: [ask, ask.replace(/（.*）/, ''), ...(NAMES[id]?.split('|') ?? [])],
  }))

export const cardFields = (type: CardType) =>
  [...CARD_QUESTIONS[type], GIVEN_ON].map(({ id, ask }) => ({ field: id, title: ask }))

/** Which card a sheet is of: the one whose questions more columns are. */
export function typeByColumns(columns: readonly string[]): CardType {
  const own = (type: CardType) =>
    matchColumns(columns, cardTargets(type)).filter(({ field }) => field && field !== 'post' && field !== 'givenOn')
  return own('needs').length > own('feedback').length ? 'needs' : 'feedback'
}

/** Other words for the choices of a card. */
const ALIKE: Readonly<Record<string, RegExp>> = {
  'under-1': /^(?:不足|不满|未满|少于|不到|小于)?(?:1|一)年(?:以下|以内|及以下)?$|^[<＜]1年?$|^新/,
  '1-3': /^(?:1|一)(?:年)?(?:-|~|至|到)(?:3|三|2|两)年?$/,
  '4-10': /^(?:3|三|4|四|5|五)(?:年)?(?:-|~|至|到)(?:10|十|5|五)年?$/,
  'over-10': /^(?:10|十)年?(?:以上|及以上|多)|^[>＞]10年?$/,
  clauses: /领学|逐条|条文|条款|政策解读/,
  story: /故事|案例讲|案例分享|身边/,
  drill: /演练|情景|模拟|角色/,
  'hands-on': /实操|操作|动手|上机|演示|步骤/,
  discussion: /讨论|交流|座谈/,
  reading: /自学|材料|自己看|资料/,
  'too-long': /^(?:有点|有些|太|偏|过|略)?长了?$/,
  right: /^(?:正好|合适|适中|刚好|刚刚好|正合适|可以)$/,
  'too-short': /^(?:有点|有些|太|偏|过|略)?短了?$/,
}

/** What of a cell is ticked on the card, and what is not on it. */
export function readChoices(
  question: (typeof CARD_QUESTIONS)[CardType][number],
  cell: string,
): { readonly values: readonly string[]; readonly other: string } {
  const choices = question.choices ?? []
  const whole = cell
    .normalize('NFKC')
    .trim()
    // A. and 1、 before a choice number it.
    .replace(/(^|[,;|┋\n])\s*[A-Fa-f1-9][.、]\s*(?=\p{Script=Han})/gu, '$1')
  const pieces = question.several ? whole.split(/[、,;|┋\n/]+|\s{2,}/) : [whole]
  const found = new Set<string>()
  const other: string[] = []
  for (const piece of pieces.map((one) => one.trim())) {
    if (piece === '' || isNothing(piece)) continue
    const value = choiceOf(choices, piece) ?? bandOf(question.id, piece)
    if (value === undefined || (found.size > 0 && !question.several)) other.push(piece)
    else found.add(value)
  }
  const ordered = choices.map(({ value }) => value).filter((value) => found.has(value))
  return { values: ordered, other: other.join('、') }
}

function choiceOf(
  choices: readonly { readonly value: string; readonly text: string }[],
  piece: string,
): string | undefined {
  const key = bare(piece)
  const exact = choices.find(({ value, text }) => bare(text) === key || value === piece)
  const letter = /^[A-Fa-f]$/.test(piece) ? piece.toLowerCase().charCodeAt(0) - 97 : undefined
  const alike = choices.find(({ value }) => ALIKE[value]?.test(piece))
  return (exact ?? (letter === undefined ? undefined : choices[letter]) ?? alike)?.value
}

/** 6 or 6年 of a question after years. */
function bandOf(id: string, piece: string): string | undefined {
  const said = /^(\d{1,2}(?:\.\d)?)\s*年?$/.exec(piece)?.[1]
  if (id !== 'years' || said === undefined) return undefined
  const years = Number(said)
  return years < 1 ? 'under-1' : years < 4 ? '1-3' : years <= 10 ? '4-10' : 'over-10'
}
