import type { TextFinding } from '../text-finding.ts'
import { isFullName, SURNAMES } from './names.ts'

const HAN = '\\p{Script=Han}'
const TWO = '欧阳|上官|司马|诸葛|慕容|司徒|夏侯'
const AGE = '(?<age>[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})\\s?(?:周岁|岁半?|个月大)'
const PUPIL =
  '(?:小学生|初中生|高中生|中学生|中职生|学生|留守儿童|困境儿童|事实孤儿|孤儿|幼儿|患儿|男童|女童|儿童|男孩|女孩|男生|女生|小朋友|少年)'
/** Of any age. */
const KIN = '(?:儿子|女儿|孙子|孙女|外孙女?|侄子|侄女|娃娃?|孩子)'
const END =
  '[，,。、；;：:！？（(）)\\s“”"《》]|今年|正在|正上|就读|上学|读|上[小初高一二三四五六七八九]|考上|患|得了|说|告诉|$'
/** What a sentence goes on with after a name of three characters. */
const ON =
  '每|第一|把|被|在|和|也|就|从|一|不|很|已|都|正|刚|当|去|来|到|回|拿|抱|看|想|有|没|住|跟|给|对|用|写|画|捡|背|走|跑|站|坐|因|由|还|又|成|学|考|得|患|爱|喜|性|帮|说|最|总|常|才|只|更|能|会|要'
const NAME = `(?<name>(?:${TWO})${HAN}{1,2}|[${SURNAMES}]${HAN}{1,2}?)`
const ENDED = `(?<name>(?:${TWO})${HAN}{1,2}(?=${END})|[${SURNAMES}]${HAN}(?=${END})|[${SURNAMES}]${HAN}{2}(?=${END}|${ON}))`

interface Telling {
  readonly pattern: RegExp
  /** That it is a child is certain only when an age says so. */
  readonly needsAge?: boolean
  /** Han characters may touch the name from the left. */
  readonly within: boolean
}

const TELLINGS: readonly Telling[] = [
  // 李小明同学.
  { pattern: new RegExp(`${NAME}(?:小?同学|小朋友)(?!${HAN}?(?:们|会|聚))`, 'gu'), within: true },
  // 小学生李小明.
  { pattern: new RegExp(`${PUPIL}(?:名叫|叫做?|，名叫)?${ENDED}`, 'gu'), within: true },
  // 女儿张小雨（9岁）.
  { pattern: new RegExp(`${KIN}(?:名叫|叫做?|，名叫)?${ENDED}`, 'gu'), within: true, needsAge: true },
  // 李小明，男，9岁; 李小明（9岁）; 李小明今年9岁.
  {
    pattern: new RegExp(`${NAME}[，,（(\\s]{0,2}(?:(?:男|女)[，,]?\\s?)?(?:今年|刚满|才|现年)?\\s?${AGE}`, 'gu'),
    within: false,
  },
  // 9岁的李小明, 9岁男孩李小明.
  { pattern: new RegExp(`${AGE}(?:的|(?:的?小?(?:${PUPIL}|${KIN})))${ENDED}`, 'gu'), within: true },
  // 三年级(2)班的李小明.
  {
    pattern: new RegExp(
      `(?:[一二三四五六七八九初高]年级|初[一二三]|高[一二三]|[小中大]班)(?:[（(]?${HAN}?\\d{0,2}[）)]?班)?的?(?:${PUPIL})?${ENDED}`,
      'gu',
    ),
    within: true,
  },
]
const GROWN_UP = 18
const AGE_AFTER = new RegExp(`^[，,（(\\s]{0,2}(?:(?:男|女)[，,]?\\s?)?(?:今年|刚满|才|现年)?\\s?${AGE}`, 'u')
/** Words after which a name may begin, where Han characters touch it. */
const BEGINS = /(?:^|\P{Script=Han}|叫|是|的|和|及|名|孩子?|学生|童|子|女|孙|为|给|帮|对|与|同学|村民)$/u

/** Children by name: a pupil's full name, or a name with an age under 18; a son's or a grandchild's should be looked at. */
export function children(text: string): TextFinding[] {
  return TELLINGS.flatMap(({ pattern, needsAge = false, within }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const { name = '', age } = match.groups ?? {}
      const start = match.index + match[0].indexOf(name)
      const years = age ?? AGE_AFTER.exec(text.slice(start + name.length, start + name.length + 16))?.groups?.age
      if (!isFullName(name) || (years !== undefined && ageOf(years) >= GROWN_UP)) return []
      if (!within && !BEGINS.test(text.slice(0, start))) return []
      return [finding(start, name, needsAge && years === undefined ? 'should' : 'must')]
    }),
  )
}

function ageOf(written: string): number {
  const digits = written.normalize('NFKC')
  if (/^\d+$/.test(digits)) return Number(digits)
  const [tens, ones] = digits.includes('十') ? digits.split('十') : ['', digits]
  const value = (one: string | undefined) => '一二三四五六七八九'.indexOf(one ?? '') + 1
  return (digits.includes('十') ? (tens ? value(tens) : 1) * 10 : 0) + (ones ? value(ones) : 0)
}

const finding = (start: number, name: string, severity: TextFinding['severity']): TextFinding => ({
  code: 'minor',
  severity,
  start,
  end: start + name.length,
  quote: name,
  says: severity === 'must' ? '这里写了未成年人的姓名。' : '这里写的可能是孩子的姓名。',
  todo: '是未成年人的，请改成不认得出是谁的说法；孩子的姓名、学校和面孔要监护人同意。',
  repair: { type: 'replace', replacement: `${name.slice(0, name.length > 3 ? 2 : 1)}某某`, says: '换成“某某”' },
})
