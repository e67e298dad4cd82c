import { spawn } from 'node:child_process'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensurePackages } from './packages.mjs'
import { findProjectNode } from './project-node.mjs'
import { projectRoot } from './project-root.mjs'

/**
 * Sets the project up when needed, then runs a module with the project's Node.js:
 * in this process when it is that Node.js, else in one of its own whose end is this one's.
 * @param {string} module path from the project's root
 * @param {readonly string[]} args
 * @returns {Promise<number | undefined>} the exit code; undefined when the module runs in this process
 */
export async function handOver(module, args) {
  await ensurePackages(projectRoot)
  const node = findProjectNode(projectRoot)
  const file = path.resolve(projectRoot, module)
  if (node === process.execPath) {
    process.argv = [node, file, ...args]
    await import(pathToFileURL(file).href)
    return undefined
  }
  return runToItsEnd(node, [file, ...args])
}

/**
 * @param {string} node
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
function runToItsEnd(node, args) {
  const child = spawn(node, args, { stdio: 'inherit' })
  const pass = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal)
  // A terminal sends SIGINT to the child as well: only wait for it to end.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', pass)
  process.on('SIGHUP', pass)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)))
  })
}
