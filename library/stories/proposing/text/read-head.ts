import { titleFromFileName } from '../../../importing/recognition/title.ts'
import { labelledField, labelOfLine } from './field-labels.ts'
import { bareHeading, partsOfHeading } from './section-heading.ts'
import type { StoryLine } from './story-lines.ts'
import type { StoryReading } from './story-reading.ts'
import { bylineOf, editorOf, isDistribution, isIssueNumber, isMasthead, isOffice } from './text-bylines.ts'
import { chatLine, speakerLine } from './text-chat.ts'
import { textDays } from './text-days.ts'

/** What stands around a story: its title, the paper it was in, who wrote it and when. */
export interface StoryHead {
  readonly title: string
  /** 石坪乡工作简报 第12期 */
  readonly paper?: string | undefined
  readonly authors: readonly string[]
  readonly offices: readonly string[]
  readonly writtenOn?: string | undefined
  readonly isInterview: boolean
}

/** A title stands among the first so many lines, and has at most so many characters. */
const HEAD_LINES = 9
const LONGEST_TITLE = 48

/** Reads the lines that are about the text, and marks them as used. */
export function readHead(reading: StoryReading, file: string): StoryHead {
  const { lines } = reading
  const authors: string[] = []
  const offices: string[] = []
  const paper: string[] = []
  let writtenOn: string | undefined = titleFromFileName(file).issuedOn
  let isInterview = false
  for (const line of lines) {
    if (line.type === 'picture' || line.type === 'cell' || line.type === 'list') continue
    const nearEnd = line.at >= lines.length - 4
    const inHead = line.at < HEAD_LINES
    if (!inHead && !nearEnd) {
      // 报送单位 may stand anywhere; other lines about the text do not.
      continue
    }
    const { text } = line
    if (inHead && isMasthead(text)) {
      paper.push(text)
      writtenOn ??= /((?:19|20)\d{2})年第/.exec(text)?.[1]
      reading.use(line)
    } else if (inHead && isIssueNumber(text)) {
      writtenOn ??= /((?:19|20)\d{2})年第/.exec(text)?.[1]
      paper.push(text.replace(/^[（(]|[)）]$/g, ''))
      reading.use(line)
    } else if (nearEnd && isDistribution(text)) {
      reading.leave(text)
      reading.use(line)
    } else {
      const editor = line.type === 'title' ? undefined : editorOf(text)
      const byline = editor ? undefined : bylineOf(text)
      if (editor) {
        writtenOn = editor.on
        if (editor.office !== '') offices.push(editor.office)
        const above = lines[line.at - 1]
        if (nearEnd && editor.office === '' && above && !reading.isUsed(above) && isOffice(above.text)) {
          offices.push(above.text)
          reading.found('sources/0/from', above.text, 'certain', above)
        }
        reading.found('sources/0/on', text, 'certain', line)
      } else if (byline) {
        authors.push(...byline.authors)
        offices.push(...byline.offices)
        isInterview ||= byline.interview
        writtenOn ??= textDays(text).at(-1)?.date
        reading.found('sources/0/from', text, 'certain', line)
      }
    }
  }
  const title = readTitle(reading, file)
  // What a file is called is no line of its text.
  reading.use(...lines.filter((line) => line.type === 'title' && fileSays(file, line.text)))
  return {
    title: title?.text ?? '',
    ...(paper.length > 0 && { paper: paper.join(' ').slice(0, 300) }),
    authors: [...new Set(authors)],
    offices: [...new Set(offices)],
    ...(writtenOn !== undefined && { writtenOn }),
    isInterview,
  }
}

function readTitle(reading: StoryReading, file: string): { text: string } | undefined {
  for (const line of reading.lines) {
    const labelled = line.type === 'cell' && line.label ? titleLabel(line.label, line.text) : titleOf(line.text)
    if (!labelled) continue
    reading.found('title', line.label ? `${line.label}：${line.text}` : line.text, 'certain', line)
    return { text: labelled.slice(0, 200) }
  }
  for (const line of reading.lines.slice(0, HEAD_LINES)) {
    if (reading.isUsed(line) || line.type === 'picture') continue
    if (!mayBeTitle(line, reading.lines) || isOnlyFileName(line, file)) {
      if (line.type === 'title') continue
      // Lines that say something else may stand above a title; the text itself may not.
      if (line.text.length > LONGEST_TITLE || /[。！？]/.test(line.text) || line.type === 'cell') return undefined
      continue
    }
    const fromName = line.type === 'title' && !fileSays(file, line.text)
    reading.found('title', line.text, line.type === 'text' || !fromName ? 'likely' : 'certain', line)
    const next = reading.lines[line.at + 1]
    if (next && /^[—–-]{1,3}\s*\S/.test(next.text) && next.text.length <= 60)
      reading.found('title/subtitle', next.text, 'likely', next)
    return { text: line.text.slice(0, 200) }
  }
  return undefined
}

const titleLabel = (label: string, value: string) => (labelledField(label) === 'title' ? value : undefined)

function titleOf(text: string): string | undefined {
  const labelled = labelOfLine(text)
  return labelled?.field === 'title' && labelled.rest !== '' ? labelled.rest : undefined
}

function mayBeTitle(line: StoryLine, lines: readonly StoryLine[]): boolean {
  const { text, type } = line
  if (type !== 'title' && type !== 'heading' && type !== 'text') return false
  // Messages have no title among them.
  if (type === 'text' && lines.some((line) => chatLine(line.text))) return false
  if (text.length > LONGEST_TITLE || text.length < 2 || /[。；;]/.test(text) || /[，：:]$/.test(text)) return false
  if (/^[—–-]/.test(text) || isMasthead(text) || isIssueNumber(text)) return false
  if (labelOfLine(text) || chatLine(text) || bylineOf(text) || editorOf(text) || speakerLine(text, lines)) return false
  if (/^(?:问|答|[（(]?[一二三四五六七八九十\d]+[)）、.．])/.test(text) || /^[【[]/.test(text)) return false
  if (partsOfHeading(bareHeading(text)).length > 0 && text.length <= 8) return false
  return type !== 'text' || lines.some(({ at, text: other }) => at > line.at && other.length > text.length)
}

/** 新建文本文档: what a program called a file that nobody named. */
const isOnlyFileName = (line: StoryLine, file: string) =>
  line.type === 'title' && fileSays(file, line.text) && titleFromFileName(file).meaningless

const fileSays = (file: string, title: string) => file.replace(/\s/g, '').includes(title.replace(/\s/g, ''))
