import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { temporaryFolder } from '../store/temporary-library.ts'
import type { Asked, FileServer } from './static-server.ts'

const NGINX = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/bin/nginx'].find((file) => existsSync(file))

/** Whether nginx is installed here; the tests that want it say so when they are left out. */
export const hasNginx = NGINX !== undefined && spawnSync(NGINX, ['-v']).status === 0

/** nginx over a folder, below a path of Chinese characters, with gzip on: as an office's web server would have it. */
export async function serveWithNginx(folder: string): Promise<FileServer> {
  const home = temporaryFolder()
  const port = await freePort()
  const log = path.join(home, 'access.log')
  // nginx's workers may run as somebody else.
  for (const one of [home, folder]) chmodSync(one, 0o755)
  writeFileSync(path.join(home, 'nginx.conf'), configuration(home, folder, port, log))
  const child = spawn(
    NGINX ?? 'nginx',
    ['-p', home, '-c', path.join(home, 'nginx.conf'), '-e', path.join(home, 'error.log')],
    {
      stdio: 'ignore',
    },
  )
  const close = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  onTestFinished(close)
  const address = `http://127.0.0.1:${port}/${encodeURIComponent('内容')}/channel/`
  await answering(address, child)
  let read = 0
  return {
    address,
    async asked() {
      // The log is written when an answer is over, which is a moment after its reader has it all.
      await new Promise((resolve) => setTimeout(resolve, 100))
      const lines = readFileSync(log, 'utf8').split('\n').filter(Boolean)
      const fresh = lines.slice(read).map(readLine)
      read = lines.length
      return fresh
    },
    close,
  }
}

function readLine(line: string): Asked {
  const [status, bytes, ...rest] = line.split(' ')
  const file = decodeURIComponent(rest.join(' ')).replace('/内容/channel/', '')
  return { file, status: Number(status), bytes: Number(bytes) }
}

const configuration = (home: string, folder: string, port: number, log: string) => `
daemon off;
master_process off;
pid ${home}/nginx.pid;
error_log ${home}/error.log;
events { worker_connections 64; }
http {
  log_format asked '$status $body_bytes_sent $request_uri';
  access_log ${log} asked;
  client_body_temp_path ${home}/body;
  proxy_temp_path ${home}/proxy;
  fastcgi_temp_path ${home}/fastcgi;
  uwsgi_temp_path ${home}/uwsgi;
  scgi_temp_path ${home}/scgi;
  default_type application/octet-stream;
  types { application/json json; }
  gzip on;
  gzip_types application/json application/octet-stream;
  gzip_min_length 1;
  sendfile on;
  server {
    listen 127.0.0.1:${port};
    location /内容/channel/ { alias ${folder}/; }
  }
}
`

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function answering(address: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`nginx ended with ${child.exitCode}`)
    const answer = await fetch(address).catch(() => undefined)
    if (answer) {
      await answer.body?.cancel()
      return
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
