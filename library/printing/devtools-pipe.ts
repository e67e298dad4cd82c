import type { ChildProcess } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'

/** A browser's debugging protocol over the third and fourth file descriptors, where no other program can listen. */
export interface DevtoolsPipe {
  send<T>(method: string, parameters?: object, session?: string): Promise<T>
  /** Settles at the next event of that name in a session. */
  once(method: string, session: string): Promise<unknown>
}

interface Answer {
  readonly id?: number
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly message: string }
  readonly sessionId?: string
}

/** @param browser started with `--remote-debugging-pipe` and pipes at 3 and 4 */
export function openDevtoolsPipe(browser: ChildProcess): DevtoolsPipe {
  const [, , , input, output] = browser.stdio as unknown as [unknown, unknown, unknown, Writable, Readable]
  const waiting = new Map<string, PromiseWithResolvers<unknown>>()
  let next = 1
  let parts: Buffer[] = []
  const wait = (key: string) => {
    const pending = Promise.withResolvers<unknown>()
    pending.promise.catch(() => {})
    waiting.set(key, pending)
    return pending.promise
  }
  const receive = (text: string) => {
    const answer = JSON.parse(text) as Answer
    const key = answer.id === undefined ? `${answer.sessionId} ${answer.method}` : String(answer.id)
    const pending = waiting.get(key)
    waiting.delete(key)
    if (answer.error) pending?.reject(new Error(answer.error.message))
    else pending?.resolve(answer.id === undefined ? answer.params : answer.result)
  }
  output.on('data', (piece: Buffer) => {
    let rest = piece
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      receive(Buffer.concat([...parts, rest.subarray(0, end)]).toString('utf8'))
      parts = []
      rest = rest.subarray(end + 1)
    }
    if (rest.length > 0) parts.push(rest)
  })
  const gone = (error: unknown) => {
    for (const pending of waiting.values())
      pending.reject(error instanceof Error ? error : new Error('the browser ended'))
    waiting.clear()
  }
  browser.once('error', gone)
  browser.once('exit', () => gone(undefined))
  input.on('error', gone)
  output.on('error', gone)
  return {
    send<T>(method: string, params: object = {}, sessionId?: string) {
      const id = next++
      const answered = wait(String(id))
      input.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`)
      // The protocol's own description says what each method answers.
      return answered as Promise<T>
    },
    once: (method, session) => wait(`${session} ${method}`),
  }
}
