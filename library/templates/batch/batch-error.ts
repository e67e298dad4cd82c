import { AppError } from '../../errors/app-error.ts'
import { asStorageError } from '../../store/storage-error.ts'

export class BatchError extends AppError<
  | 'BATCH_DISK_FULL'
  | 'BATCH_STORAGE_GONE'
  | 'BATCH_NOT_WRITABLE'
  | 'BATCH_FOLDER_UNUSABLE'
  | 'BATCH_FOLDER_NOT_ALLOWED'
  | 'BATCH_TABLE_UNKNOWN'
  | 'BATCH_NOTHING_MATCHED'
  | 'BATCH_ARCHIVE_NOT_FOUND'
> {}

const STOPPED: Readonly<
  Record<string, { code: 'BATCH_DISK_FULL' | 'BATCH_STORAGE_GONE'; what: string; todo: string }>
> = {
  DISK_FULL: {
    code: 'BATCH_DISK_FULL',
    what: '磁盘满了，批量填写停在中间。',
    todo: '请腾出空间，或换一个文件夹再做一次',
  },
  STORAGE_GONE: {
    code: 'BATCH_STORAGE_GONE',
    what: '放文件的U盘或文件夹不见了，批量填写停在中间。',
    todo: '请插好U盘，或换一个文件夹再做一次',
  },
}

/**
 * What to say when a file could not be written.
 * @param safe numbers of the rows whose documents are complete and kept
 */
export function batchStopped(cause: unknown, safe: readonly number[]): BatchError {
  const gone = /ENOENT|ENODEV|ENXIO|ENOTDIR/.test(String((cause as NodeJS.ErrnoException | undefined)?.code))
  const kind = gone ? 'STORAGE_GONE' : asStorageError(cause)?.code
  const known = STOPPED[kind ?? ''] ?? {
    code: 'BATCH_NOT_WRITABLE' as const,
    what: '文件夹写不进去，批量填写停在中间。',
    todo: '请检查文件夹权限或U盘的写保护开关，或换一个文件夹再做一次',
  }
  return new BatchError({
    code: known.code,
    what: known.what,
    why:
      safe.length === 0
        ? '还没有做成任何一份。'
        : `已做好 ${safe.length} 份（第 ${rowRanges(safe)} 行），都完整，并已记入文书记录。`,
    todo: safe.length === 0 ? `${known.todo}。` : `${known.todo}；表格里可以先删去已做好的行。`,
    cause,
  })
}

/** 2 3 4 7 → 2–4、7 */
export function rowRanges(rows: readonly number[]): string {
  const sorted = [...rows].sort((a, b) => a - b)
  const ranges: [number, number][] = []
  for (const row of sorted) {
    const last = ranges.at(-1)
    if (last && row === last[1] + 1) last[1] = row
    else ranges.push([row, row])
  }
  const shown = ranges.slice(0, 30).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`))
  return `${shown.join('、')}${ranges.length > 30 ? ' 等' : ''}`
}

export const batchErrors = {
  folder: (why: string, cause?: unknown) =>
    new BatchError({
      code: 'BATCH_FOLDER_UNUSABLE',
      what: '没有开始：这个文件夹不能用。',
      why,
      todo: '请换一个文件夹再试。',
      cause,
    }),
  folderNotAllowed: () =>
    new BatchError({
      code: 'BATCH_FOLDER_NOT_ALLOWED',
      what: '这里不能把文件写到服务器的文件夹。',
      todo: '请不选文件夹，做好后下载压缩包。',
    }),
  noTable: (table: string) =>
    new BatchError({
      code: 'BATCH_TABLE_UNKNOWN',
      what: `没有开始：模板里没有叫“${table}”的表格。`,
      todo: '请重新选择模板里的表格，或改为每行一份。',
    }),
  nothingMatched: () =>
    new BatchError({
      code: 'BATCH_NOTHING_MATCHED',
      what: '没有开始：没有哪一列对应到模板里的字段。',
      todo: '请先指定各列对应的字段。',
    }),
  noArchive: () =>
    new BatchError({
      code: 'BATCH_ARCHIVE_NOT_FOUND',
      what: '没有可以下载的结果。',
      why: '这一批写进了您选的文件夹，或结果已超过一天，已经清除。',
      todo: '做好的文书都在“文书记录”里，可以逐份重新生成。',
    }),
}
