import { fork } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const disarm = fileURLToPath(new URL('../../../library/importing/readers/disarm-process.ts', import.meta.url))

const attempts: Record<string, string> = {
  fetch: 'await fetch("http://127.0.0.1:9")',
  socket: '(await import("node:net")).connect(9, "127.0.0.1")',
  'new socket': 'new (await import("node:net")).Socket().connect(9, "127.0.0.1")',
  http: '(await import("node:http")).get("http://127.0.0.1:9")',
  https: '(await import("node:https")).request("https://127.0.0.1:9")',
  'name look-up': '(await import("node:dns")).lookup("localhost", () => {})',
  tls: '(await import("node:tls")).connect(9, "127.0.0.1")',
  http2: '(await import("node:http2")).connect("http://127.0.0.1:9")',
  listening: '(await import("node:http")).createServer().listen(0)',
  datagram: '(await import("node:dgram")).createSocket("udp4")',
  'child process': '(await import("node:child_process")).spawnSync("true")',
}

it('takes network and child processes away', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'xinhuo-disarm-'))
  try {
    const script = join(folder, 'attempts.mjs')
    const body = Object.entries(attempts).map(
      ([name, code]) => `try { ${code}; done.push(${JSON.stringify(name)}) } catch {}`,
    )
    writeFileSync(
      script,
      `import { disarmProcess } from ${JSON.stringify(disarm)}\ndisarmProcess()\nconst done = []\n${body.join('\n')}\nprocess.send(done)\nprocess.disconnect()`,
    )
    const succeeded = await new Promise((resolve, reject) => {
      const child = fork(script, [], { execArgv: ['--no-warnings'] })
      child.on('message', resolve)
      child.on('error', reject)
    })
    expect(succeeded).toEqual([])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
