import { AppError } from '../errors/app-error.ts'

export class ExportRefusedError extends AppError<
  'EXPORT_TARGET_EXISTS' | 'EXPORT_TARGET_UNUSABLE' | 'EXPORT_BLOB_MISSING'
> {}

/** An export without a part would pass for whole: better none, with the reason. */
export const blobMissing = (title: string, sha256: string) =>
  new ExportRefusedError({
    code: 'EXPORT_BLOB_MISSING',
    what: '没有导出：有附件丢失了。',
    why: `《${title}》的附件 ${sha256.slice(0, 12)} 不在资料库的文件夹里。`,
    todo: '资料没有改动。请重新导入带有这个附件的文件，再导出。',
  })
