import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Workplace } from './steps.ts'

/** Runs a package's command with the project's Node.js, its output passed through; gives its exit code. */
export function runTool({ root, node, env }: Workplace, name: string, args: readonly string[]): Promise<number> {
  const child = spawn(node, [commandFile(root, name), ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  return new Promise((resolve) => {
    child.once('error', () => resolve(1))
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

const packageOf: Readonly<Record<string, string>> = { biome: '@biomejs/biome', tsc: 'typescript' }

/** The JavaScript file behind a command, which unlike node_modules/.bin is the same on every system. */
function commandFile(root: string, name: string): string {
  const home = path.join(root, 'node_modules', packageOf[name] ?? name)
  const { bin } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>
  }
  return path.join(home, typeof bin === 'string' ? bin : (bin[name] ?? ''))
}
