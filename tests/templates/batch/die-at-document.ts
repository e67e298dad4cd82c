// Preloaded into a command: kills it by SIGKILL right after its `DIE_AT_DOCUMENT`th document has its name.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { isMainThread } from 'node:worker_threads'

const last = Number(process.env.DIE_AT_DOCUMENT)
const { rename } = fs.promises
let made = 0
if (isMainThread) {
  fs.promises.rename = async (from, to) => {
    await rename(from, to)
    if (String(to).endsWith('.docx')) made += 1
    if (made === last) process.kill(process.pid, 'SIGKILL')
  }
  syncBuiltinESMExports()
}
