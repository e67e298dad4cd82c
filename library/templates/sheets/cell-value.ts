import type { CellValue, TemplateField } from '../template-schema.ts'
import { readTextDate } from './text-date.ts'

type SingleField = Exclude<TemplateField, { type: 'array' }>

const YES = /^(是|有|对|真|y|yes|true|1|√|✓|☑)$/i
const NO = /^(否|无|没有|不是|假|n|no|false|0|×|✗|☐)$/i

/**
 * What a cell's text is for a field. Text that does not fit stays as it is, so that the check can say what is wrong with it;
 * an empty cell is undefined.
 */
export function cellValue(field: SingleField, text: string): CellValue | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return undefined
  if (field.type === 'boolean') return YES.test(trimmed) ? true : NO.test(trimmed) ? false : trimmed
  if (field.type !== 'string') return numberOf(trimmed, field['x-unit']) ?? trimmed
  if (field.enum && !field.enum.includes(trimmed)) return likelyChoice(field.enum, trimmed)
  switch (field.format) {
    case 'date':
    case 'year-month': {
      const date = readTextDate(trimmed)
      return date === undefined ? trimmed : field.format === 'year-month' ? date.slice(0, 7) : date
    }
    case 'resident-id':
    case 'social-credit-code':
      return halfWidth(trimmed).replace(/\s+/g, '').toUpperCase()
    case 'mobile-phone':
      return halfWidth(trimmed).replace(/[\s-]+/g, '')
    case 'bank-card':
    case 'postcode':
      return halfWidth(trimmed).replace(/\s+/g, '')
    default:
      return trimmed
  }
}

const halfWidth = (text: string) => text.normalize('NFKC')

/** 1,200.50元 → 1200.5; undefined when it is no number. */
function numberOf(text: string, unit: string | undefined): number | undefined {
  const bare = halfWidth(text)
    .replaceAll(unit?.normalize('NFKC') ?? '元', '')
    .replace(/[\s,，¥￥]|元$/g, '')
  return /^-?(\d+\.?\d*|\.\d+)$/.test(bare) ? Number(bare) : undefined
}

/** 男性 for 男, 汉 for 汉族, √ is no choice. */
function likelyChoice(choices: readonly string[], text: string): string {
  const near = choices.filter((choice) => choice.startsWith(text) || text.startsWith(choice))
  return near.length === 1 ? (near[0] as string) : text
}
