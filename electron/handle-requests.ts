import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import { AppError } from '../library/errors/app-error.ts'
import { isAppUrl } from './app-origin.ts'
import type { RequestChannel, RequestHandlers, Requests } from './ipc-contract.ts'
import { requestArguments } from './ipc-payloads.ts'

export class RequestRefusedError extends AppError<'IPC_FOREIGN_SENDER' | 'IPC_BAD_ARGUMENTS'> {}

/** The sender, as far as it decides whether it is heard. */
export type RequestEvent = Pick<IpcMainInvokeEvent, 'senderFrame'>

/**
 * Answers the page's requests: only those of the interface's own top frame are heard, and arguments are parsed first.
 * @throws {RequestRefusedError} to the page that asked
 */
export function handleRequests(ipc: Pick<IpcMain, 'handle'>, handlers: RequestHandlers): void {
  for (const channel of Object.keys(requestArguments) as RequestChannel[]) {
    ipc.handle(channel, (event, ...args: unknown[]) => {
      assertOwnPage(event, channel)
      return answer(channel, handlers, args)
    })
  }
}

function assertOwnPage({ senderFrame }: RequestEvent, channel: RequestChannel): void {
  if (senderFrame && senderFrame.parent === null && isAppUrl(senderFrame.url)) return
  throw new RequestRefusedError({
    code: 'IPC_FOREIGN_SENDER',
    what: `请求 ${channel} 被拒绝。`,
    why: '它不是薪火自己的页面发出的。',
  })
}

function answer<Channel extends RequestChannel>(channel: Channel, handlers: RequestHandlers, given: unknown[]) {
  const parsed = requestArguments[channel].safeParse(given)
  if (!parsed.success) {
    throw new RequestRefusedError({
      code: 'IPC_BAD_ARGUMENTS',
      what: `请求 ${channel} 被拒绝。`,
      why: '参数不对。',
      cause: parsed.error,
    })
  }
  const args: Requests[Channel]['args'] = parsed.data
  return handlers[channel](...args)
}
