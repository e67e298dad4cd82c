import { AppError } from '../../errors/app-error.ts'
import { asStorageError, type StorageErrorCode } from '../../store/storage-error.ts'

export type PublishingErrorCode =
  | 'PASSPHRASE_WEAK'
  | 'PASSPHRASE_MISSING'
  | 'PASSPHRASE_WRONG'
  | 'KEY_FILE_MISSING'
  | 'KEY_FILE_DAMAGED'
  | 'KEY_FILE_FOREIGN'
  | 'KEY_NOT_FOUND'
  | 'CEREMONY_REFUSED'
  | 'PUBLISHING_FOLDER_TAKEN'
  | 'PUBLISHING_FOLDER_UNKNOWN'
  | 'PUBLISHING_FOLDER_DAMAGED'
  | 'PUBLISHING_BUSY'
  | 'PUBLISHING_INTERRUPTED'
  | 'PUBLISHING_NOT_ALLOWED'
  | 'PUBLISHED_CHANNEL_NOT_FOUND'
  | 'PUBLISHED_ITEM_NOT_FOUND'
  | 'NOTHING_TO_PUBLISH'
  | 'DRAFT_NOT_FOUND'
  | 'PUBLISHING_CLOCK_BEHIND'
  | 'ATTACHMENT_MISSING'
  | 'ATTACHMENT_TOO_LARGE'
  | 'ANSWERS_UNREADABLE'
  | 'REPOSITORY_NOT_FOUND'
  | 'REPOSITORY_DAMAGED'
  | 'PUBLISH_DISK_FULL'
  | 'PUBLISH_READ_ONLY'
  | 'PUBLISH_STORAGE_GONE'
  | 'PUBLISH_STORAGE_IO'

/** Something of publishing was not done; what was published before is whole and readers go on with it. */
export class PublishingError extends AppError<PublishingErrorCode> {}

const SAFE = '以前发布的版本没有改动。'

const texts: Record<PublishingErrorCode, { what: string; todo: string }> = {
  PASSPHRASE_WEAK: { what: '口令太短或太简单。', todo: '口令至少 8 个字符，不能只是同一个字符；没有改动。' },
  PASSPHRASE_MISSING: { what: '缺少签名所需的口令。', todo: `${SAFE}请由保管人输入口令后再试。` },
  PASSPHRASE_WRONG: { what: '口令不对，密钥没有解开。', todo: `${SAFE}请由保管人重新输入。` },
  KEY_FILE_MISSING: { what: '找不到密钥文件。', todo: `${SAFE}请插好存放密钥的U盘，或指明密钥所在的文件夹。` },
  KEY_FILE_DAMAGED: {
    what: '密钥文件已损坏。',
    todo: `${SAFE}请从保管人的备份取回密钥文件；没有备份时请更换这把密钥。`,
  },
  KEY_FILE_FOREIGN: { what: '这个密钥文件不是这个频道的。', todo: `${SAFE}请换上这个频道的密钥文件。` },
  KEY_NOT_FOUND: { what: '没有这把密钥，或它已经停用。', todo: '没有改动。请查看频道现有的密钥。' },
  CEREMONY_REFUSED: {
    what: '没有建立频道：保管人和签名人数不合适。',
    todo: '没有改动。请至少填一位保管人，签名人数不超过保管人数。',
  },
  PUBLISHING_FOLDER_TAKEN: { what: '没有建立频道：文件夹里已经有别的东西。', todo: '没有改动。请选一个空的文件夹。' },
  PUBLISHING_FOLDER_UNKNOWN: {
    what: '这个文件夹里没有要发布的频道。',
    todo: '请选择含有 channel.json 的文件夹，或新建一个频道。',
  },
  PUBLISHING_FOLDER_DAMAGED: {
    what: '频道的设置文件读不懂。',
    todo: '没有改动。请从备份恢复文件夹里的 channel.json。',
  },
  PUBLISHING_BUSY: { what: '这个频道正在由另一个薪火处理。', todo: `${SAFE}请等它完成后再试。` },
  PUBLISHING_INTERRUPTED: {
    what: '没有发布完：薪火中途关闭过，口令没有保存。',
    todo: `${SAFE}请重新发布，已经写好的会接着用。`,
  },
  PUBLISHING_NOT_ALLOWED: { what: '这里不能发布频道。', todo: '请在存放频道文件夹的电脑上发布。' },
  PUBLISHED_CHANNEL_NOT_FOUND: { what: '没有这个要发布的频道。', todo: '请打开频道的文件夹。' },
  PUBLISHED_ITEM_NOT_FOUND: { what: '频道里没有这份资料。', todo: '没有改动。请在选材里查看。' },
  NOTHING_TO_PUBLISH: { what: '没有发布：还没有选任何资料。', todo: '请先选材，再发布。' },
  DRAFT_NOT_FOUND: { what: '还没有草稿版。', todo: `${SAFE}请先发布草稿版。` },
  PUBLISHING_CLOCK_BEHIND: {
    what: '没有发布：这台电脑的日期比上一版的发布日期还早。',
    todo: `${SAFE}请校准电脑的日期和时间，再发布。`,
  },
  ATTACHMENT_MISSING: { what: '没有发布：有附件丢失或损坏。', todo: `${SAFE}请重新导入带有这个附件的文件，再发布。` },
  ATTACHMENT_TOO_LARGE: {
    what: '没有发布：有附件太大。',
    todo: `${SAFE}单个附件不能超过 512 MB；请换成小一些的，或把这份资料排除在外。`,
  },
  ANSWERS_UNREADABLE: { what: '没有发布：答复文件读不懂。', todo: `${SAFE}请重新生成 answers.json 后再发布。` },
  REPOSITORY_NOT_FOUND: { what: '这里没有频道的发布文件。', todo: '请选择含有 metadata 文件夹的位置。' },
  REPOSITORY_DAMAGED: {
    what: '频道的发布文件损坏，或被改动过。',
    todo: '没有改动。请从完好的副本恢复频道的文件夹，再发布。',
  },
  PUBLISH_DISK_FULL: { what: '没有写完：磁盘满了。', todo: `${SAFE}请腾出空间后再试一次，会接着做。` },
  PUBLISH_READ_ONLY: { what: '没有写入：目标文件夹不能写入。', todo: `${SAFE}请检查文件夹权限或U盘的写保护开关。` },
  PUBLISH_STORAGE_GONE: {
    what: '没有写完：找不到目标磁盘。',
    todo: `${SAFE}请把U盘或移动硬盘插好后再试一次，会接着做。`,
  },
  PUBLISH_STORAGE_IO: { what: '没有写完：读写磁盘时出错。', todo: `${SAFE}请检查磁盘或U盘，再试一次。` },
}

/** The error of that code, with its calm sentences. */
export function publishingError(code: PublishingErrorCode, why?: string, cause?: unknown): PublishingError {
  return new PublishingError({ code, ...texts[code], ...(why !== undefined && { why }), cause })
}

const storageCodes: Partial<Record<StorageErrorCode, PublishingErrorCode>> = {
  DISK_FULL: 'PUBLISH_DISK_FULL',
  STORAGE_READ_ONLY: 'PUBLISH_READ_ONLY',
  STORAGE_GONE: 'PUBLISH_STORAGE_GONE',
  STORAGE_IO: 'PUBLISH_STORAGE_IO',
}

/**
 * Does `work` that writes to a publisher's folder, and says of the disk's failures what they mean there.
 * @param place which of several places it writes to, for people
 */
export async function tellingStorage<T>(work: () => Promise<T>, place?: string): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AppError) throw error
    const known = asStorageError(error)
    const isGone = (error as NodeJS.ErrnoException).code === 'ENOENT'
    const code = isGone ? 'PUBLISH_STORAGE_GONE' : known && storageCodes[known.code]
    throw code ? publishingError(code, place, error) : error
  }
}
