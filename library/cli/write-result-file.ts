import { open, rename, rm } from 'node:fs/promises'
import { CommandError } from './command-context.ts'

/**
 * Writes a file whole or not at all: what was there before stays when the disk is full.
 * @param what what was to be written, e.g. 缺漏
 */
export async function writeResultFile(file: string, content: string | Uint8Array, what: string): Promise<void> {
  const draft = `${file}.${process.pid}.tmp`
  try {
    const handle = await open(draft, 'wx')
    try {
      await handle.writeFile(content)
      // Whoever reads that it is done may pull the stick out.
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(draft, file)
  } catch (cause) {
    await rm(draft, { force: true }).catch(() => undefined)
    throw new CommandError({
      code: 'USAGE',
      what: `${what}没有写成文件。`,
      why: `${file} 写不进去。`,
      todo: '记录都还在。请换个文件夹，或腾出空间后再试。',
      cause,
    })
  }
}
