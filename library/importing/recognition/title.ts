import { toIsoDate } from './chinese-date.ts'

/** What a file's name says: a title and the date of its version. */
export interface NamedTitle {
  readonly title: string
  readonly issuedOn?: string
  /** True for names such as 新建文本文档 or 扫描0001, which name no document. */
  readonly meaningless: boolean
}

const dateSuffix = /[\s_-]*[（(【[]?((?:19|20)\d{2})[-._年]?([01]?\d)[-._月]?([0-3]?\d)日?[）)】\]]?$/
const copySuffix = /(?:[\s_-]*(?:[（(]\d{1,2}[）)]|副本|拷贝|- ?副本|copy|最终版|终稿|定稿|word版|文字版|扫描件))+$/i
const noName =
  /^(?:新建|未命名|无标题|文档|文件|附件|扫描|图片|document|untitled|new|scan|img|file|doc)?[\s\-_()（）.\d一二三四五六七八九十]*(?:microsoft word )?(?:文档|文本文档|文件)?[\s\-_()（）.\d]*$/i

/** Reads the last part of a path: 地名管理条例(2022-03-30).md → 地名管理条例, 2022-03-30. */
export function titleFromFileName(name: string): NamedTitle {
  const file = name.split(/[/\\]/).at(-1) ?? name
  let stem = file
    .replace(/\.[A-Za-z0-9]{1,8}$/, '')
    .normalize('NFC')
    .trim()
  let issuedOn: string | undefined
  stem = stem.replace(copySuffix, '') || stem
  const match = dateSuffix.exec(stem)
  if (match && match.index > 0) {
    issuedOn = toIsoDate(match[1], match[2], match[3])
    if (issuedOn) stem = stem.slice(0, match.index)
  }
  const title = cleanTitle(stem.replace(copySuffix, '')) || cleanTitle(file) || '未命名'
  return { title: title.slice(0, 500), meaningless: noName.test(title), ...(issuedOn && { issuedOn }) }
}

/** A title on one line: white space between Chinese characters closed up, marks and 书名号 around all of it taken off. */
export function cleanTitle(text: string): string {
  const line = text
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/[*_]{2}|`/g, '')
    .replace(/[\s\u3000\u00A0]+/g, ' ')
    .trim()
  const closed = line.replace(
    /(?<=[\p{Script=Han}，。、；：“”（）《》〈〉！？]) (?=[\p{Script=Han}，。、；：“”（）《》〈〉！？])/gu,
    '',
  )
  const inner = /^《([^《》]*(?:《[^《》]*》[^《》]*)*)》$/.exec(closed)?.[1]
  return inner ?? closed
}

/** Removes a version's date from the end of a title and returns both. */
export function splitTitleDate(title: string): { title: string; issuedOn?: string } {
  const match = /\s*[（(]((?:19|20)\d{2})[-.年](\d{1,2})[-.月](\d{1,2})日?[）)]$/.exec(title)
  const issuedOn = match ? toIsoDate(match[1], match[2], match[3]) : undefined
  return match && issuedOn && match.index > 0 ? { title: title.slice(0, match.index), issuedOn } : { title }
}

/** Joins a title set on several lines: parts of a code with a space, broken lines without. */
export function joinTitleLines(lines: readonly string[], separator: '' | ' '): string {
  return lines
    .map(cleanTitle)
    .filter((line) => line !== '')
    .join(separator)
}
