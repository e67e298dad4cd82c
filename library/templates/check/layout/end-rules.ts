import type { LocatedParagraph, RunFormat } from '../reading/located-paragraph.ts'
import { descendants } from '../reading/xml-elements.ts'
import type { LayoutRule } from './layout-rule.ts'
import { looksOf, sizeName } from './looks-of.ts'
import type { OfficialOutline } from './official-outline.ts'
import { setAlign, setFont, setIndent, setSize } from './set-format.ts'
import { dropLeadingBlanks } from './text-rules.ts'

/** Twips of one character of 三号. */
const CHARACTER = 320
const IMPRINT_SIZE = 28

/** What stands below the text: signature and date, page numbers, 版记 (GB/T 9704-2012 7.3.5, 7.4, 7.5). */
export const END_RULES: readonly LayoutRule[] = [
  {
    name: 'number-centre',
    offenders: ({ number }) =>
      number && number.format.align !== 'center' && !/签发人/.test(number.text) && !/[\t]/.test(number.text)
        ? [number]
        : [],
    says: () => '发文字号没有居中。',
    why: 'GB/T 9704-2012 7.2.5：下行文和平行文居中，上行文居左空一字并标注签发人。',
    label: '发文字号居中',
    repair(paragraph) {
      dropLeadingBlanks(paragraph)
      setIndent(paragraph, {})
      setAlign(paragraph, 'center')
    },
  },
  {
    name: 'date-place',
    offenders: ({ date }) => (date && Math.abs(fromRight(date.paragraph) - 4) > 0.6 ? [date.paragraph] : []),
    says: (first) =>
      first.format.align === 'right'
        ? `成文日期右边空${Math.round(fromRight(first) * 10) / 10}字，应当空四字。`
        : '成文日期应当靠右，右边空四字。',
    why: 'GB/T 9704-2012 7.3.5.1。',
    label: '成文日期靠右空四字',
    repair(paragraph) {
      dropLeadingBlanks(paragraph)
      setIndent(paragraph, { right: 400 })
      setAlign(paragraph, 'right')
    },
  },
  {
    name: 'imprint-size',
    offenders: ({ imprint }) => imprint.filter((one) => (looksOf(one)?.halfPoints ?? IMPRINT_SIZE) !== IMPRINT_SIZE),
    says: (first) => `版记是${sizeName(looksOf(first)?.halfPoints ?? 0)}，应当用四号。`,
    why: 'GB/T 9704-2012 7.4.2、7.4.3。',
    label: '版记改为四号',
    repair(paragraph) {
      for (const run of paragraph.runs) setSize(run, IMPRINT_SIZE)
    },
  },
  {
    name: 'page-number-look',
    offenders: (outline) =>
      pageNumbers(outline).filter(({ fieldFormats }) => fieldFormats.some((one) => !isNumberLook(one))),
    says: ({ fieldFormats }) => {
      const wrong = fieldFormats.find((one) => !isNumberLook(one))
      return `页码是${sizeName(wrong?.halfPoints ?? 0)}${wrong?.asciiFont ?? ''}，应当用四号半角宋体。`
    },
    why: 'GB/T 9704-2012 7.5。',
    label: '页码改为四号宋体',
    repair(paragraph) {
      for (const run of descendants(paragraph.element, 'r')) {
        const located = { run } as LocatedParagraph['runs'][number]
        setFont(located, '宋体', true)
        setSize(located, IMPRINT_SIZE)
      }
    },
  },
]

const isNumberLook = ({ halfPoints, asciiFont, eastAsiaFont }: RunFormat) =>
  halfPoints === IMPRINT_SIZE && isSong(asciiFont ?? eastAsiaFont)

const isSong = (font: string | undefined) => font === undefined || /^(?:宋体|SimSun|NSimSun|新宋体)$/i.test(font)

/** Characters between the date and the right edge of the text. */
function fromRight({ format, text }: LocatedParagraph): number {
  if (format.align !== 'right') return -1
  const typed = /[\u3000 ]*$/.exec(text)?.[0] ?? ''
  const blanks = [...typed].reduce((sum, blank) => sum + (blank === '\u3000' ? 1 : 0.5), 0)
  return (format.rightChars === undefined ? format.right / CHARACTER : format.rightChars / 100) + blanks
}

/** The lines of footers that hold the page's number. */
export const pageNumbers = ({ footers }: OfficialOutline): LocatedParagraph[] =>
  footers.filter(({ fieldCodes }) => fieldCodes.some((code) => /\bPAGE\b/.test(code)))
