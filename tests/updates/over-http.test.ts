import { rmSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { httpSource } from '../../library/updates/sources/http-source.ts'
import { hasNginx, serveWithNginx } from './nginx-server.ts'
import { type Receiver, startReceiver } from './receiver.ts'
import { type Asked, type FileServer, type Misbehaviour, serveFolder } from './static-server.ts'
import { counts, createTwoVersions, wholeVersion } from './two-versions.ts'
import { filesBelow } from './zip-folder.ts'

const holds = ({ service, find }: Receiver) =>
  wholeVersion(service.session.access, service.session.paths.channels, find)

const servers: readonly (readonly [string, boolean, (folder: string) => Promise<FileServer>])[] = [
  ['nginx from Debian’s packages, below a path, with gzip', hasNginx, serveWithNginx],
  ['a plain web server', true, (folder) => serveFolder(folder)],
]

describe.each(servers)('over HTTP from %s', (name, there, serve) => {
  it('installs, updates, and asks for nothing but what is needed, once', async (test) => {
    if (!there) return test.skip(`not here: ${name}`)
    const channel = createTwoVersions()
    channel.publishVersion(1)
    const server = await serve(channel.directory)
    const receiver = await startReceiver()
    await receiver.trust(server.address)
    await server.asked()
    expect(await receiver.apply(server.address)).toMatchObject({ version: 1, new: counts.first })
    expect(await holds(receiver)).toBe(1)
    requireEachOnce(await server.asked())

    const before = new Set(filesBelow(channel.directory))
    channel.publishVersion(2)
    const fresh = filesBelow(channel.directory).filter((file) => !before.has(file))
    const applied = await receiver.apply(server.address)
    expect(applied).toMatchObject({ version: 2, changed: counts.changed })
    expect(await holds(receiver)).toBe(2)
    const asked = await server.asked()
    requireEachOnce(asked)
    const known = asked.filter(({ status, file }) => status === 200 && before.has(file)).map(({ file }) => file)
    expect(known.filter((file) => !file.startsWith('metadata/'))).toEqual([])
    expect(asked.filter(({ status }) => status === 404).map(({ file }) => file)).toEqual(['metadata/2.root.json'])
    expect(asked.map(({ file }) => file).sort()).toEqual(
      expect.arrayContaining(fresh.filter((file) => !file.startsWith('metadata/'))),
    )
    const objects = asked.filter(({ file }) => file.startsWith('objects/'))
    // gzip adds a few bytes to what is packed already.
    expect(objects.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(applied.bytes * 1.02 + 1000)
  })

  it('is not asked at all for going back', async (test) => {
    if (!there) return test.skip(`not here: ${name}`)
    const channel = createTwoVersions()
    channel.publishVersion(1)
    const server = await serve(channel.directory)
    const receiver = await startReceiver()
    await receiver.trust(server.address)
    await receiver.apply(server.address)
    channel.publishVersion(2)
    await receiver.apply(server.address)
    await server.close()
    await receiver.rollBack('liangban-pindao', 1)
    expect(await holds(receiver)).toBe(1)
    await receiver.rollBack('liangban-pindao', 2)
    expect(await holds(receiver)).toBe(2)
  })
})

function requireEachOnce(asked: readonly Asked[]): void {
  const files = asked.map(({ file }) => file)
  expect(files.filter((file, index) => files.indexOf(file) !== index)).toEqual([])
}

/** The first file of that kind that is asked for is where it happens. */
const once = (kind: string, does: (...args: Parameters<Misbehaviour>) => void): Misbehaviour => {
  let done = false
  return (file, response) => {
    if (done || !file.startsWith(kind)) return false
    done = true
    does(file, response)
    return true
  }
}

describe('a web server that fails', () => {
  const failures: readonly (readonly [string, (...args: Parameters<Misbehaviour>) => void])[] = [
    [
      'stops in the middle',
      (_, response) => {
        response.writeHead(200, { 'content-length': 100_000 })
        response.write(Buffer.alloc(10))
        setImmediate(() => response.destroy())
      },
    ],
    ['answers with an error', (_, response) => void response.writeHead(500).end('trouble')],
    ['hangs up', (_, response) => void response.destroy()],
    [
      'sends one reader round in circles',
      (file, response) => void response.writeHead(302, { location: `/${file}?again` }).end(),
    ],
  ]
  it.each(failures)('%s: the old version stays, and a second try goes on from there', async (title, does) => {
    for (const kind of ['metadata/timestamp', 'metadata/2.targets', 'targets/bins', 'objects']) {
      const channel = createTwoVersions()
      channel.publishVersion(1)
      const receiver = await startReceiver()
      await receiver.trust(channel.directory)
      await receiver.apply(channel.directory)
      channel.publishVersion(2)
      let broken: Misbehaviour = once(kind, does)
      if (title.includes('circles')) {
        broken = (file, response) => {
          if (!file.startsWith(kind)) return false
          does(file, response)
          return true
        }
      }
      const server = await serveFolder(channel.directory, (file, response) => broken(file, response))
      const refusal = await receiver.apply(server.address).catch((error: { code: string; message: string }) => error)
      expect(refusal, kind).toMatchObject({
        code: 'SOURCE_GONE',
        message: expect.stringMatching(/已安装的内容没有改动/),
      })
      expect(await holds(receiver)).toBe(1)
      const fetched = (await server.asked()).filter(({ file, status }) => file.startsWith('objects/') && status === 200)
      broken = () => false
      expect(await receiver.apply(server.address)).toMatchObject({ version: 2 })
      expect(await holds(receiver)).toBe(2)
      const again = (await server.asked()).map(({ file }) => file)
      // The attachment that was being read is read anew; the revisions are staged.
      const staged = fetched.filter(({ bytes }) => bytes < 10_000).map(({ file }) => file)
      expect(
        again.filter((file) => staged.includes(file)),
        kind,
      ).toEqual([])
    }
  })

  it('is followed to where it sends its readers', async () => {
    const channel = createTwoVersions()
    channel.publishVersion(1)
    const behind = await serveFolder(channel.directory)
    const front = await serveFolder(channel.directory, (file, response) => {
      response.writeHead(301, { location: `${behind.address}${file}` }).end()
      return true
    })
    const receiver = await startReceiver()
    await receiver.trust(front.address)
    expect(await receiver.apply(front.address)).toMatchObject({ version: 1 })
  })

  it('that cannot be reached is told plainly', async () => {
    const channel = createTwoVersions()
    channel.publishVersion(1)
    const server = await serveFolder(channel.directory)
    const receiver = await startReceiver()
    await receiver.trust(server.address)
    await server.close()
    await expect(receiver.check(server.address)).rejects.toMatchObject({
      code: 'SOURCE_SILENT',
      message: expect.stringMatching(/网络是否连通/),
    })
  })

  it('that holds no channel is told plainly', async () => {
    const channel = createTwoVersions()
    rmSync(path.join(channel.directory, 'metadata'), { recursive: true })
    const server = await serveFolder(channel.directory)
    await expect((await startReceiver()).check(server.address)).rejects.toMatchObject({ code: 'SOURCE_NOT_FOUND' })
  })

  it('that says nothing is not waited for, nor one that says a byte now and then', async () => {
    const channel = createTwoVersions()
    channel.publishVersion(1)
    const silent = await serveFolder(channel.directory, () => true)
    const patience = { silence: 150 }
    await expect(httpSource(silent.address, patience).read('metadata/timestamp.json', 99_999)).rejects.toMatchObject({
      code: 'SOURCE_SILENT',
    })
    const slow = await serveFolder(channel.directory, (_, response) => {
      response.writeHead(200, { 'content-length': 99_999 })
      const drip = setInterval(() => response.write('x'), 10)
      response.on('close', () => clearInterval(drip))
      return true
    })
    await expect(httpSource(slow.address, patience).read('metadata/timestamp.json', 99_999)).rejects.toMatchObject({
      code: 'SOURCE_GONE',
    })
  })
})
