// Preloaded into a child process and its threads: counts what they ask of the disk, and kills the
// process by SIGKILL right before the call that the parent has chosen. `DIE_AT` is `main:12` or
// `writer:40`; `COUNT_TO` names a folder into which each thread writes how many calls it made.
import fs, { writeFileSync } from 'node:fs'
import { createRequire, syncBuiltinESMExports } from 'node:module'
import { isMainThread } from 'node:worker_threads'

const thread = isMainThread ? 'main' : 'writer'
const [chosen, at] = (process.env.DIE_AT ?? ':').split(':')
const fatal = chosen === thread ? Number(at) : Number.POSITIVE_INFINITY
let calls = 0
let begun = 0

function call(): void {
  calls += 1
  if (calls === fatal) process.kill(process.pid, 'SIGKILL')
}

function watch(owner: object, names: readonly string[]): void {
  for (const name of names) {
    const original = Reflect.get(owner, name) as (...values: unknown[]) => unknown
    const watched = function (this: unknown, ...values: unknown[]) {
      call()
      return Reflect.apply(original, this, values)
    }
    Object.defineProperty(owner, name, { value: watched, configurable: true, writable: true })
  }
}

const BetterSqlite3 = createRequire(import.meta.url)('better-sqlite3') as new (
  file: string,
) => {
  prepare(sql: string): object
  close(): void
}
const memory = new BetterSqlite3(':memory:')
watch(Object.getPrototypeOf(memory.prepare('SELECT 1')), ['run'])
memory.close()
watch(BetterSqlite3.prototype, ['exec'])

const handle = await fs.promises.open(process.execPath)
watch(Object.getPrototypeOf(handle), ['sync', 'writeFile'])
await handle.close()
watch(fs.promises, ['open', 'rename', 'mkdir', 'rm'])
watch(fs, ['renameSync', 'copyFileSync', 'linkSync', 'fsyncSync', 'rmSync', 'mkdirSync'])
syncBuiltinESMExports()

/** The work that matters begins here; what comes before is opening. */
Reflect.set(globalThis, 'storageWorkBegins', () => {
  begun = calls
})
const folder = process.env.COUNT_TO
if (folder) process.on('exit', () => writeFileSync(`${folder}/${thread}`, JSON.stringify({ begun, calls })))
