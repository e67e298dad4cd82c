import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { childBundle } from '../../service/child-bundle.ts'
import { temporaryFolder } from '../../store/temporary-library.ts'

const at = (file: string) => childBundle(new URL(file, import.meta.url))
const Counted = z.object({ begun: z.number(), calls: z.number() })

/** Runs the publishing child, killed right before that call to the disk; true when it had already done all. */
export async function runKilled(arguments_: readonly string[], call?: number, countTo?: string): Promise<boolean> {
  const preload = at('../../service/die-at-call.ts')
  const child = spawn(process.execPath, ['--import', preload, at('./publishing-child.ts'), ...arguments_], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      ...(call !== undefined && { DIE_AT: `main:${call}` }),
      ...(countTo !== undefined && { COUNT_TO: countTo }),
    },
  })
  let said = ''
  child.stdout.on('data', (text: Buffer) => {
    said += text.toString()
  })
  await once(child, 'close')
  return said.includes('done')
}

/** From which call to the disk on, and up to which, a task does its own work. */
export async function countCalls(arguments_: readonly string[]): Promise<z.infer<typeof Counted>> {
  const folder = temporaryFolder()
  if (!(await runKilled(arguments_, undefined, folder))) throw new Error('the child did not end by itself')
  return Counted.parse(JSON.parse(readFileSync(path.join(folder, 'main'), 'utf8')))
}
