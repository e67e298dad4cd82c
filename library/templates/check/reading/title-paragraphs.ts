import type { DocumentText, LocatedParagraph } from './located-paragraph.ts'

const GENRE =
  /(?:决定|决议|命令|公报|公告|通告|公示|意见|通知|通报|报告|请示|批复|议案|函|纪要|方案|办法|规定|计划|要点|协议|合同|申请|证明|记录|台账|花名册|表|单|簿|栏|书)(?:（[^）]{1,12}）)?$/
/** The title stands among the first paragraphs. */
const AMONG = 14

/** The paragraphs that make the title: what is centred among the first ones, or ends as titles do. */
export function findTitleParagraphs({ paragraphs }: DocumentText): LocatedParagraph[] {
  const first = paragraphs
    .filter(
      (paragraph) => paragraph.part === '正文' && !paragraph.cell && paragraph.text.trim() !== '' && !isMark(paragraph),
    )
    .slice(0, AMONG)
  const found = first.findIndex(
    ({ text }) =>
      GENRE.test(text.trim()) &&
      text.length <= 60 &&
      !/[。；：:]|^\s*(?:[一二三四五六七八九十\d]+[、.．]|[（(])/.test(text),
  )
  if (found === -1) return []
  let from = found
  while (from > 0 && isTitleLine(first[from - 1])) from -= 1
  let last = found
  while (isTitleLine(first[last + 1]) && GENRE.test(first[last + 1]?.text.trim() ?? '')) last += 1
  return first.slice(from, last + 1)
}

/** 发文机关标志: XX文件, or XX会议纪要 in large letters. */
const isMark = ({ text, runs }: LocatedParagraph) =>
  /文\s*件\s*$/.test(text) || (/纪要\s*$/.test(text) && (runs[0]?.format.halfPoints ?? 0) > 48)

/** Another line of the title: centred, and neither letterhead nor number. */
const isTitleLine = (paragraph: LocatedParagraph | undefined) =>
  paragraph !== undefined &&
  paragraph.format.align === 'center' &&
  paragraph.text.length <= 40 &&
  !/[号。：:]\s*$|文件\s*$/.test(paragraph.text)
