import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { AppError } from '../errors/app-error.ts'

export class AccessRefusedError extends AppError<'UNAUTHORISED' | 'FORBIDDEN'> {}

/** How a request came in. The pipe is the owner's alone, by the rights of its folder; loopback is everybody's on this machine. */
export type Transport = 'pipe' | 'loopback'

/** What the listeners tell the app about a request. */
export interface ServiceBindings {
  readonly Bindings: { readonly transport: Transport }
}

/** Ticket life. Milliseconds. */
const TICKET_LIFE = 60_000

/** The keys of one run: a 128-bit token, and tickets that are exchanged for it once. */
export interface AccessKeys {
  readonly token: string
  isToken(offered: string): boolean
  /** A ticket for the first URL; it works once, within a minute, or as long as the service runs when `lasting`. */
  issueTicket(lasting?: boolean): string
  takeTicket(offered: string): boolean
}

export function createAccessKeys(clock: () => number = () => performance.now()): AccessKeys {
  const token = randomBytes(16).toString('base64url')
  const tickets = new Map<string, { expires: number; lasting: boolean }>()
  return {
    token,
    isToken: (offered) => equalInConstantTime(offered, token),
    issueTicket(lasting = false) {
      const ticket = randomBytes(16).toString('base64url')
      tickets.set(digest(ticket).toString('hex'), { expires: clock() + TICKET_LIFE, lasting })
      return ticket
    },
    takeTicket(offered) {
      const key = digest(offered).toString('hex')
      const ticket = tickets.get(key)
      if (!ticket) return false
      if (!ticket.lasting) tickets.delete(key)
      return ticket.lasting || clock() <= ticket.expires
    },
  }
}

const digest = (text: string) => createHash('sha256').update(text).digest()
const equalInConstantTime = (a: string, b: string) => timingSafeEqual(digest(a), digest(b))

/**
 * Refuses what is not meant for this service: another `Host` (DNS rebinding), another `Origin`
 * (pages of other sites), and on loopback every API call without the token of this run.
 * @param hosts the `Host` values this service answers to on loopback, e.g. `127.0.0.1:51234`
 */
export function guardAccess(keys: AccessKeys, hosts: () => readonly string[]): MiddlewareHandler<ServiceBindings> {
  return async (c, next) => {
    const origin = c.req.header('Origin')
    if (c.env.transport === 'pipe') {
      if (origin !== undefined && !origin.startsWith('app://')) throw refused('FORBIDDEN', '来源不是薪火的窗口。')
      return next()
    }
    const host = c.req.header('Host') ?? ''
    if (!hosts().includes(host)) throw refused('FORBIDDEN', '访问的地址不是薪火自己的地址。')
    if (origin !== undefined && origin !== `http://${host}`) throw refused('FORBIDDEN', '来源不是薪火的窗口。')
    const needsToken = c.req.path.startsWith('/api/') && c.req.path !== '/api/session'
    if (needsToken && !keys.isToken(bearer(c.req.header('Authorization')))) {
      throw refused('UNAUTHORISED', '没有本次运行的钥匙。', '请从薪火的图标重新打开。')
    }
    return next()
  }
}

const bearer = (header: string | undefined) => /^Bearer ([\w-]{1,100})$/.exec(header ?? '')?.[1] ?? ''

function refused(code: 'UNAUTHORISED' | 'FORBIDDEN', why: string, todo?: string): AccessRefusedError {
  return new AccessRefusedError({ code, what: '没有打开：', why, ...(todo && { todo }) })
}
