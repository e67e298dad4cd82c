import type { TextFinding } from '../text-finding.ts'
import { isFullName, SURNAMES } from './names.ts'

const HAN = '\\p{Script=Han}'
const NAME = `(?:(?:欧阳|上官|司马|诸葛|慕容|司徒|夏侯)${HAN}{1,2}|[${SURNAMES}]${HAN}{1,2}?)`
const AGE = '(?<age>[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})\\s?(?:周岁|岁半?|个月大)'
const CHILD =
  '(?:小学生|初中生|高中生|中学生|中职生|学生|留守儿童|困境儿童|事实孤儿|孤儿|幼儿|患儿|男童|女童|儿童|男孩|女孩|男生|女生|小朋友|少年|儿子|女儿|孙子|孙女|外孙女?|侄子|侄女|娃娃?|孩子)'
const END =
  '(?=[，,。、；;：:！？（(）)\\s“”"《》]|今年|正在|正上|就读|上学|读|上[小初高一二三四五六七八九]|考上|患|得了|说|告诉|$)'

/** 李小明同学. */
const CLASSMATE = new RegExp(`(?<name>${NAME})(?:小?同学|小朋友)(?!${HAN}?(?:们|会|聚))`, 'gu')
/** 小学生李小明, 女儿张小雨（9岁）. */
const CALLED = new RegExp(`${CHILD}(?:名叫|叫做?|，名叫)?(?<name>${NAME})${END}`, 'gu')
/** 李小明，男，9岁; 李小明（9岁）; 李小明今年9岁. */
const AGED = new RegExp(
  `(?<name>${NAME})[，,（(\\s]{0,2}(?:(?:男|女)[，,]?\\s?)?(?:今年|刚满|才|现年)?\\s?${AGE}`,
  'gu',
)
/** 9岁的李小明, 9岁男孩李小明. */
const OF_AGE = new RegExp(`${AGE}(?:的|男孩|女孩|男童|女童|小?${CHILD})(?:小?${CHILD})?(?<name>${NAME})${END}`, 'gu')
/** 三年级(2)班的李小明, 六年级学生李小明. */
const IN_CLASS = new RegExp(
  `(?:[一二三四五六七八九初高]年级|初[一二三]|高[一二三]|[小中大]班)(?:[（(]?${HAN}?\\d{0,2}[）)]?班)?的?(?:${CHILD})?(?<name>${NAME})${END}`,
  'gu',
)
/** Before a name that ends in 同学, what shows it is none: 高中同学, 老同学 never come here; 全班李… does not occur. */
const NOT_BEFORE = /[姓小老阿]$/u
const GROWN_UP = 18

/** Children by name: a pupil's, a child's or a grandchild's full name, or a name with an age under 18. */
export function children(text: string): TextFinding[] {
  return [CLASSMATE, CALLED, AGED, OF_AGE, IN_CLASS].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const { name = '', age } = match.groups ?? {}
      if (!isFullName(name) || (age !== undefined && ageOf(age) >= GROWN_UP)) return []
      const start = match.index + match[0].indexOf(name)
      if (NOT_BEFORE.test(text.slice(0, start)) || (pattern === AGED && isInside(text, start))) return []
      return [finding(start, name)]
    }),
  )
}

/** A name in the middle of Han characters that is followed by an age only: 养了黄牛3岁. */
const isInside = (text: string, start: number) =>
  /\p{Script=Han}$/u.test(text.slice(0, start)) &&
  !/(?:叫|是|的|和|及|名|孩子?|学生|童|子|女|孙|为|给|帮|对|与|同学|村民)$/u.test(text.slice(0, start))

function ageOf(written: string): number {
  const digits = written.normalize('NFKC')
  if (/^\d+$/.test(digits)) return Number(digits)
  const [tens, ones] = digits.includes('十') ? digits.split('十') : ['', digits]
  const value = (one: string | undefined) => '一二三四五六七八九'.indexOf(one ?? '') + 1
  return (digits.includes('十') ? (tens ? value(tens) : 1) * 10 : 0) + (ones ? value(ones) : 0)
}

const finding = (start: number, name: string): TextFinding => ({
  code: 'minor',
  severity: 'must',
  start,
  end: start + name.length,
  quote: name,
  says: '这里写了未成年人的姓名。',
  todo: '请改成不认得出是谁的说法；孩子的姓名、学校和面孔要监护人同意。',
  repair: { type: 'replace', replacement: `${name.slice(0, name.length > 3 ? 2 : 1)}某某`, says: '换成“某某”' },
})
