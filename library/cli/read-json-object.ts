import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { CommandError } from './command-context.ts'

/**
 * The JSON object in a file; what it says is checked by the service.
 * @param what it should hold: 故事
 * @throws {CommandError} when it cannot be read, or is no object at all
 */
export async function readJsonObject(file: string, what: string): Promise<Record<string, unknown>> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    const why =
      error.code === 'ENOENT' ? '这里没有这个文件。' : error.code === 'EISDIR' ? '这是一个文件夹。' : undefined
    throw new CommandError({ code: 'USAGE', what: `读不出文件：${file}。`, why: why ?? error.code ?? error.message })
  })
  const given = z.record(z.string(), z.unknown()).safeParse(parse(text))
  if (given.success) return given.data
  throw new CommandError({
    code: 'USAGE',
    what: `这个文件不是${what}的内容：${file}。`,
    why: '里面应当是一个 JSON 对象。',
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return undefined
  }
}
