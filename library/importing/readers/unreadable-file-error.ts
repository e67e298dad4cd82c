import { AppError } from '../../errors/app-error.ts'

/** Why a file could not be taken in. Codes are stable: the interface and the command line switch on them. */
export type UnreadableFileCode =
  | 'FILE_EMPTY'
  | 'FILE_TOO_LARGE'
  | 'FILE_ENCRYPTED'
  | 'FILE_TRUNCATED'
  | 'FILE_DAMAGED'
  | 'FILE_MISLABELLED'
  | 'FILE_UNSUPPORTED'
  | 'FILE_NO_TEXT'
  | 'FILE_TIMEOUT'
  | 'FILE_MEMORY'
  | 'FILE_CRASHED'
  | 'FILE_OUTPUT_TOO_LARGE'
  | 'FILE_TOO_DEEP'
  | 'FILE_FRONT_MATTER'
  | 'FILE_UNREADABLE'
  | 'FILE_MISSING'
  | 'LINK_REFUSED'
  | 'ARCHIVE_UNSAFE_PATH'
  | 'ARCHIVE_BOMB'
  | 'ARCHIVE_NESTED'
  | 'READER_CLOSED'

interface Sentences {
  readonly what: string
  readonly why?: string
  readonly todo?: string
}

const sentences: Record<UnreadableFileCode, Sentences> = {
  FILE_EMPTY: { what: '文件是空的，没有导入。', todo: '请确认文件保存完整后再导入。' },
  FILE_TOO_LARGE: { what: '文件太大，没有导入。', todo: '请拆分成几个小文件再导入。' },
  FILE_ENCRYPTED: { what: '这是加密的文档，打不开。', todo: '请先在 WPS 里去掉密码再导入。' },
  FILE_TRUNCATED: { what: '文件不完整，后面缺了一部分。', todo: '请重新复制或下载一份再导入。' },
  FILE_DAMAGED: { what: '文件已损坏，读不出内容。', todo: '请在 WPS 里打开并另存一份再导入；打不开就请换一份。' },
  FILE_MISLABELLED: { what: '文件内容和扩展名对不上，没有导入。', todo: '请用 WPS 打开后另存为 .docx 再导入。' },
  FILE_UNSUPPORTED: {
    what: '不支持这种文件，没有导入。',
    todo: '可以导入 .md、.docx、.doc、.pdf、.html、.txt 和 .zip。',
  },
  FILE_NO_TEXT: { what: '文件里没有可以读取的文字。', todo: '如果是扫描件，请先做文字识别，或另找文字版再导入。' },
  FILE_TIMEOUT: { what: '文件太复杂，规定的时间里没有读完。', todo: '请在 WPS 里另存为 .docx 或 .txt 再导入。' },
  FILE_MEMORY: { what: '读这个文件要占用太多内存，已经停下。', todo: '请拆分文件，或另存为 .txt 再导入。' },
  FILE_CRASHED: { what: '读这个文件时出了意外，已经跳过。', todo: '请在 WPS 里另存一份再导入。' },
  FILE_OUTPUT_TOO_LARGE: { what: '文件展开后内容太多，没有导入。', todo: '请拆分成几个小文件再导入。' },
  FILE_TOO_DEEP: { what: '文件里层层嵌套太多，没有导入。', todo: '请另存为 .txt 再导入。' },
  FILE_FRONT_MATTER: { what: '文件开头的登记信息写得不对，没有导入。', todo: '请改正后再导入。' },
  FILE_UNREADABLE: { what: '文件读不出来。', todo: '请检查磁盘、U 盘和文件权限后再试。' },
  FILE_MISSING: { what: '找不到这个文件或文件夹。', todo: '请检查路径，U 盘里的文件请先插好 U 盘。' },
  LINK_REFUSED: { what: '这是一个链接，没有导入。', todo: '请把链接所指的文件复制进来再导入。' },
  ARCHIVE_UNSAFE_PATH: { what: '压缩包里这个文件的路径不安全，没有导入。', todo: '请解压后选择需要的文件导入。' },
  ARCHIVE_BOMB: { what: '压缩包展开后大得不正常，没有导入。', todo: '请确认来源可靠，解压后选择需要的文件导入。' },
  ARCHIVE_NESTED: { what: '压缩包里还有压缩包，里层没有导入。', todo: '请先把里层的压缩包解压，再导入。' },
  READER_CLOSED: { what: '导入已停止，这个文件没有读。', todo: '再导入一次即可接着做，已经导入的不会重复。' },
}

/** A file that was not taken in, with plain Chinese sentences for the person who chose it. */
export class UnreadableFileError extends AppError<UnreadableFileCode> {}

/**
 * Makes the refusal for a code with its usual sentences; `why` and `todo` replace the usual ones.
 * @example throw refuse('FILE_NO_TEXT', { why: '这份 PDF 是扫描件，只有图片。' })
 */
export function refuse(
  code: UnreadableFileCode,
  detail: { readonly what?: string; readonly why?: string; readonly todo?: string; readonly cause?: unknown } = {},
): UnreadableFileError {
  const usual = sentences[code]
  const why = detail.why ?? usual.why
  const todo = detail.todo ?? usual.todo
  return new UnreadableFileError({
    code,
    what: detail.what ?? usual.what,
    ...(why === undefined ? {} : { why }),
    ...(todo === undefined ? {} : { todo }),
    ...(detail.cause === undefined ? {} : { cause: detail.cause }),
  })
}

/** True for a code this module knows, so that one can be parsed from a message. */
export function isUnreadableFileCode(code: string): code is UnreadableFileCode {
  return Object.hasOwn(sentences, code)
}
