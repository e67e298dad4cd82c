import { openNodeSqlite } from './drivers/node-sqlite-connection.ts'
import type { OpenSqlite } from './sqlite-connection.ts'

const openPreferred = await preferredDriver()

/**
 * Opens a SQLite file with better-sqlite3, or with `node:sqlite` where its binary cannot load
 * (glibc older than 2.34, as on UOS 20 and Kylin V10) and for immutable files.
 */
export const openSqlite: OpenSqlite = (file, options) =>
  options?.immutable ? openNodeSqlite(file, options) : openPreferred(file, options)

async function preferredDriver(): Promise<OpenSqlite> {
  if (process.env.XINHUO_SQLITE === 'node') return openNodeSqlite
  try {
    const { openBetterSqlite3 } = await import('./drivers/better-sqlite3-connection.ts')
    // The native binary is loaded by the first open, not by the import.
    openBetterSqlite3(':memory:').close()
    return openBetterSqlite3
  } catch {
    return openNodeSqlite
  }
}
