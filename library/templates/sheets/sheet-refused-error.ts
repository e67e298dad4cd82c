import { AppError } from '../../errors/app-error.ts'

export type SheetRefusal =
  | 'SHEET_NOT_FOUND'
  | 'SHEET_OLD_FORMAT'
  | 'SHEET_UNKNOWN_FORMAT'
  | 'SHEET_BROKEN'
  | 'SHEET_EMPTY'
  | 'SHEET_TOO_LARGE'
  | 'SHEET_PATH_NOT_ALLOWED'

/** A spreadsheet that cannot be taken in. */
export class SheetRefusedError extends AppError<SheetRefusal> {}

const TEXTS: Readonly<Record<SheetRefusal, { what: string; todo: string }>> = {
  SHEET_NOT_FOUND: { what: '找不到这份表格。', todo: '收到的表格只保留一天。请重新选择文件。' },
  SHEET_OLD_FORMAT: {
    what: '这种格式的表格读不了。',
    todo: '请用 WPS 或 Excel 打开，取消密码，另存为“Excel 工作簿（.xlsx）”后再选。',
  },
  SHEET_UNKNOWN_FORMAT: { what: '这个文件不是表格。', todo: '请选择 .xlsx 或 .csv 文件。' },
  SHEET_BROKEN: { what: '这份表格打不开。', todo: '请用 WPS 或 Excel 打开检查，另存一份后再选。原来的资料没有改动。' },
  SHEET_EMPTY: { what: '这份表格是空的。', todo: '第一行写各列的名称，下面每行一条，再选一次。' },
  SHEET_TOO_LARGE: { what: '这份表格太大。', todo: '请分成几份，每份不超过十万行，再分别选择。' },
  SHEET_PATH_NOT_ALLOWED: { what: '这里不能按路径读取表格。', todo: '请把文件拖进窗口。' },
}

export const refuseSheet = (code: SheetRefusal, why?: string, cause?: unknown) =>
  new SheetRefusedError({ code, ...TEXTS[code], ...(why !== undefined && { why }), cause })
