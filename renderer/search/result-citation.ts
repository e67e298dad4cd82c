import type { ItemKind } from '../../library/items/item-kind.ts'
import type { Validity } from '../../library/items/validity.ts'
import { citation } from '../reading/citation.ts'

/** What of an item and its passage goes into a citation. Dates are `YYYY-MM-DD`. */
export interface CitedResult {
  readonly kind: ItemKind
  /** As cited: 土地管理法 for 中华人民共和国土地管理法. */
  readonly title: string
  readonly documentNumber?: string | undefined
  readonly validity: Validity
  readonly issuedOn?: string | undefined
  readonly effectiveFrom?: string | undefined
  readonly repealedOn?: string | undefined
  readonly expiresOn?: string | undefined
  /** 第六十二条, “办理流程”, or empty for the whole text. */
  readonly place: string
  /** The words of the passage; empty for the whole text. */
  readonly text: string
}

/** One citation as text, as HTML for a text processor, and its reference alone to say what was copied. */
export interface ResultCitation {
  readonly reference: string
  readonly plain: string
  readonly html: string
}

/** A citation stands in a Chinese text, whatever the language of the interface. */
const VALIDITY = {
  'in-force': '现行',
  'not-yet': '尚未生效',
  amended: '已修改',
  repealed: '已废止',
  expired: '失效',
} as const satisfies Record<Validity, string>

/**
 * A result as it is quoted in a report, with its validity on the day it was copied.
 * @example resultCitation({ kind: 'policy', title: '土地管理法', validity: 'in-force', effectiveFrom: '2020-01-01',
 *   place: '第六十二条', text: '农村村民一户只能拥有一处宅基地。' }).plain
 * // 《土地管理法》第六十二条（现行，2020-01-01起施行）：农村村民一户只能拥有一处宅基地。
 */
export function resultCitation(cited: CitedResult): ResultCitation {
  const reference = citation(cited.title, cited.place)
  const facts = factsOf(cited)
  const head = facts.length > 0 ? `${reference}（${facts.join('，')}）` : reference
  const paragraphs = cited.text
    .split('\n')
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
  const plain = paragraphs.length > 0 ? `${head}：${paragraphs.join('\n')}` : head
  const html = [
    `<p><strong>${escaped(reference)}</strong>${escaped(head.slice(reference.length))}${paragraphs.length > 0 ? '：' : ''}</p>`,
    ...paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>`),
  ].join('')
  return { reference, plain, html }
}

/** Number, validity and the date it rests on; only a policy is in force or not. */
function factsOf(cited: CitedResult): string[] {
  const number = cited.documentNumber ? [cited.documentNumber] : []
  if (cited.kind !== 'policy') return number
  return [...number, VALIDITY[cited.validity], ...dateOf(cited)]
}

function dateOf({ validity, issuedOn, effectiveFrom, repealedOn, expiresOn }: CitedResult): string[] {
  if (validity === 'repealed' && repealedOn) return [`${repealedOn}起废止`]
  if (validity === 'expired' && (expiresOn ?? repealedOn)) return [`${expiresOn ?? repealedOn}起失效`]
  if (effectiveFrom) return [`${effectiveFrom}起施行`]
  return issuedOn ? [`${issuedOn}发布`] : []
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
