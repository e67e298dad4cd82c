import { beforeEach, describe, expect, it, vi } from 'vitest'
import { handleRequests } from '../../electron/handle-requests.ts'
import type { RequestHandlers } from '../../electron/ipc-contract.ts'

type Answer = (event: unknown, ...args: unknown[]) => unknown

const ownPage = { senderFrame: { url: 'app://xinhuo/settings', parent: null } }
let answers: Map<string, Answer>
let handlers: { [Channel in keyof RequestHandlers]: ReturnType<typeof vi.fn<RequestHandlers[Channel]>> }

beforeEach(() => {
  answers = new Map()
  handlers = {
    'files:choose': vi.fn(async () => ['/home/li/政策.docx']),
    'folder:choose': vi.fn(async () => null),
    'folder:show': vi.fn(async () => true),
    'page:print': vi.fn(async () => undefined),
    'page:print-to-pdf': vi.fn(async (title: string) => `/home/li/${title}.pdf`),
    'links:ready': vi.fn(async () => null),
    'slides:place': vi.fn(async () => true),
    'window:full-screen': vi.fn(async () => undefined),
  }
  handleRequests({ handle: (channel, answer) => void answers.set(channel, answer as Answer) }, handlers)
})

describe('a request of the page', () => {
  it('is answered', async () => {
    expect(await answers.get('files:choose')?.(ownPage)).toEqual(['/home/li/政策.docx'])
    expect(await answers.get('page:print-to-pdf')?.(ownPage, '土地管理法')).toBe('/home/li/土地管理法.pdf')
  })

  it.each([
    ['another origin', { url: 'https://example.com/', parent: null }],
    ['a look-alike host', { url: 'app://xinhuo.example/', parent: null }],
    ['a file', { url: 'file:///xinhuo/index.html', parent: null }],
    ['a frame within the page', { url: 'app://xinhuo/', parent: { url: 'app://xinhuo/' } }],
    ['a frame that is gone', null],
  ])('is refused from %s, on every channel', (_, senderFrame) => {
    for (const [channel, answer] of answers) {
      expect(() => answer({ senderFrame }), channel).toThrow(expect.objectContaining({ code: 'IPC_FOREIGN_SENDER' }))
    }
    for (const handler of Object.values(handlers)) expect(handler).not.toHaveBeenCalled()
  })

  it.each([
    ['page:print-to-pdf', []],
    ['page:print-to-pdf', [42]],
    ['page:print-to-pdf', ['长'.repeat(501)]],
    ['page:print-to-pdf', ['a', 'b']],
    ['files:choose', ['/etc/passwd']],
    ['page:print', [{ silent: true }]],
    ['slides:place', [{ x: 0, y: 0 }]],
    ['window:full-screen', [true]],
  ])('%s is refused with the arguments %j', (channel, args) => {
    expect(() => answers.get(channel)?.(ownPage, ...args)).toThrow(
      expect.objectContaining({ code: 'IPC_BAD_ARGUMENTS' }),
    )
  })
})
