import { readTextDate } from '../../templates/sheets/text-date.ts'
import { LONGEST_RESPONSE } from './response.schema.ts'
import type { StoryResponse } from './response-view.ts'
import type { SheetField } from './sheet-fields.ts'

/** An answer in a row, before its story is looked up. */
export type SheetResponse = Pick<StoryResponse, 'givenOn' | 'useful' | 'type' | 'text' | 'post' | 'named'> & {
  /** When it was given, as the sheet has it: to the second where it says so. */
  readonly at: string
}

/** How numbers in the column of judgements are meant. */
export type Scale = 'choice' | 'five' | 'ten' | 'hundred'

const YES = /^(?:很|非常|特别|比较)?(?:有用|有帮助|满意|好|喜欢|受用|有启发)$|^(?:是|对|√|✓|y|yes|赞|好评|有)$/i
const PARTLY =
  /^(?:一般|部分|有一点|有点|还行|还可以|基本满意|部分有用|有些用|一般般|中评|说不清|不好说|中立|基本有用|有点用)$/
const NO =
  /^(?:不|没|没有|很不|非常不|不太|不大|不怎么)(?:有用|用|有帮助|帮助|满意|好|喜欢)?$|^(?:否|×|✗|n|no|差评|差|无用)$/i

/** Five, ten or a hundred points, by the largest number that stands there; up to three they choose. */
export function scaleOf(values: readonly string[]): Scale | undefined {
  const numbers = values.flatMap((value) => numberOf(value) ?? [])
  if (numbers.length === 0) return undefined
  const most = Math.max(...numbers)
  return most <= 3 ? 'choice' : most <= 5 ? 'five' : most <= 10 ? 'ten' : 'hundred'
}

export const SCALE_NOTES: Readonly<Record<Scale, string>> = {
  choice: '按 1 有用、2 部分有用、3 没有用来读。',
  five: '按五分制读：4、5 分有用，3 分部分有用，1、2 分没有用。',
  ten: '按十分制读：8 分以上有用，5 到 7 分部分有用，5 分以下没有用。',
  hundred: '按百分制读：80 分以上有用，50 到 79 分部分有用，50 分以下没有用。',
}

/**
 * Reads a row into what it says: one answer for its judgement and remark, and one more for each suggestion, question
 * and fault in a column of its own.
 * @param today `YYYY-MM-DD`: what has no day was given then, and nothing later
 * @returns a sentence where there is nothing to take
 */
export function readSheetRow(
  cells: Readonly<Partial<Record<SheetField, string>>>,
  scale: Scale | undefined,
  today: string,
): readonly SheetResponse[] | string {
  const said = (field: SheetField) => (cells[field] ?? '').replace(/\r\n?/g, '\n').trim()
  const when = said('givenOn')
  const day = readGivenDay(when, today)
  if ('refused' in day) return day.refused
  const { givenOn } = day
  const judged = said('useful')
  const useful = usefulOf(judged, scale)
  if (judged !== '' && useful === undefined) return `看不懂“${judged.slice(0, 30)}”是有用还是没有用。`
  const common = {
    givenOn,
    at: when,
    ...optional('named', said('story').slice(0, 200)),
    ...optional('post', said('post').slice(0, 40)),
  }
  const found: SheetResponse[] = []
  const text = said('text')
  const parts = [
    { type: typeOf(said('type'), text), text },
    { type: 'suggestion', text: said('suggestion') },
    { type: 'question', text: said('question') },
    { type: 'error', text: said('error') },
  ] as const
  if (parts.some((part) => part.text.length > LONGEST_RESPONSE))
    return `一格里的话太长，最多 ${LONGEST_RESPONSE} 个字。`
  for (const part of parts) {
    if (isNothing(part.text)) continue
    found.push({ ...common, type: part.type, text: part.text, ...(found.length === 0 && useful && { useful }) })
  }
  if (found.length === 0 && useful) found.push({ ...common, type: 'opinion', useful })
  return found.length > 0 ? found : '这一行没有评价，也没有话。'
}

/** The day a row was given: today where it says none, and a sentence where it cannot be. */
export function readGivenDay(when: string, today: string): { readonly givenOn: string } | { readonly refused: string } {
  const day = when === '' ? today : (readTextDate(when.split(/[\sT]/)[0] ?? '') ?? readTextDate(when))
  if (day === undefined) return { refused: `读不出日期：${when.slice(0, 30)}。` }
  const givenOn = day.length === 7 ? `${day}-01` : day
  return givenOn > today ? { refused: `日期在今天以后：${when.slice(0, 30)}。` } : { givenOn }
}

const optional = <Key extends string>(key: Key, value: string) =>
  (value === '' ? {} : { [key]: value }) as { [K in Key]?: string }

/** 无, /, 没有 stand where somebody had nothing to say. */
export const isNothing = (text: string) =>
  /^(?:无|没有|没|暂无|无意见|没意见|\/|-+|—+|n\/?a|none|（空）|\(空\)|\(跳过\)|（跳过）)?[。.]?$/i.test(text)

function usefulOf(judged: string, scale: Scale | undefined): StoryResponse['useful'] {
  const bare = judged
    .normalize('NFKC')
    .replace(/^[A-Da-d1-5][.、．]\s*(?=\p{Script=Han})/u, '')
    .replace(/[\s!！。]/g, '')
  if (bare === '') return undefined
  if (PARTLY.test(bare)) return 'partly'
  if (NO.test(bare)) return 'no'
  if (YES.test(bare)) return 'yes'
  const stars = /^[★☆⭐]+$/u.test(bare) ? [...bare].filter((star) => star !== '☆').length : undefined
  const number = stars ?? numberOf(bare)
  if (number === undefined || number < 0) return undefined
  switch (stars === undefined ? scale : 'five') {
    case 'choice':
      return number === 1 ? 'yes' : number === 2 ? 'partly' : number === 3 ? 'no' : undefined
    case 'five':
      return number > 5 ? undefined : number >= 4 ? 'yes' : number >= 3 ? 'partly' : 'no'
    case 'ten':
      return number > 10 ? undefined : number >= 8 ? 'yes' : number >= 5 ? 'partly' : 'no'
    case 'hundred':
      return number > 100 ? undefined : number >= 80 ? 'yes' : number >= 50 ? 'partly' : 'no'
    default:
      return undefined
  }
}

const numberOf = (text: string): number | undefined => {
  const bare = /^(-?\d+(?:\.\d+)?)\s*(?:分|星|颗星)?$/.exec(text.normalize('NFKC').trim())?.[1]
  return bare === undefined ? undefined : Number(bare)
}

/** As the sheet says, or as the words suggest. */
export function typeOf(said: string, text: string): StoryResponse['type'] {
  if (/建议/.test(said)) return 'suggestion'
  if (/问|咨询|question/i.test(said)) return 'question'
  if (/错|误|不实|error/i.test(said)) return 'error'
  if (said !== '') return 'opinion'
  if (/[？?]\s*$|请问|想问|是不是|能不能.{0,20}吗/.test(text)) return 'question'
  if (/有误|写错|不对|不属实|不准确|应为|应该是/.test(text)) return 'error'
  if (/建议|希望|最好能?|能否|不妨|可以多/.test(text)) return 'suggestion'
  return 'opinion'
}
