import { createHash } from 'node:crypto'
import { access, constants, statfs } from 'node:fs/promises'
import { canonicalRevision } from '../items/canonical-form.ts'
import { findContent } from '../items/items.repository.ts'
import { RevisionContent } from '../items/revision.schema.ts'
import { newestSeq } from '../search/catch-up-index.ts'
import { IndexDamagedError } from '../search/index-connection.ts'
import { openSearchForReading } from '../search/open-search-database.ts'
import { listBackups } from '../store/backups.ts'
import { findDamage } from '../store/database-copy.ts'
import type { LibraryAccess } from '../store/library-access.ts'
import type { LibraryPaths } from '../store/library-paths.ts'
import { asStorageError } from '../store/storage-error.ts'
import { verifyRecord } from '../stories/process/verify-record.ts'
import { revisionsUsed } from '../templates/forms/forms.repository.ts'
import { DOCX_MEDIA_TYPE } from '../templates/template-schema.ts'
import type { DoctorCheck, DoctorCheckCode, DoctorReport } from './doctor-report.ts'

/** Below this much free space the disk is called nearly full. Bytes. */
const LITTLE_SPACE = 500 * 1024 ** 2

/** What can be done for an index that is not as it should be. */
export interface IndexCare {
  /** Whether long work brings it in step at this moment. */
  isAtWork(): boolean
  catchUp(): Promise<void>
  /** Replaces a damaged one by an empty one and begins to fill it. */
  renew(): Promise<void>
}

/**
 * Examines a library. Nothing is changed but its index: a damaged one is begun anew, one that lags is brought in step.
 * @param index undefined where nothing can be written: damage of the index is not looked for then
 */
export async function examineLibrary(
  library: LibraryAccess,
  paths: LibraryPaths,
  findDamage: () => Promise<string | undefined>,
  index: IndexCare | undefined,
): Promise<DoctorReport> {
  const checks = [
    await run('database', '资料库文件', async () => {
      const damage = await findDamage()
      return damage === undefined ? sound('完好') : failed(damage, '请恢复最近的备份。')
    }),
    await run('revisions', '版本内容', () => checkRevisions(library)),
    await run('blobs', '附件', () => checkBlobs(library)),
    await run('forms', '文书', () => checkForms(library)),
    await run('record', '故事的记录', () => checkRecord(library)),
    await run('index', '检索索引', () => checkIndex(library, paths, index)),
    await run('backups', '备份', async () => {
      const [newest] = await listBackups(paths.backups)
      return sound(
        newest
          ? `最近一次：${new Date(newest.createdAt).toLocaleString('zh-CN', { hour12: false })}`
          : '还没有备份，会在每天第一次打开时自动做',
      )
    }),
    await run('disk', '磁盘空间', async () => {
      const disk = await statfs(paths.root)
      const free = disk.bavail * disk.bsize
      const text =
        free < 10 * 1024 ** 3 ? `剩余 ${Math.round(free / 1024 ** 2)} MB` : `剩余 ${Math.round(free / 1024 ** 3)} GB`
      return free > LITTLE_SPACE ? sound(text) : failed(text, '请腾出空间，免得保存不了。')
    }),
    await run('writable', '写入权限', async () => {
      await access(paths.root, constants.W_OK)
      return sound('可以写入')
    }),
  ]
  return { ok: checks.every((check) => check.ok), checks }
}

type Finding = Omit<DoctorCheck, 'code' | 'name'>
const sound = (detail: string): Finding => ({ ok: true, detail })
const failed = (detail: string, todo: string): Finding => ({ ok: false, detail, todo })

async function run(code: DoctorCheckCode, name: string, check: () => Promise<Finding>): Promise<DoctorCheck> {
  try {
    return { code, name, ...(await check()) }
  } catch (error) {
    const known = asStorageError(error)
    return { code, name, ok: false, detail: known?.message ?? (error instanceof Error ? error.message : String(error)) }
  }
}

/** Every revision's content still has the SHA-256 it is named by. */
async function checkRevisions({ db }: LibraryAccess): Promise<Finding> {
  const rows = await db.selectFrom('revision').select(['sha256', 'title']).execute()
  for (const { sha256, title } of rows) {
    const content = await findContent(db, sha256)
    if (!content || canonicalRevision(content).sha256 !== sha256) {
      return failed(
        `《${title}》的内容与登记的不符（${sha256.slice(0, 12)}）`,
        '请恢复最近的备份，或重新导入这份文件。',
      )
    }
  }
  return sound(`${rows.length} 个版本，内容都与登记的一致`)
}

/** Every blob is there and still has its SHA-256. */
async function checkBlobs({ db, blobs }: LibraryAccess): Promise<Finding> {
  const rows = await db.selectFrom('blob').select('sha256').execute()
  for (const { sha256 } of rows) {
    const whole =
      (await blobs.has(sha256)) &&
      createHash('sha256')
        .update(await blobs.read(sha256))
        .digest('hex') === sha256
    if (!whole) return failed(`附件 ${sha256.slice(0, 12)} 丢失或损坏`, '请重新导入带有这个附件的文件。')
  }
  return sound(`${rows.length} 个附件，都完好`)
}

/** The documents of filled forms can be made again. */
async function checkForms({ db, blobs }: LibraryAccess): Promise<Finding> {
  let forms = 0
  for (const used of await revisionsUsed(db)) {
    forms += used.forms
    const attachments = used.content === null ? [] : RevisionContent.parse(JSON.parse(used.content)).attachments
    const document = attachments?.find(({ mediaType }) => mediaType === DOCX_MEDIA_TYPE)
    if (document && (await blobs.has(document.sha256))) continue
    return failed(
      `《${used.templateTitle}》的 ${used.forms} 份文书打不开：当时用的模板版本 ${used.revision.slice(0, 12)} 不在了`,
      '填的内容都在。请重新导入这个模板，或更新它所在的频道。',
    )
  }
  return sound(forms === 0 ? '还没有填过' : `${forms} 份，当时用的模板都在`)
}

/** What was done with stories and columns is recorded without a gap, and the stories stand where it left them. */
async function checkRecord({ db }: LibraryAccess): Promise<Finding> {
  const { events, broken, strays } = await verifyRecord(db)
  if (broken) {
    return failed(
      `${broken.why}；在它前面的 ${events} 条完好`,
      '故事都在，仍可阅读。请恢复最近的备份，并查明谁动过资料库的文件；交给别人的送审件里有当时的记录，可以对照。',
    )
  }
  if (strays.length > 0) {
    const [first] = strays
    return failed(
      `《${first}》${strays.length > 1 ? `等 ${strays.length} 个故事` : ''}现在的进度不是按记录走到的`,
      '请核对它有没有经过核实和审定；没有把握时请先退役，或恢复最近的备份。',
    )
  }
  return sound(events === 0 ? '还没有记录' : `${events} 条，一条接一条，没有改动过`)
}

async function checkIndex(
  { db, search }: LibraryAccess,
  { searchDatabase }: LibraryPaths,
  index: IndexCare | undefined,
): Promise<Finding> {
  if (index && !isIndexSound(searchDatabase)) {
    await index.renew()
    return failed('检索索引损坏', '正在自动重建，资料都在。')
  }
  const newest = await newestSeq(db)
  const missing = () => newest - search.indexedSeq()
  // After a restore or during an import it lags for a while, which is no fault.
  if (missing() > 0 && index?.isAtWork()) return sound(`正在补上 ${missing()} 处改动`)
  if (missing() > 0) await index?.catchUp()
  return missing() > 0
    ? failed(`落后 ${missing()} 处改动`, '重新打开薪火会自动补上。')
    : sound(`${search.passageCount()} 段，与资料库同步`)
}

function isIndexSound(searchDatabase: string): boolean {
  try {
    const connection = openSearchForReading(searchDatabase)
    try {
      return findDamage(connection) === undefined
    } finally {
      connection.close()
    }
  } catch (error) {
    if (error instanceof IndexDamagedError) return false
    throw error
  }
}
