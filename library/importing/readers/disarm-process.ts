import childProcess from 'node:child_process'
import dgram from 'node:dgram'
import dns from 'node:dns'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'

/** TLS, HTTP and HTTP/2 all go through the sockets and servers of `net`, and need not be loaded to be closed. */
const doors: readonly (readonly [object, readonly string[]])[] = [
  [net, ['connect', 'createConnection', 'createServer']],
  [net.Socket.prototype, ['connect']],
  [net.Server.prototype, ['listen']],
  [dgram, ['createSocket']],
  [dns, ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny', 'resolveTxt', 'reverse']],
  [dns.promises, ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny', 'resolveTxt', 'reverse']],
  [childProcess, ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']],
]

/**
 * Takes network and child processes away from this process before a parser is loaded.
 * Defence in depth: no parser asks for them, and one made to by a hostile file gets an error.
 */
export function disarmProcess(): void {
  for (const [owner, names] of doors) {
    for (const name of names) {
      Object.defineProperty(owner, name, { value: denied, writable: false, configurable: false })
    }
  }
  syncBuiltinESMExports()
  for (const name of ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']) {
    // Redefining a global that Node.js loads when first asked for would load it; deleting does not.
    Reflect.deleteProperty(globalThis, name)
    Object.defineProperty(globalThis, name, { value: undefined, writable: false, configurable: false })
  }
}

function denied(): never {
  throw new Error('a reader process has no network and starts no processes')
}
