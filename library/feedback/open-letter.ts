import { AppError } from '../errors/app-error.ts'
import { LARGEST_LETTER, MOST_IN_LETTER, ReportLetter } from './report-letter.ts'
import { isSignedBySender, senderCode } from './sender-identity.ts'

export class ReportFileError extends AppError<
  'REPORT_FILE_ALTERED' | 'REPORT_FILE_UNREADABLE' | 'REPORT_FILE_TOO_LARGE' | 'REPORT_FILE_TOO_NEW'
> {}

/**
 * Reads a letter, and believes nothing of it that its sender did not sign. Blanks and line ends are nobody's
 * words: an editor may have changed them.
 * @throws {ReportFileError} it is no letter, was altered on the way, or a newer version wrote it
 */
export function openLetter(bytes: Uint8Array): ReportLetter {
  if (bytes.byteLength > LARGEST_LETTER) throw tooLarge()
  const value = parseJson(bytes)
  const format = isRecord(value) ? value.format : undefined
  if (!isRecord(value) || !Array.isArray(value.reports)) throw unreadable()
  if (typeof format === 'number' && format > 1) throw tooNew()
  if (value.reports.length > MOST_IN_LETTER) throw tooLarge()
  const letter = ReportLetter.safeParse(value)
  if (!letter.success || !isSignedBySender(letter.data) || !hasOwnNumbers(letter.data)) throw altered()
  return letter.data
}

/** A sender may not speak under another's number, nor use one twice. */
function hasOwnNumbers({ sender, reports }: ReportLetter): boolean {
  const own = `${senderCode(sender.publicKey)}-`
  const numbers = new Set(reports.map((report) => report.number))
  return numbers.size === reports.length && reports.every((report) => report.number.startsWith(own))
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (cause) {
    throw unreadable(cause)
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const altered = () =>
  new ReportFileError({
    code: 'REPORT_FILE_ALTERED',
    what: '没有收下：这份回信在写好以后被改动或损坏了。',
    why: '内容和签名对不上，其中一条也没有收进来。',
    todo: '请让寄信的单位重新导出一份。',
  })

const unreadable = (cause?: unknown) =>
  new ReportFileError({
    code: 'REPORT_FILE_UNREADABLE',
    what: '没有收下：这个文件不是薪火的回信，或没有复制完整。',
    todo: '请选文件名以 xinhuo-huixin 开头的文件；仍不行，请让对方重新导出。',
    cause,
  })

export const tooLarge = () =>
  new ReportFileError({
    code: 'REPORT_FILE_TOO_LARGE',
    what: '没有收下：这个文件太大，不像一份回信。',
    why: `一份回信不超过 ${MOST_IN_LETTER} 条、${LARGEST_LETTER / 1024 / 1024} MB。`,
    todo: '请检查是不是选错了文件。',
  })

const tooNew = () =>
  new ReportFileError({
    code: 'REPORT_FILE_TOO_NEW',
    what: '没有收下：这份回信由更新版本的薪火写成，现在的版本读不懂。',
    todo: '请先更新薪火，再收一次。',
  })
