import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Electron's program in node_modules, or undefined when its binary is not there. Never loads the package: that would fetch it. */
export function findElectron(root: string): string | undefined {
  const home = path.join(root, 'node_modules', 'electron')
  try {
    const program = path.join(home, 'dist', readFileSync(path.join(home, 'path.txt'), 'utf8').trim())
    return existsSync(program) ? program : undefined
  } catch {
    return undefined
  }
}

/** What fetching needs of the world; tests give their own. */
export interface ElectronSource {
  readonly env: Readonly<Record<string, string | undefined>>
  /** Whether the place that holds the binaries answers. */
  readonly answers: () => Promise<boolean>
  readonly install: () => void
  readonly tell: (chinese: string, english: string) => void
}

/**
 * Electron's program, fetched if it can be. One try per version of Electron: the outcome is
 * remembered beside the package. CI, and whoever sets XINHUO_NO_DOWNLOAD, never fetches.
 */
export async function fetchElectronOnce(root: string, source = electronSource(root)): Promise<string | undefined> {
  const found = findElectron(root)
  if (found) return found
  const stamp = path.join(root, 'node_modules', 'electron', '.xinhuo-tried')
  if (source.env.CI || source.env.XINHUO_NO_DOWNLOAD || existsSync(stamp)) return undefined
  if (!existsSync(path.dirname(stamp))) return undefined
  writeFileSync(stamp, '')
  if (!(await source.answers())) return undefined
  source.tell('正在下载桌面窗口程序(仅此一次)……', 'Downloading the desktop shell, this once...')
  source.install()
  return findElectron(root)
}

const answerWithinMs = 2_500
const installWithinMs = 180_000

function electronSource(root: string): ElectronSource {
  const home = path.join(root, 'node_modules', 'electron')
  return {
    env: process.env,
    tell: (chinese, english) => process.stderr.write(`${chinese} ${english}\n`),
    install: () => {
      spawnSync(process.execPath, [path.join(home, 'install.js')], { stdio: 'ignore', timeout: installWithinMs })
    },
    answers: () => electronCanBeFetched(root),
  }
}

/** Whether the place that holds Electron's binaries, or the mirror that stands for it, answers. */
export async function electronCanBeFetched(root: string): Promise<boolean> {
  const { version } = JSON.parse(readFileSync(path.join(root, 'node_modules/electron/package.json'), 'utf8'))
  const mirror =
    process.env.ELECTRON_MIRROR ??
    process.env.npm_config_electron_mirror ??
    'https://github.com/electron/electron/releases/download/'
  try {
    const url = new URL(`v${version}/SHASUMS256.txt`, mirror)
    const response = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(answerWithinMs) })
    return response.ok
  } catch {
    return false
  }
}
