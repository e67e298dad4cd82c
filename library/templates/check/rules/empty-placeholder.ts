import type { DocumentText, LocatedParagraph } from '../reading/located-paragraph.ts'
import type { Fault, Rule } from './rule.ts'

interface Mark {
  readonly pattern: RegExp
  readonly severity: Fault['severity']
  readonly says: (found: string) => string
  /** Whether taking the mark out leaves a sentence that stands. */
  readonly removable: boolean
  /** Whether it is meant so at this place, e.g. a line to sign on. */
  readonly meant?: (paragraph: LocatedParagraph, start: number, end: number, document: DocumentText) => boolean
}

const SIGNING = /签名|签字|签章|签收|盖章|捺印|手印|指印|公章|印章|经办|[（(]章[)）]/
/** Letters and figures around crosses: part of a masked number or of a model's name. */
const isPartOfWord = ({ text }: LocatedParagraph, start: number, end: number) =>
  /[0-9A-Za-z*] ?$/.test(text.slice(0, start)) || /^ ?[0-9A-Za-z*]/.test(text.slice(end))

const MARKS: readonly Mark[] = [
  {
    pattern: /\{\{[^{}\n]{1,80}\}\}|[{｛][^{}｛｝\n]{1,80}[}｝]|«[^«»\n]{1,80}»/g,
    severity: 'must',
    says: (found) => `${found} 是没有填的占位符。`,
    removable: true,
  },
  {
    pattern:
      /(?<![A-Za-z])(?:undefined|null|NaN|TODO|FIXME|TBD)(?![A-Za-z])|\[object Object\]|#(?:REF|VALUE|DIV\/0)!|#NAME\?|#N\/A/g,
    severity: 'must',
    says: (found) => `“${found}”是没有取到值留下的。`,
    removable: true,
  },
  {
    pattern: /[×✕╳]{2,}|[XＸ]{2,}|[xｘ]{2,}|[○〇◯]{3,}|某某(?=省|市|县|区|乡|镇|街道|村|社区|单位|局|办)/g,
    severity: 'must',
    says: (found) => `“${found}”还没有换成真实的内容。`,
    removable: false,
    meant: isPartOfWord,
  },
  {
    pattern:
      /【\s*】|【(?:请|此处|待)?(?:填|选择|补充|插入|输入)[^】\n]{0,40}】|【[X×Ｘ年月日\s]{1,12}】|\[\s*(?:请|此处|待)(?:填|补)[^\]\n]{0,40}\]/g,
    severity: 'must',
    says: (found) => `${found} 还没有填。`,
    removable: true,
  },
  {
    pattern: /[（(]\s*(?:填写|请填|请在此|此处填|此处输入|待填|待补|待定|待核)[^（()）\n]{0,40}[)）]/g,
    severity: 'should',
    says: (found) => `${found} 是写作提示，像是忘了删。`,
    removable: true,
  },
  {
    pattern:
      /(?:单击|点击)(?:或点击)?(?:此处|这里)(?:输入|添加|选择)[^，。；\n]{0,12}|请在此处(?:输入|填写)[^，。；\n]{0,12}|[?？]{3,}/g,
    severity: 'must',
    says: (found) => `“${found}”是提示文字，还没有填。`,
    removable: true,
  },
  {
    pattern: /[_＿]{2,}/g,
    severity: 'should',
    says: () => '这里有一段横线没有填。',
    removable: false,
    meant: ({ text }, start, end) =>
      // Lines to sign or date by hand stay empty until the paper is signed.
      SIGNING.test(text) || /[年月日]/.test(text.slice(Math.max(0, start - 3), end + 3)),
  },
  {
    pattern: /[〔[［（(]\s*[0-9０-９]{0,4}\s*[)）］\]〕]\s*(?:第\s*)?[ 　\u00a0]*号(?!楼|院|线|文)/g,
    severity: 'must',
    says: (found) => `发文字号“${found.trim()}”没有填完。`,
    removable: false,
    meant: ({ text }, start) => !/[\p{Script=Han}]/u.test(text[start - 1] ?? ''),
  },
  {
    pattern:
      /(?:[0-9〇零一二三四五六七八九]{2,4}[ \u3000\u00a0]{0,20}|[ \u3000\u00a0]{1,20})年[ \u3000\u00a0]{0,20}(?:[0-9]{0,2})[ \u3000\u00a0]{0,20}月[ \u3000\u00a0]{1,20}日/g,
    severity: 'should',
    says: () => '日期还没有填。',
    removable: false,
    meant: isSignedByHand,
  },
]

/** What was left to be filled in. */
export const emptyPlaceholder: Rule = {
  title: '没有填的地方',
  find: ({ document }) =>
    document.paragraphs.flatMap((paragraph) => {
      const taken: { start: number; end: number }[] = []
      return MARKS.flatMap((mark) => findMark(mark, paragraph, document, taken))
    }),
}

function findMark(
  mark: Mark,
  paragraph: LocatedParagraph,
  document: DocumentText,
  taken: { start: number; end: number }[],
): Fault[] {
  const faults: Fault[] = []
  for (const match of paragraph.text.matchAll(mark.pattern)) {
    const [found] = match
    const start = match.index
    const end = start + found.length
    if (taken.some((other) => start < other.end && end > other.start)) continue
    if (mark.meant?.(paragraph, start, end, document)) continue
    taken.push({ start, end })
    faults.push({
      rule: 'empty-placeholder',
      severity: mark.severity,
      says: mark.says(found),
      paragraph,
      start,
      end,
      repair: mark.removable ? { label: `删去“${found}”`, replacement: '' } : undefined,
    })
  }
  return faults
}

/** A date in a form's box, or below a line to sign on, is written by hand. */
function isSignedByHand(paragraph: LocatedParagraph, _start: number, _end: number, document: DocumentText): boolean {
  if (paragraph.cell) return true
  const at = document.paragraphs.indexOf(paragraph)
  return document.paragraphs.slice(Math.max(0, at - 3), at + 1).some(({ text }) => SIGNING.test(text))
}
