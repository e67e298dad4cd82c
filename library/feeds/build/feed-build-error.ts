import { AppError } from '../../errors/app-error.ts'
import { asStorageError, type StorageErrorCode } from '../../store/storage-error.ts'

export type FeedBuildErrorCode =
  | 'FEED_FOLDER_NOT_ALLOWED'
  | 'FEED_FOLDER_TAKEN'
  | 'FEED_FOLDER_NEWER'
  | 'FEED_FOLDER_BUSY'
  | 'FEED_FILE_IN_THE_WAY'
  | 'FEED_NOTHING_ISSUED'
  | 'FEED_MEDIA_DAMAGED'
  | 'FEED_STORY_NOT_IN_ISSUE'
  | 'SITE_NOT_FOUND'
  | 'SITE_UNREADABLE'
  | 'SITE_ASSETS_NOT_BUILT'
  | 'FEED_DISK_FULL'
  | 'FEED_READ_ONLY'
  | 'FEED_STORAGE_GONE'
  | 'FEED_STORAGE_IO'

/** A column was not written; what was published before is whole and readers go on with it. */
export class FeedBuildError extends AppError<FeedBuildErrorCode> {}

const SAFE = '以前发布的专栏没有改动。'

const texts: Record<FeedBuildErrorCode, { what: string; todo: string }> = {
  FEED_FOLDER_NOT_ALLOWED: {
    what: '没有生成：不能用这个文件夹。',
    todo: '没有改动。请写完整的路径，例如 D:\\专栏；在别的电脑上打开薪火时，请改用下载。',
  },
  FEED_FOLDER_TAKEN: {
    what: '没有生成：文件夹里已经有别的东西。',
    todo: '没有改动。请选一个空的文件夹，或者以前生成过这个专栏的文件夹。',
  },
  FEED_FOLDER_NEWER: {
    what: '没有生成：文件夹里的专栏比这里的新。',
    todo: '没有改动。它可能是另一台电脑发布的；请先核对，或换一个文件夹。',
  },
  FEED_FOLDER_BUSY: {
    what: '没有生成：另一个薪火正在写这个文件夹。',
    todo: `${SAFE}请等它完成后再试。`,
  },
  FEED_FILE_IN_THE_WAY: {
    what: '没有生成：文件夹里有一个别人放的文件，占了专栏要用的名字。',
    todo: '没有改动。请把它移到别处或改名，再生成一次。',
  },
  FEED_NOTHING_ISSUED: {
    what: '没有生成：这个专栏还没有出过一期。',
    todo: '请先在专栏里出第一期，再生成。',
  },
  FEED_MEDIA_DAMAGED: {
    what: '没有生成：资料库里有一个图片或视频文件损坏了。',
    todo: `${SAFE}请运行“检查资料库”，或从备份恢复，再生成一次。`,
  },
  FEED_STORY_NOT_IN_ISSUE: { what: '专栏里没有这个故事。', todo: '它可能已经撤回，或还没有出在哪一期里。' },
  SITE_NOT_FOUND: {
    what: '这里没有薪火生成的专栏。',
    todo: '请选择含有 xinhuo-site.json 的文件夹，或从专栏下载的压缩包。',
  },
  SITE_UNREADABLE: {
    what: '专栏的清单读不懂。',
    todo: '它可能在复制时损坏，或被改动过。请向发布单位重新取一份。',
  },
  SITE_ASSETS_NOT_BUILT: { what: '专栏网页用的样式和脚本还没有构建。', todo: '请先运行 npm run build。' },
  FEED_DISK_FULL: { what: '没有写完：磁盘满了。', todo: `${SAFE}请腾出空间后再试一次。` },
  FEED_READ_ONLY: { what: '没有写入：目标文件夹不能写入。', todo: `${SAFE}请检查文件夹权限或U盘的写保护开关。` },
  FEED_STORAGE_GONE: {
    what: '没有写完：找不到要写到的位置。',
    todo: `${SAFE}请核对路径；写在U盘或移动硬盘上的，插好后再试一次。`,
  },
  FEED_STORAGE_IO: { what: '没有写完：读写磁盘时出错。', todo: `${SAFE}请检查磁盘或U盘，再试一次。` },
}

/** The error of that code, with its calm sentences. */
export function feedBuildError(code: FeedBuildErrorCode, why?: string, cause?: unknown): FeedBuildError {
  return new FeedBuildError({ code, ...texts[code], ...(why !== undefined && { why }), cause })
}

const storageCodes: Partial<Record<StorageErrorCode, FeedBuildErrorCode>> = {
  DISK_FULL: 'FEED_DISK_FULL',
  STORAGE_READ_ONLY: 'FEED_READ_ONLY',
  STORAGE_GONE: 'FEED_STORAGE_GONE',
  STORAGE_IO: 'FEED_STORAGE_IO',
}

/** Does `work` that writes a column, and says of the disk's failures what they mean there. */
export async function tellingStorage<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AppError) throw error
    const known = asStorageError(error)
    const isGone = (error as NodeJS.ErrnoException).code === 'ENOENT'
    const code = isGone ? 'FEED_STORAGE_GONE' : known && storageCodes[known.code]
    throw code ? feedBuildError(code, undefined, error) : error
  }
}
