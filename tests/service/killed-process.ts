import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { temporaryFolder } from '../store/temporary-library.ts'
import { childBundle } from './child-bundle.ts'

const at = (file: string) => childBundle(new URL(file, import.meta.url))

/** How a child is killed: after so many milliseconds from the opening of the library, or before a call to the disk. */
export type Death = { readonly after: number } | { readonly thread: 'main' | 'writer'; readonly call: number }

/** Runs the storage child and kills it; true when it had already done all. */
export async function runKilled(
  arguments_: readonly string[],
  death: Death | undefined,
  countTo?: string,
): Promise<boolean> {
  const preload = death && 'after' in death ? [] : ['--import', at('./die-at-call.ts')]
  const child = spawn(process.execPath, [...preload, at('./storage-child.ts'), ...arguments_], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      ...(death && 'call' in death && { DIE_AT: `${death.thread}:${death.call}` }),
      ...(countTo !== undefined && { COUNT_TO: countTo }),
    },
  })
  let said = ''
  child.stdout.on('data', (text: Buffer) => {
    const wasOpen = said.includes('open')
    said += text.toString()
    if (!wasOpen && said.includes('open') && death && 'after' in death)
      setTimeout(() => child.kill('SIGKILL'), death.after)
  })
  await once(child, 'close')
  return said.includes('done')
}

/** How many calls to the disk each thread makes for a task, and where in the main thread the task itself begins. */
export async function countCalls(arguments_: readonly string[]) {
  const folder = temporaryFolder()
  if (!(await runKilled(arguments_, undefined, folder))) throw new Error('the child did not end by itself')
  const read = (thread: string) => {
    const file = path.join(folder, thread)
    return existsSync(file)
      ? (JSON.parse(readFileSync(file, 'utf8')) as { begun: number; calls: number })
      : { begun: 0, calls: 0 }
  }
  return { main: read('main'), writer: read('writer') }
}

/** `count` numbers from `first` to `last`, spread evenly. */
export function spread(first: number, last: number, count: number): number[] {
  const step = (last - first) / Math.max(1, count - 1)
  return [...new Set(Array.from({ length: count }, (_, index) => Math.round(first + step * index)))]
}
