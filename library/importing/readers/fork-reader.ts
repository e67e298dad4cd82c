import { fork } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { SpawnReader } from './spawn-reader.ts'

/**
 * Starts reader processes with Node: no environment, no file but the program's own readable,
 * nothing writable, no child processes, no native add-ons (Node's permission model), no `eval`.
 * @param entry absolute path of `reader-process`
 */
export function forkReader(entry: string): SpawnReader {
  const readable = readableFolders(programRoot(entry)).map((folder) => `--allow-fs-read=${join(folder, '*')}`)
  const { SystemRoot } = process.env
  return ({ heapMegabytes }) => {
    const child = fork(entry, [], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      // Windows cannot load its own libraries without SystemRoot.
      env: process.platform === 'win32' && SystemRoot !== undefined ? { SystemRoot } : {},
      execArgv: [
        '--permission',
        ...readable,
        '--allow-worker',
        `--max-old-space-size=${heapMegabytes}`,
        '--disallow-code-generation-from-strings',
        '--no-warnings',
      ],
    })
    return {
      send: (message) => {
        if (child.connected && typeof message === 'object' && message !== null) child.send(message, () => {})
      },
      onMessage: (listener) => void child.on('message', listener),
      onExit: (listener) => {
        let told = false
        const tell = (code: number | null, signal: string | null) => {
          if (!told) listener({ code, signal })
          told = true
        }
        child.on('exit', tell)
        child.on('error', () => tell(null, null))
      },
      kill: () => void child.kill('SIGKILL'),
    }
  }
}

/** The program's folder and where its packages really lie: either may be a link, and Node checks both ends of one. */
function readableFolders(root: string): string[] {
  const folders = [root, realpathSync(root)]
  const packages = join(root, 'node_modules')
  if (existsSync(packages)) folders.push(realpathSync(packages))
  return [...new Set(folders)]
}

/** The nearest folder above the entry that holds what it imports. */
function programRoot(entry: string): string {
  for (let folder = dirname(entry); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'node_modules'))) return folder
    if (folder === dirname(folder)) return dirname(entry)
  }
}
