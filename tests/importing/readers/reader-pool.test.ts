import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { forkReader } from '../../../library/importing/readers/fork-reader.ts'
import { defaultReaderLimits, type ReaderLimits } from '../../../library/importing/readers/reader-limits.ts'
import { createReaderPool, type ReaderPool } from '../../../library/importing/readers/reader-pool.ts'
import type { ReaderExit, SpawnReader } from '../../../library/importing/readers/spawn-reader.ts'
import { noticeDocx, rawDocx } from './office-file.ts'

const entry = fileURLToPath(new URL('../../../library/importing/readers/reader-process.ts', import.meta.url))
const pools: ReaderPool[] = []

function pool(options: { size?: number; spawn?: SpawnReader; limits?: Partial<ReaderLimits> } = {}): ReaderPool {
  const created = createReaderPool({
    size: options.size ?? 2,
    spawn: options.spawn ?? forkReader(entry),
    limits: { ...defaultReaderLimits, ...options.limits },
  })
  pools.push(created)
  return created
}

afterEach(async () => {
  for (const one of pools.splice(0)) await one.close()
})

const text = (body: string, name = 'a.txt') => ({ name, bytes: Buffer.from(body) })
const heavy = () => rawDocx('<w:p><w:r><w:t>宅基地</w:t></w:r></w:p>'.repeat(400_000))

describe('a pool of real processes', () => {
  it('reads text and documents at once and gives each its own answer', async () => {
    const readers = pool()
    const docx = await noticeDocx()
    const documents = await Promise.all([
      ...Array.from({ length: 40 }, (_, at) => readers.read(text(`办法${at}\n正文${at}。`))),
      readers.read({ name: 'x.docx', bytes: docx }),
      readers.read({ name: 'y.docx', bytes: docx }),
    ])
    expect(documents.slice(0, 40).map((document) => document.body)).toEqual(
      Array.from({ length: 40 }, (_, at) => `正文${at}。`),
    )
    expect(documents[40]?.documentNumber).toBe('青政发〔2024〕12号')
    expect(documents[41]).toEqual(documents[40])
  })

  it('passes refusals on with their sentences', async () => {
    await expect(pool().read({ name: 'a.docx', bytes: Buffer.from('PK\x03\x04', 'latin1') })).rejects.toMatchObject({
      name: 'UnreadableFileError',
      code: 'FILE_TRUNCATED',
      todo: expect.stringContaining('重新'),
    })
  })

  it('stops a document that takes too much memory and goes on with the rest', async () => {
    const readers = pool({ size: 1, limits: { memory: 120 * 1024 * 1024, memoryPerByte: 0 } })
    const results = await Promise.allSettled([
      readers.read({ name: 'x.docx', bytes: await heavy() }),
      readers.read(text('甲乙丙。')),
    ])
    expect(results[0]).toMatchObject({ status: 'rejected', reason: { code: 'FILE_MEMORY' } })
    expect(results[1]).toMatchObject({ status: 'fulfilled' })
  })

  it('stops a document that takes too long and goes on with the rest', async () => {
    const readers = pool({ size: 1, limits: { milliseconds: 1500, millisecondsPerMegabyte: 0, memory: 4 * 1024 ** 3 } })
    const started = performance.now()
    await expect(readers.read({ name: 'x.docx', bytes: await heavy() })).rejects.toMatchObject({ code: 'FILE_TIMEOUT' })
    expect(performance.now() - started).toBeLessThan(4000)
    await expect(readers.read(text('甲乙丙。'))).resolves.toBeDefined()
  })

  it('closes within two seconds, whatever is being read', async () => {
    const readers = pool({ size: 1 })
    const running = readers.read({ name: 'x.docx', bytes: await heavy() })
    const waiting = readers.read(text('甲。'))
    const outcome = Promise.allSettled([running, waiting])
    await new Promise((resolve) => setTimeout(resolve, 300))
    const started = performance.now()
    await readers.close()
    expect(performance.now() - started).toBeLessThan(2000)
    expect(await outcome).toMatchObject([{ reason: { code: 'READER_CLOSED' } }, { reason: { code: 'READER_CLOSED' } }])
    await expect(readers.read(text('乙。'))).rejects.toMatchObject({ code: 'READER_CLOSED' })
  })
})

/** A process that does what a test says, in place of one that reads. */
function scripted(
  act: (
    reply: (message: unknown) => void,
    exit: (exit: ReaderExit) => void,
    request: { id: number; name: string },
  ) => void,
) {
  const started: { killed: boolean }[] = []
  const spawn: SpawnReader = () => {
    const state = { killed: false }
    started.push(state)
    let toParent: (message: unknown) => void = () => {}
    let ended: (exit: ReaderExit) => void = () => {}
    return {
      send: (message) => {
        const request = message as { type: string; id: number; name: string }
        if (request.type === 'read') queueMicrotask(() => act(toParent, ended, request))
      },
      onMessage: (listener) => {
        toParent = listener
      },
      onExit: (listener) => {
        ended = listener
      },
      kill: () => {
        state.killed = true
        queueMicrotask(() => ended({ code: null, signal: 'SIGKILL' }))
      },
    }
  }
  return { spawn, started }
}

const answer = (id: number) => ({
  type: 'document',
  id,
  document: { native: false, title: '题', body: '', blobs: [], attachments: [], warnings: [] },
})

describe('a pool whose processes misbehave', () => {
  it.each<[ReaderExit, string]>([
    [{ code: null, signal: 'SIGKILL' }, 'FILE_MEMORY'],
    [{ code: null, signal: 'SIGABRT' }, 'FILE_MEMORY'],
    [{ code: 134, signal: null }, 'FILE_MEMORY'],
    [{ code: 70, signal: null }, 'FILE_CRASHED'],
    [{ code: null, signal: 'SIGSEGV' }, 'FILE_CRASHED'],
  ])('takes an exit with %j for %s', async (exit, code) => {
    const { spawn } = scripted((_, end) => end(exit))
    await expect(pool({ spawn }).read(text('甲'))).rejects.toMatchObject({ code })
  })

  it('believes no message that is not in the agreed form, and ends who sent it', async () => {
    const { spawn, started } = scripted((reply, _, { id }) =>
      reply({ type: 'document', id, document: { title: '<script>' } }),
    )
    await expect(pool({ spawn }).read(text('甲'))).rejects.toMatchObject({ code: 'FILE_CRASHED' })
    expect(started[0]?.killed).toBe(true)
  })

  it('ignores an answer to another question', async () => {
    const { spawn } = scripted((reply, _, { id }) => {
      reply(answer(id + 100))
      reply(answer(id))
    })
    await expect(pool({ spawn }).read(text('甲'))).resolves.toMatchObject({ title: '题' })
  })

  it('keeps one process for texts and starts a fresh one for every other document', async () => {
    const texts = scripted((reply, _, { id }) => reply(answer(id)))
    const textPool = pool({ spawn: texts.spawn, size: 1 })
    for (let at = 0; at < 5; at++) await textPool.read(text('甲'))
    expect(texts.started).toHaveLength(1)

    const documents = scripted((reply, _, { id }) => reply(answer(id)))
    const documentPool = pool({ spawn: documents.spawn, size: 1 })
    for (let at = 0; at < 3; at++) await documentPool.read({ name: 'a.pdf', bytes: Buffer.from('%PDF-1.4') })
    expect(documents.started.filter((process) => process.killed)).toHaveLength(3)
    expect(documents.started).toHaveLength(4)
  })

  it('reads no more at once than its size', async () => {
    let running = 0
    let most = 0
    const { spawn } = scripted((reply, _, { id }) => {
      most = Math.max(most, ++running)
      setTimeout(() => {
        running--
        reply(answer(id))
      }, 5)
    })
    const readers = pool({ spawn, size: 3 })
    await Promise.all(Array.from({ length: 20 }, () => readers.read(text('甲'))))
    expect(most).toBe(3)
  })
})
