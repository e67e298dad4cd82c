import type { z } from 'zod'
import { MEANING_WORDS } from '../known/meaning-words.ts'
import { MEANINGS, type Meaning, ownerOf } from '../meanings.ts'
import type { CellField, FieldFormat } from '../template-schema.ts'

type Cell = z.infer<typeof CellField>

const FORMATS: readonly (readonly [RegExp, FieldFormat])[] = [
  [/身份证|公民身份号码/, 'resident-id'],
  [/信用代码/, 'social-credit-code'],
  [/手机/, 'mobile-phone'],
  [/电话|联系方式/, 'phone'],
  [/银行卡号|卡号|银行账号|银行帐号/, 'bank-card'],
  [/邮编|邮政编码/, 'postcode'],
  [/年月$/, 'year-month'],
  [/日期|时间$|(?:年月日|生日)$/, 'date'],
]
const MONEY = /金额|收入|支出|费用|单价|总价|合计|补助|补贴|救助金|工资|价款|租金|(?:款|费)$/
const COUNT = /人数|人口|户数|个数|数量|份数|页数|年龄|次数|票数|张数/
const AREA = /面积|亩数/
const LONG = /理由|事由|说明|内容|意见|情况|原因|经过|备注|事项|建议|措施|简介|要求/

/** Whose a field is when it is not the applicant's: 配偶姓名, 监护人电话. */
const SUBJECTS =
  /^(配偶|父亲|母亲|子女|监护人|被监护人|代理人|受托人|委托人|担保人|证明人|联系人|调查人|见证人|被申请人|死者|逝者|学生|甲方|乙方|丙方|出租方|承租方|流出方|流入方|买方|卖方)的?(?=.)/
/** Words before a name that change nothing: it is the one the form is about. */
const APPLICANT = /^(?:申请人|当事人|本人|申请者|报告人|登记人)的?(?=.)/

/**
 * What a field probably is, by its everyday name and the filters it is printed with.
 * @param table the table it is a column of
 */
export function proposeField(name: string, filters: readonly string[], table?: string | undefined): Cell {
  const plain = name.normalize('NFKC').replace(/\s/g, '')
  const base = { title: name, ...meaningOf(plain, table) }
  const dated = filters.some((filter) => ['中文', '汉字', '年', '月', '日'].includes(filter))
  const format = FORMATS.find(([pattern]) => pattern.test(plain))?.[1]
  if (filters.includes('大写') || (MONEY.test(plain) && format === undefined)) {
    return { type: 'number', ...base, format: 'money', 'x-unit': '元' }
  }
  if (AREA.test(plain)) return { type: 'number', ...base, minimum: 0, 'x-unit': /亩/.test(plain) ? '亩' : '平方米' }
  if (COUNT.test(plain)) return { type: 'integer', ...base, minimum: 0 }
  if (plain === '性别') return { type: 'string', ...base, enum: ['男', '女'] }
  if (format !== undefined || dated) {
    const chosen = format ?? 'date'
    return { type: 'string', ...base, format: chosen === 'time' ? 'date' : chosen }
  }
  if (LONG.test(plain)) return { type: 'string', ...base, 'x-multiline': true }
  return { type: 'string', ...base }
}

function meaningOf(name: string, table: string | undefined): { 'x-meaning'?: Meaning; 'x-subject'?: string } {
  const subject = SUBJECTS.exec(name)?.[1] ?? table
  const bare = name.replace(SUBJECTS, '').replace(APPLICANT, '')
  const tried = [name, bare, bare.replace(/名$/, '')]
  const found = tried.flatMap((one) => MEANINGS.find((meaning) => MEANING_WORDS[meaning].includes(one)) ?? [])[0]
  if (found === undefined) return {}
  const apart = subject !== undefined && ownerOf(found) === 'subject'
  return { 'x-meaning': found, ...(apart && { 'x-subject': subject }) }
}
