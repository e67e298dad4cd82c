import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { AppError } from '../../errors/app-error.ts'
import { makeBelow } from '../../store/blob-store.ts'

export class CheckedDocumentError extends AppError<'CHECK_UPLOAD_NOT_FOUND' | 'UPLOAD_EMPTY' | 'UPLOAD_TOO_LARGE'> {}

/** Bytes. */
export const LARGEST_DOCUMENT = 64 * 1024 ** 2
/** So many are kept, and none longer than this. Milliseconds. */
const KEPT = 50
const KEPT_FOR = 24 * 3600 * 1000

const Facts = z.object({ file: z.string(), official: z.boolean() })

/** A document that was given to be checked, and waits to be repaired and taken back. */
interface ReceivedDocument {
  readonly file: string
  /** How it was checked, so that its findings are found again. */
  readonly official: boolean
  readonly bytes: Uint8Array
}

/** Documents given to be checked, each below a folder of its own with a name nobody can guess. */
export interface ReceivedDocuments {
  keep(document: ReceivedDocument): Promise<string>
  /** @throws {CheckedDocumentError} CHECK_UPLOAD_NOT_FOUND */
  read(upload: string): Promise<ReceivedDocument>
}

/** @param incoming the library's folder for uploads, which is emptied at every start */
export function receivedDocuments(incoming: string, clock: () => Date): ReceivedDocuments {
  const root = path.join(incoming, 'document-checks')
  return {
    async keep({ file, official, bytes }) {
      await makeBelow(incoming)
      await mkdir(root, { recursive: true, mode: 0o700 })
      await forgetOld(root, clock())
      const upload = randomUUID()
      await mkdir(path.join(root, upload), { mode: 0o700 })
      await writeFile(path.join(root, upload, 'document.docx'), bytes, { mode: 0o600 })
      await writeFile(path.join(root, upload, 'facts.json'), JSON.stringify({ file, official }), { mode: 0o600 })
      return upload
    },
    async read(upload) {
      if (!/^[0-9a-f-]{36}$/.test(upload)) throw notFound()
      try {
        const [bytes, facts] = await Promise.all([
          readFile(path.join(root, upload, 'document.docx')),
          readFile(path.join(root, upload, 'facts.json'), 'utf8'),
        ])
        return { bytes, ...Facts.parse(JSON.parse(facts)) }
      } catch (cause) {
        if ((cause as NodeJS.ErrnoException).code === 'ENOENT') throw notFound()
        throw cause
      }
    },
  }
}

async function forgetOld(root: string, now: Date): Promise<void> {
  const names = await readdir(root)
  const dated = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(path.join(root, name)).catch(() => undefined))?.mtimeMs ?? 0 })),
  )
  dated.sort((a, b) => b.at - a.at)
  const old = dated.filter(({ at }, index) => index >= KEPT - 1 || now.getTime() - at > KEPT_FOR)
  for (const { name } of old) await rm(path.join(root, name), { recursive: true, force: true })
}

const notFound = () =>
  new CheckedDocumentError({
    code: 'CHECK_UPLOAD_NOT_FOUND',
    what: '这份文档已经不在了。',
    why: '收到的文档只留一天，重新打开薪火后也会清掉。',
    todo: '请重新选择文件检查。',
  })
