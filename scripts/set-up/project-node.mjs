import { existsSync } from 'node:fs'
import path from 'node:path'
import { SetUpError } from './sentence.mjs'

/** The oldest Node.js that the service runs on. */
export const oldestNode = '24.15.0'

/**
 * @param {string} version e.g. 24.21.0, with or without a leading v
 * @param {string} oldest
 */
export function isAtLeast(version, oldest) {
  const parts = (/** @type {string} */ text) => text.replace(/^v/, '').split('.').map(Number)
  const [have, want] = [parts(version), parts(oldest)]
  for (let i = 0; i < 3; i++) {
    const difference = (have[i] ?? 0) - (want[i] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return true
}

/**
 * The Node.js to run the project with: the running one where it is new enough, else the one in node_modules.
 * @param {string} root
 * @param {{ version: string, execPath: string, platform: string, arch: string }} running
 * @returns {string} path of the executable
 * @throws {SetUpError} when there is neither
 */
export function findProjectNode(root, running = process) {
  if (isAtLeast(running.version, oldestNode)) return running.execPath
  const os = running.platform === 'win32' ? 'win' : running.platform
  const file = running.platform === 'win32' ? 'node.exe' : 'node'
  const packaged = path.join(root, 'node_modules', `node-${os}-${running.arch}`, 'bin', file)
  if (existsSync(packaged)) return packaged
  throw new SetUpError(
    `薪火需要 Node.js ${oldestNode} 或更新版本,本机是 ${running.version};请安装 Node.js 24 后再试。`,
    `Xinhuo needs Node.js ${oldestNode} or newer and this is ${running.version}: install Node.js 24 and try again.`,
  )
}
