import { FIELD_FORMATS } from '../../../schema/field-formats.ts'
import { cellLabels } from '../../reading/cell-labels.ts'
import type { DocumentText } from '../../reading/located-paragraph.ts'
import type { Fault } from '../rule.ts'

const ID_LABEL = /身份证(?:件)?(?:号码?|编号)?$|公民身份号码$/
const ID_LABEL_NEAR = /(?:身份证(?:件)?(?:号码?|编号)?|公民身份号码)\s*[：:为是]?\s*[（(]?$/
const PHONE_LABEL = /(?:电话|手机|手机号码?|联系方式|联系电话|电话号码)$/
const PHONE_LABEL_NEAR = /(?:电话|手机号?码?|联系方式|电话号码)\s*[：:为是]?\s*$/
const DIGITS = /(?<![0-9A-Za-z*×])[0-9][0-9 ]{5,22}[0-9Xx](?![0-9A-Za-z*×])/g

/** Resident ids with a wrong check digit, and telephone numbers of a length that none has. */
export function wrongNumbers(document: DocumentText): Fault[] {
  const labelsOf = cellLabels(document)
  return document.paragraphs.flatMap((paragraph) => {
    const { text } = paragraph
    const labels = labelsOf(paragraph)
    return [...text.matchAll(DIGITS)].flatMap((match): Fault[] => {
      const digits = match[0].replace(/ /g, '')
      const before = text.slice(0, match.index)
      const alone = before.trim() === '' && text.slice(match.index + match[0].length).trim() === ''
      const labelled = (near: RegExp, whole: RegExp) =>
        near.test(before) || (alone && labels.some((label) => whole.test(label)))
      const at = { paragraph, start: match.index, end: match.index + match[0].length }
      if (labelled(ID_LABEL_NEAR, ID_LABEL)) {
        const wrong = idFault(digits)
        return wrong === undefined ? [] : [{ rule: 'format', severity: 'must', says: `身份证号${wrong}。`, ...at }]
      }
      if (labelled(PHONE_LABEL_NEAR, PHONE_LABEL)) {
        const wrong = phoneFault(match[0])
        return wrong === undefined ? [] : [{ rule: 'format', severity: 'must', says: wrong, ...at }]
      }
      // Without a label a long number may be an account; a birth date in its middle tells an id.
      if (!/^[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx]$/.test(digits)) return []
      const wrong = idFault(digits)
      return wrong === undefined
        ? []
        : [{ rule: 'format', severity: 'should', says: `这个号码像身份证号，但${wrong.replace(/^的/, '')}。`, ...at }]
    })
  })
}

function idFault(digits: string): string | undefined {
  if (/^\d{15}$/.test(digits)) return undefined
  if (digits.length !== 18) return `应是18位，这里是${digits.length}位`
  return FIELD_FORMATS['resident-id'].fault(digits.toUpperCase())
}

function phoneFault(written: string): string | undefined {
  const digits = written.replace(/ /g, '')
  if (/^1[3-9]/.test(digits) && digits.length !== 11) return `手机号应是11位，这里是${digits.length}位。`
  if (digits.length > 13) return `电话号码不会有${digits.length}位。`
  return undefined
}
