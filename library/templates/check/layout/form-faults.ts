import type { DocumentText, LocatedParagraph } from '../reading/located-paragraph.ts'
import type { Fault } from '../rules/rule.ts'
import { pageNumbers } from './end-rules.ts'
import { NUMBER_LINE, type OfficialOutline } from './official-outline.ts'

/** Shorter documents fill one page, which needs no number. Characters. */
const ONE_PAGE = 700

/** How the elements of an official document are written: brackets, colons, numerals, what must not be there. */
export function formFaults(outline: OfficialOutline, document: DocumentText): Fault[] {
  return [
    ...numberForm(outline),
    ...addresseeColon(outline),
    ...dateForm(outline),
    ...officeMissing(outline),
    ...attachmentForm(outline),
    ...imprintForm(outline),
    ...emptyPage(document),
    ...sealPlace(outline, document),
    ...pageNumberForm(outline, document),
  ]
}

const layout = (
  paragraph: LocatedParagraph,
  says: string,
  rest: Pick<Fault, 'why' | 'start' | 'end' | 'repair'> & { severity?: Fault['severity'] } = {},
): Fault => ({ rule: 'layout', severity: 'should', says, paragraph, ...rest })

function numberForm({ number }: OfficialOutline): Fault[] {
  const match = number && NUMBER_LINE.exec(number.text)
  if (!number || !match) return []
  const [found, agency = '', year, ordinal, digits = ''] = match
  const written = found.trim()
  const right = `${agency}〔${year}〕${Number(digits)}号`
  if (written === right) return []
  const start = number.text.indexOf(written)
  const why = [
    /〔\d{4}〕/.test(written) ? '' : '年份用六角括号〔〕',
    ordinal ? '不加“第”' : '',
    /^0/.test(digits) ? '序号不编虚位' : '',
    /\s/.test(written) ? '中间不空格' : '',
  ].filter((reason) => reason !== '')
  return [
    layout(number, `发文字号“${written}”应当写作“${right}”。`, {
      severity: 'must',
      why: `${why.join('，')}（GB/T 9704-2012 7.2.5）。`,
      start,
      end: start + written.length,
      repair: { label: `改为“${right}”`, replacement: right },
    }),
  ]
}

function addresseeColon({ addressee }: OfficialOutline): Fault[] {
  const at = addressee?.text.search(/:\s*$/) ?? -1
  if (!addressee || at === -1) return []
  return [
    layout(addressee, '主送机关后面应当用全角冒号。', {
      why: 'GB/T 9704-2012 7.3.2。',
      start: at,
      end: at + 1,
      repair: { label: '改为“：”', replacement: '：' },
    }),
  ]
}

function dateForm({ date }: OfficialOutline): Fault[] {
  if (!date) return []
  const { paragraph, day } = date
  const written = paragraph.text.slice(day.start, day.end)
  const right = `${day.year}年${day.month}月${day.day}日`
  if (written === right) return []
  return [
    layout(paragraph, `成文日期“${written}”应当写作“${right}”。`, {
      why: '用阿拉伯数字把年月日标全，月、日不编虚位（GB/T 9704-2012 7.3.5.4）。',
      start: day.start,
      end: day.end,
      repair: { label: `改为“${right}”`, replacement: right },
    }),
  ]
}

function officeMissing({ office, date }: OfficialOutline): Fault[] {
  if (office || !date) return []
  return [layout(date.paragraph, '成文日期上面没有发文机关署名。', { why: 'GB/T 9704-2012 7.3.5。' })]
}

const ATTACHMENT = /^(\s*(?:附\s*件\s*[：:])?\s*(?:\d+\s*[.．、]\s*)?)(《?)(.*?)(》?)([。；;，,]?)\s*$/

function attachmentForm({ attachments }: OfficialOutline): Fault[] {
  return attachments.flatMap((paragraph) => {
    const [, lead = '', open, name = '', close, mark] = ATTACHMENT.exec(paragraph.text) ?? []
    const quoted = open !== '' && close !== ''
    if (!(quoted || mark) || name === '') return []
    return [
      layout(paragraph, quoted ? '附件名称不加书名号，后面不加标点。' : '附件名称后面不加标点。', {
        why: 'GB/T 9704-2012 7.3.4。',
        start: lead.length,
        end: paragraph.text.trimEnd().length,
        repair: { label: `改为“${name}”`, replacement: quoted ? name : `${open}${name}${close}` },
      }),
    ]
  })
}

function imprintForm({ imprint }: OfficialOutline): Fault[] {
  return imprint.flatMap((paragraph) => {
    if (!/^\s*抄\s*送/.test(paragraph.text) || /。\s*$/.test(paragraph.text)) return []
    const end = paragraph.text.trimEnd().length
    const last = paragraph.text.slice(end - 1, end)
    const ended = `${/[，,；;、.]/.test(last) ? '' : last}。`
    return [
      layout(paragraph, '抄送机关的最后应当用句号。', {
        why: 'GB/T 9704-2012 7.4.2。',
        start: end - 1,
        end,
        repair: { label: '加上句号', replacement: ended },
      }),
    ]
  })
}

function emptyPage({ paragraphs }: DocumentText): Fault[] {
  return paragraphs.flatMap((paragraph) => {
    const match = /[（(]?\s*此页无正文\s*[)）]?/.exec(paragraph.text)
    if (!match) return []
    return [
      layout(paragraph, '不用“此页无正文”，应当调整行距或字距，让印章和正文在同一页。', {
        why: 'GB/T 9704-2012 7.3.5.5。',
        start: match.index,
        end: match.index + match[0].length,
      }),
    ]
  })
}

/** Many offices seal the printed paper: only a picture that is there can stand in the wrong place. */
function sealPlace({ office, date }: OfficialOutline, { paragraphs }: DocumentText): Fault[] {
  if (!date) return []
  const dateAt = paragraphs.indexOf(date.paragraph)
  const officeAt = office ? paragraphs.indexOf(office) : dateAt
  const near = paragraphs.slice(Math.max(0, officeAt - 1), dateAt + 2)
  if (near.some(({ pictures }) => pictures.floating > 0)) return []
  const text = paragraphs.filter((one) => one.part === '正文')
  const lone = text
    .slice(Math.max(0, text.indexOf(date.paragraph) - 8))
    .find(({ pictures }) => pictures.floating + pictures.inline > 0)
  if (!lone) return []
  const says = lone.pictures.inline > 0 ? '印章图片没有浮在文字上面。' : '印章图片不在成文日期上。'
  return [layout(lone, says, { why: '印章端正、居中下压发文机关署名和成文日期（GB/T 9704-2012 7.3.5.1）。' })]
}

function pageNumberForm(outline: OfficialOutline, { paragraphs }: DocumentText): Fault[] {
  const numbers = pageNumbers(outline)
  const [first] = numbers
  if (!first) {
    const letters = paragraphs.reduce((sum, { part, text }) => sum + (part === '正文' ? text.length : 0), 0)
    const says = '没有页码。'
    return letters < ONE_PAGE ? [] : [{ rule: 'layout', severity: 'should', says, why: 'GB/T 9704-2012 7.5。' }]
  }
  const faults: Fault[] = []
  const written = numbers.find(({ text }) => !/^\s*[—－–-]+\s*\d*\s*[—－–-]+\s*$/.test(text))
  if (written) faults.push(layout(written, '页码左右应当各有一条一字线，如 — 1 —。', { why: 'GB/T 9704-2012 7.5。' }))
  const even = numbers.find(({ part }) => part.includes('偶数页'))
  const odd = numbers.find(({ part }) => !part.includes('偶数页'))
  const isOuter =
    outline.evenAndOddHeaders &&
    odd?.format.align === 'right' &&
    even !== undefined &&
    even.format.align !== 'right' &&
    even.format.align !== 'center'
  if (!isOuter && numbers.some(({ format }) => format.align !== 'right'))
    faults.push(layout(first, '页码应当在外侧：单页码居右空一字，双页码居左空一字。', { why: 'GB/T 9704-2012 7.5。' }))
  return faults
}
