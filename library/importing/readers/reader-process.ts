import { disarmProcess } from './disarm-process.ts'
import { startMemoryGuard } from './memory-guard.ts'
import type { ReaderReply } from './reader-messages.ts'
import { isReaderRequest, type ReaderRequest } from './reader-request.ts'
import { replyWithError } from './refused-reply.ts'
import { refuse } from './unreadable-file-error.ts'

/** The side of a channel that a reader process sees: Node's IPC, or Electron's utility process port. */
interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): void
  postMessage(message: unknown): void
}

const port = findParentPort()
const guard = startMemoryGuard()
let current: number | undefined

disarmProcess()
// A parser that throws outside its promise has left unknown state behind: say so and end.
process.on('uncaughtException', (error) => leave(error))
process.on('unhandledRejection', (error) => leave(error))
if (port) port.on('message', (event) => void receive(event.data))
else process.on('message', (message) => void receive(message))
process.on('disconnect', () => process.exit(0))

async function receive(message: unknown): Promise<void> {
  if (!isReaderRequest(message)) return
  if (message.type === 'warm') {
    await warm(message.format)
    return
  }
  const request = message
  current = request.id
  guard.allow(request.memory)
  const { readDocument } = await import('./read-document.ts')
  try {
    reply({ type: 'document', id: request.id, document: await readDocument(request) })
  } catch (error) {
    reply(replyWithError(request.id, error))
  }
  current = undefined
}

async function warm(format: (ReaderRequest & { type: 'warm' })['format']): Promise<void> {
  await import('./read-document.ts')
  if (format === 'docx') await import('./docx-reader.ts')
  else if (format === 'doc') await import('./doc-reader.ts')
  else if (format === 'pdf') await (await import('./pdf-reader.ts')).loadPdfParser()
  else await import('./html-reader.ts')
}

function reply(message: ReaderReply, sent: () => void = () => {}): void {
  if (port) {
    port.postMessage(message)
    sent()
  } else process.send?.(message, sent)
}

function leave(error: unknown): void {
  const known =
    current === undefined
      ? undefined
      : replyWithError(current, error instanceof RangeError ? error : refuse('FILE_CRASHED'))
  if (known) reply(known, () => process.exit(70))
  setTimeout(() => process.exit(70), known ? 500 : 0)
}

function findParentPort(): ParentPort | undefined {
  const candidate: unknown = Reflect.get(process, 'parentPort')
  return isParentPort(candidate) ? candidate : undefined
}

function isParentPort(value: unknown): value is ParentPort {
  return typeof value === 'object' && value !== null && 'postMessage' in value && 'on' in value
}
