import { documentNumberForm, documentNumberYear } from '../schema/common-checks.ts'
import { date, phone, text } from '../schema/field-definition.ts'

/** What official documents have in common. */

export function issuing(numberExample = '云政发〔2026〕8号') {
  return {
    发文机关: text('单位全称，与印章一致', { meaning: 'unit.name', example: '云溪镇人民政府' }),
    发文字号: text('机关代字、六角括号括起的年份、序号', { example: numberExample }),
  }
}

export const issuedOn = { 成文日期: date('负责人签发的日期', { meaning: 'document.date' }) }

export const contact = {
  联系人: text('真正经办、说得清情况的人', { meaning: 'unit.handler' }),
  联系电话: phone('办公电话或者手机，能打通', { meaning: 'unit.handlerPhone' }),
}

export const officialChecks = [documentNumberForm(), documentNumberYear()]

/** The laws and standards of writing official documents. */
export const officialBasis = [
  { title: '党政机关公文处理工作条例', note: '中办发〔2012〕14号' },
  { title: '党政机关公文格式', note: 'GB/T 9704-2012' },
]
