import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { CommandError } from './command-context.ts'

/** A key whose passphrase is wanted. */
export interface AskedKey {
  readonly name: string
  readonly holder: string
}

/** Gets passphrases from whoever holds the keys: typed on the terminal unseen, or from a file of an office that automates. */
export interface PassphraseSource {
  /** Undefined when nothing was typed, or the file has none of that name. */
  of(key: AskedKey): Promise<string | undefined>
  /** A new one, typed twice. */
  fresh(key: AskedKey): Promise<string>
}

/** Said at once, rather than when everybody has typed theirs. */
const SHORTEST = 8
const PassphraseFile = z.record(z.string(), z.string())

/**
 * @param file JSON: `{"targets-1": "…", "release-1": "…"}`; the terminal without it
 * @throws {CommandError} USAGE when there is neither
 */
export async function openPassphrases(file: string | undefined): Promise<PassphraseSource> {
  if (file === undefined) return terminalPassphrases()
  let known: Record<string, string>
  try {
    known = PassphraseFile.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (cause) {
    throw new CommandError({
      code: 'USAGE',
      what: `口令文件 ${file} 读不懂。`,
      todo: '它应当是 JSON，例如 {"targets-1": "……", "release-1": "……"}。没有改动。',
      cause,
    })
  }
  return {
    of: async ({ name }) => known[name],
    async fresh({ name }) {
      const passphrase = known[name]
      if (passphrase !== undefined) return passphrase
      throw new CommandError({ code: 'USAGE', what: `口令文件里没有 ${name} 的口令。`, todo: '没有改动。' })
    },
  }
}

function terminalPassphrases(): PassphraseSource {
  if (!process.stdin.isTTY) {
    throw new CommandError({
      code: 'USAGE',
      what: '这里不能输入口令。',
      todo: '请在终端里运行，或用 --passphrases 指明口令文件。没有改动。',
    })
  }
  let seated: string | undefined
  /** Each holder types alone, and the next is called when the one before is done. */
  const call = ({ holder }: AskedKey) => {
    if (holder !== seated) process.stderr.write(`请 ${holder} 到电脑前输入，其他人请回避。\n`)
    seated = holder
  }
  return {
    async of(key) {
      call(key)
      return (await askUnseen(`${key.name}（${key.holder}）的口令，没有则直接回车：`)) || undefined
    },
    async fresh(key) {
      call(key)
      for (;;) {
        const first = await askUnseen(`给 ${key.name}（${key.holder}）定一个口令，至少 ${SHORTEST} 个字符：`)
        if ([...first.trim()].length < SHORTEST) process.stderr.write('太短了，请重新输入。\n')
        else if (first === (await askUnseen('再输入一次：'))) return first
        else process.stderr.write('两次输入的不一样，请重新输入。\n')
      }
    },
  }
}

/** Reads a line from the terminal without showing it. Ctrl+C ends the command. */
async function askUnseen(question: string): Promise<string> {
  const { stdin } = process
  // Before the question: whoever answers at once is not shown either.
  stdin.setRawMode(true)
  process.stderr.write(question)
  stdin.setEncoding('utf8')
  stdin.resume()
  let typed = ''
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const onData = (text: string) => {
    for (const character of text) {
      if (character === '\r' || character === '\n') return resolve(typed)
      if (character === '\u0003' || character === '\u0004') {
        return reject(new CommandError({ code: 'USAGE', what: '已停止。', todo: '没有改动。' }))
      }
      if (character === '\u007f' || character === '\b') typed = [...typed].slice(0, -1).join('')
      else typed += character
    }
  }
  stdin.on('data', onData)
  try {
    return await promise
  } finally {
    stdin.off('data', onData)
    stdin.setRawMode(false)
    stdin.pause()
    process.stderr.write('\n')
  }
}
