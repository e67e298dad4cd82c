import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { oneAtATime } from './one-at-a-time.mjs'
import { SetUpError, tell } from './sentence.mjs'

/**
 * What node_modules was installed from: the lock file's hash and the platform.
 * @param {string} root
 */
export function packagesWanted(root) {
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex')
  return `${lock} ${process.platform}-${process.arch}`
}

/** @param {string} root */
function stampFile(root) {
  return path.join(root, 'node_modules', '.xinhuo-packages')
}

/** @param {string} root */
export function packagesAreCurrent(root) {
  try {
    return readFileSync(stampFile(root), 'utf8') === packagesWanted(root)
  } catch {
    return false
  }
}

/**
 * Installs what package-lock.json names, unless that is what is installed.
 * @param {string} root
 * @param {(root: string) => number | null} install gives npm's exit code
 * @returns {Promise<'installed' | 'current'>}
 * @throws {SetUpError} when npm could not install
 */
export async function ensurePackages(root, install = runNpmCi) {
  if (packagesAreCurrent(root)) return 'current'
  return oneAtATime({ root, name: 'packages' }, async () => {
    if (packagesAreCurrent(root)) return 'current'
    tell('正在安装所需组件,约需一分钟……', 'Installing packages, about a minute...')
    if (install(root) !== 0) {
      throw new SetUpError(
        '所需组件没有装好:请检查网络或 npm 镜像设置,再运行一次同样的命令。',
        'The packages could not be installed: check the network or the npm registry setting, then run the same command again.',
      )
    }
    writeFileSync(stampFile(root), packagesWanted(root))
    return 'installed'
  })
}

/** @param {string} root */
function runNpmCi(root) {
  const options = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const spawning = { cwd: root, stdio: ['ignore', 2, 2] }
  letRunningNodeBeReplaced(root)
  const npm = process.env.npm_execpath
  if (npm && /npm-cli\.c?js$/.test(npm)) {
    return spawnSync(process.env.npm_node_execpath ?? process.execPath, [npm, ...options], spawning).status
  }
  const windows = process.platform === 'win32'
  return spawnSync(windows ? 'npm.cmd' : 'npm', options, { ...spawning, shell: windows }).status
}

/**
 * npm puts node_modules/.bin first on PATH, so this process may run on the Node.js in node_modules.
 * Windows refuses to delete a running program but lets it be moved.
 * @param {string} root
 */
function letRunningNodeBeReplaced(root) {
  const inside = process.execPath.startsWith(path.join(root, 'node_modules') + path.sep)
  if (process.platform !== 'win32' || !inside) return
  mkdirSync(path.join(root, 'dist'), { recursive: true })
  renameSync(process.execPath, path.join(root, 'dist', `node-before-${Date.now()}.exe`))
}
