import { Hono } from 'hono'
import { z } from 'zod'
import { validate } from '../http/validate.ts'
import { type AccessKeys, AccessRefusedError, type ServiceBindings } from './access-guard.ts'

/** Brings the window of this run to the front; false when there is none to bring. */
export interface InstanceShow {
  /** Asks the parent process to show the window. */
  showWindow(ticketUrl: string | undefined): boolean
  /** The loopback address, when there is one. */
  address(): string | undefined
}

/** `/api/session` and `/api/instance/show`: how windows find and enter the one running service. */
export function instanceRoutes(keys: AccessKeys, show: InstanceShow) {
  const ticketUrl = () => {
    const address = show.address()
    return address && `${address}#ticket=${keys.issueTicket()}`
  }
  return new Hono<ServiceBindings>()
    .post('/session', validate('json', z.object({ ticket: z.string().max(100) })), (c) => {
      if (keys.takeTicket(c.req.valid('json').ticket)) return c.json({ token: keys.token })
      throw new AccessRefusedError({
        code: 'UNAUTHORISED',
        what: '没有打开：',
        why: '打开用的凭条已经用过，或过了一分钟。',
        todo: '请从薪火的图标重新打开。',
      })
    })
    .post('/instance/show', (c) => {
      if (c.env.transport !== 'pipe') {
        throw new AccessRefusedError({ code: 'FORBIDDEN', what: '没有打开：', why: '只有本机的薪火可以这样做。' })
      }
      if (show.showWindow(ticketUrl())) return c.json({ shown: true, address: show.address() })
      return c.json({ shown: false, address: show.address(), ticketUrl: ticketUrl() })
    })
}
