import type { DocumentInput, ParsedDocument } from './parsed-document.ts'
import { isRisky } from './read-document.ts'
import { defaultReaderLimits, type ReaderLimits } from './reader-limits.ts'
import { errorOfReply, ReaderReply } from './reader-messages.ts'
import type { ReaderRequest } from './reader-request.ts'
import { sniffFormat } from './sniff-format.ts'
import type { ReaderChannel, ReaderExit, SpawnReader } from './spawn-reader.ts'
import { refuse } from './unreadable-file-error.ts'

/** Reads documents in processes of their own, so that none can hurt the caller. */
export interface ReaderPool {
  /** @throws {UnreadableFileError} when the file cannot be taken in */
  read(input: DocumentInput): Promise<ParsedDocument>
  /** Ends all processes; what is waiting or being read is refused with READER_CLOSED. */
  close(): Promise<void>
}

/** What {@link createReaderPool} needs. */
export interface ReaderPoolOptions {
  /** How many documents are read at once. */
  readonly size: number
  readonly spawn: SpawnReader
  readonly limits?: ReaderLimits
}

interface Task {
  /** Let go once it is sent: from then on the reader holds it. */
  input: DocumentInput | undefined
  readonly size: number
  readonly format: ReturnType<typeof sniffFormat>
  readonly resolve: (document: ParsedDocument) => void
  readonly reject: (error: Error) => void
}

interface Reader {
  readonly channel: ReaderChannel
  task: Task | undefined
  taskId: number
  timer: NodeJS.Timeout | undefined
  /** Set when the pool ended the process, so that its exit says nothing about the document. */
  ended: boolean
  readonly gone: Promise<void>
}

/** A process that has read a larger text than this, in bytes, goes, and the memory it took with it. */
const REUSED_UP_TO = 4 * 1024 * 1024

/**
 * Creates a pool. Plain text and Markdown go to long-lived processes, for only our own code reads
 * them; every other document gets a fresh process, one of which is kept started ahead.
 */
export function createReaderPool({ size, spawn, limits = defaultReaderLimits }: ReaderPoolOptions): ReaderPool {
  const queue: Task[] = []
  const readers = new Set<Reader>()
  const idle: Reader[] = []
  let spare: Reader | undefined
  let busy = 0
  let nextId = 1
  let closed = false

  function start(): Reader {
    const channel = spawn({ heapMegabytes: limits.heapMegabytes })
    let leave = () => {}
    const gone = new Promise<void>((resolve) => {
      leave = resolve
    })
    const reader: Reader = { channel, task: undefined, taskId: 0, timer: undefined, ended: false, gone }
    readers.add(reader)
    channel.onMessage((message) => receive(reader, message))
    channel.onExit((exit) => {
      forget(reader)
      leave()
      if (!reader.ended) settle(reader, (task) => task.reject(refuse(codeOfExit(exit))))
    })
    return reader
  }

  function pump(): void {
    while (!closed && busy < size) {
      const task = queue.shift()
      if (!task) return
      assign(task)
    }
  }

  function assign(task: Task): void {
    const { input } = task
    if (!input) return
    task.input = undefined
    const risky = isRisky(task.format)
    const reader = (risky ? takeSpare() : idle.pop()) ?? start()
    const id = nextId++
    busy++
    reader.task = task
    reader.taskId = id
    reader.timer = setTimeout(
      () => {
        end(reader)
        settle(reader, (late) => late.reject(refuse('FILE_TIMEOUT')))
      },
      timeLimit(limits, task.size),
    )
    const request: ReaderRequest = {
      type: 'read',
      id,
      name: input.name,
      bytes: plainBytes(input.bytes),
      ...(isDate(input.modifiedAt) && { modifiedAt: input.modifiedAt }),
      memory: limits.memory + limits.memoryPerByte * task.size,
    }
    reader.channel.send(request)
    if (isRisky(task.format) && !spare) {
      spare = start()
      const warm: ReaderRequest = { type: 'warm', format: task.format }
      spare.channel.send(warm)
    }
  }

  function takeSpare(): Reader | undefined {
    const taken = spare
    spare = undefined
    return taken
  }

  function receive(reader: Reader, message: unknown): void {
    const parsed = ReaderReply.safeParse(message)
    if (!reader.task || (parsed.success && parsed.data.id !== reader.taskId)) return
    const reply = parsed.data
    if (isRisky(reader.task.format) || reader.task.size > REUSED_UP_TO || !reply) end(reader)
    else idle.push(reader)
    settle(reader, (task) => {
      if (!reply) task.reject(refuse('FILE_CRASHED'))
      else if (reply.type === 'document') task.resolve(reply.document)
      else task.reject(errorOfReply(reply))
    })
  }

  function settle(reader: Reader, decide: (task: Task) => void): void {
    const task = reader.task
    if (!task) return
    clearTimeout(reader.timer)
    reader.task = undefined
    busy--
    decide(task)
    pump()
  }

  function end(reader: Reader): void {
    reader.ended = true
    forget(reader)
    reader.channel.kill()
  }

  function forget(reader: Reader): void {
    const at = idle.indexOf(reader)
    if (at >= 0) idle.splice(at, 1)
    if (spare === reader) spare = undefined
    readers.delete(reader)
  }

  return {
    read: (input) =>
      new Promise((resolve, reject) => {
        if (closed) {
          reject(refuse('READER_CLOSED'))
          return
        }
        queue.push({
          input,
          size: input.bytes.length,
          format: sniffFormat(input.name, input.bytes),
          resolve,
          reject,
        })
        pump()
      }),
    async close() {
      closed = true
      for (const task of queue.splice(0)) task.reject(refuse('READER_CLOSED'))
      const running = [...readers]
      for (const reader of running) {
        end(reader)
        settle(reader, (task) => task.reject(refuse('READER_CLOSED')))
      }
      await Promise.race([
        Promise.all(running.map((reader) => reader.gone)),
        new Promise((resolve) => setTimeout(resolve, 1500).unref()),
      ])
    },
  }
}

/** Bytes without the rest of the buffer they lie in, copied only when there is a rest. */
function plainBytes(bytes: Uint8Array): Uint8Array {
  const whole = bytes.byteLength === bytes.buffer.byteLength
  return whole ? new Uint8Array(bytes.buffer) : new Uint8Array(bytes)
}

/** Archives may carry days that no calendar has. */
function isDate(value: Date | undefined): value is Date {
  return value !== undefined && Number.isFinite(value.getTime())
}

function timeLimit(limits: ReaderLimits, bytes: number): number {
  return Math.min(
    limits.longestMilliseconds,
    limits.milliseconds + (limits.millisecondsPerMegabyte * bytes) / (1024 * 1024),
  )
}

/** The memory guard, the system and V8 each end a process that takes too much: by SIGKILL, SIGABRT or Windows' code 1. */
function codeOfExit({ code, signal }: ReaderExit): 'FILE_MEMORY' | 'FILE_CRASHED' {
  const outOfMemory =
    signal === 'SIGKILL' ||
    signal === 'SIGABRT' ||
    signal === 'SIGTRAP' ||
    (code === 1 && process.platform === 'win32') ||
    code === 134 ||
    code === 137
  return outOfMemory ? 'FILE_MEMORY' : 'FILE_CRASHED'
}
