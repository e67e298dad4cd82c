import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createPagePrinter, type PrintWindow } from '../../electron/page-printer.ts'

let folder: string
let page: string
const pdf = Buffer.from('%PDF-1')
const loadURL = vi.fn(async (_url: string) => {})
const destroy = vi.fn()
const executeJavaScript = vi.fn(async (_code: string): Promise<unknown> => 1)
const printToPDF = vi.fn(async () => pdf)
const openWindow = vi.fn(
  () => ({ loadURL, destroy, webContents: { executeJavaScript, printToPDF } }) as unknown as PrintWindow,
)
let serve: (request: { url: string }) => Response
let listener: (details: { url: string }, answer: (response: object) => void) => void
const session = {
  setPermissionRequestHandler: vi.fn(),
  setPermissionCheckHandler: vi.fn(),
  setDevicePermissionHandler: vi.fn(),
  setDisplayMediaRequestHandler: vi.fn(),
  protocol: {
    handle: (_scheme: string, handler: typeof serve) => {
      serve = handler
    },
  },
  webRequest: {
    onBeforeRequest: (given: typeof listener) => {
      listener = given
    },
  },
}
const printer = (patience?: number) =>
  createPagePrinter({ openWindow, session: session as never, folder, ...(patience && { patience }) })

beforeEach(() => {
  vi.clearAllMocks()
  folder = mkdtempSync(path.join(os.tmpdir(), 'xinhuo-pages-'))
  page = path.join(folder, 'xinhuo-print-Ab12cd', 'page.html')
  mkdirSync(path.dirname(page))
  writeFileSync(page, '<p>文书</p>')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('a page of the service', () => {
  it('is laid out in a hidden, sandboxed window of its own and printed', async () => {
    expect(await printer()(page)).toBe(pdf)
    expect(openWindow).toHaveBeenCalledWith({
      show: false,
      webPreferences: expect.objectContaining({ sandbox: true, contextIsolation: true, nodeIntegration: false }),
    })
    const [loaded, ready, printed] = [loadURL, executeJavaScript, printToPDF].map(
      (call) => call.mock.invocationCallOrder[0],
    )
    expect(loaded).toBeLessThan(ready ?? 0)
    expect(ready).toBeLessThan(printed ?? 0)
    expect(destroy).toHaveBeenCalledOnce()
  })

  it('asks for nothing but itself, and only while it is printed', async () => {
    const print = printer()
    const cancelled = (url: string) => {
      const answer = vi.fn()
      listener({ url }, answer)
      return answer.mock.calls[0]?.[0].cancel as boolean
    }
    loadURL.mockImplementationOnce(async (url) => {
      expect(cancelled(url)).toBe(false)
      expect(await serve({ url }).text()).toBe('<p>文书</p>')
    })
    await print(page)
    const [url = ''] = loadURL.mock.calls[0] ?? []
    expect([cancelled(url), serve({ url }).status]).toEqual([true, 404])
    expect(cancelled('data:image/png;base64,x')).toBe(false)
    const outside = ['http://x/', 'https://x/a.png', `file://${page}`, 'app://xinhuo/', 'x']
    expect(outside.map(cancelled)).toEqual(Array(outside.length).fill(true))
  })

  it.each(['/etc/passwd', 'page.html', 'xinhuo-print-a/../../page.html', 'xinhuo-print-a/other.html'])(
    'is nothing else on the disk: %s',
    async (file) => {
      await expect(printer()(path.resolve(folder, file))).rejects.toMatchObject({ code: 'PAGE_NOT_PRINTED' })
      expect(openWindow).not.toHaveBeenCalled()
    },
  )

  it('that fails or never settles leaves no window behind', async () => {
    executeJavaScript.mockRejectedValueOnce(new Error('broken'))
    await expect(printer()(page)).rejects.toThrow('broken')
    executeJavaScript.mockReturnValueOnce(new Promise(() => {}))
    await expect(printer(20)(page)).rejects.toMatchObject({ code: 'PAGE_NOT_PRINTED' })
    expect(destroy).toHaveBeenCalledTimes(2)
  })
})
