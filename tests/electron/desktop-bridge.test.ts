import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createDesktopBridge } from '../../electron/desktop-bridge.ts'
import type { DesktopBridge } from '../../electron/ipc-contract.ts'

type Heard = (event: unknown, payload: unknown) => void

const invoke = vi.fn<(channel: string, ...args: unknown[]) => Promise<unknown>>()
let heard: Map<string, Heard[]>
let bridge: DesktopBridge

const arrive = (channel: string, payload: unknown) => {
  for (const listener of heard.get(channel) ?? []) listener({ sender: 'Electron’s event' }, payload)
}

beforeEach(() => {
  heard = new Map()
  invoke.mockReset().mockResolvedValue(null)
  const ipc = {
    invoke,
    on: (channel: string, listener: Heard) => heard.set(channel, [...(heard.get(channel) ?? []), listener]),
    removeListener: (channel: string, listener: Heard) =>
      heard.set(
        channel,
        (heard.get(channel) ?? []).filter((one) => one !== listener),
      ),
  }
  bridge = createDesktopBridge(ipc as never, { getPathForFile: (file: File) => `/home/li/${file.name}` }, 'linux')
})

describe('what the page gets of the desktop', () => {
  it('is exactly this, and what the interface was written for', () => {
    expect(Object.keys(bridge).sort()).toEqual([
      'chooseFiles',
      'chooseFolder',
      'onDisplays',
      'onMenu',
      'onOpenLink',
      'pathsOf',
      'platform',
      'print',
      'printToPdf',
      'showFolder',
      'showOnOtherDisplay',
      'toggleFullScreen',
    ])
  })

  it('asks the main process over one channel each', async () => {
    await bridge.chooseFiles()
    await bridge.chooseFolder()
    await bridge.showFolder('/专栏')
    await bridge.print()
    await bridge.printToPdf('土地管理法')
    await bridge.showOnOtherDisplay()
    await bridge.toggleFullScreen()
    expect(invoke.mock.calls).toEqual([
      ['files:choose'],
      ['folder:choose'],
      ['folder:show', '/专栏'],
      ['page:print'],
      ['page:print-to-pdf', '土地管理法'],
      ['slides:place'],
      ['window:full-screen'],
    ])
  })

  it('tells the real paths of dropped files', () => {
    expect(bridge.pathsOf([new File([], '政策.md'), new File([], '表.docx')])).toEqual([
      '/home/li/政策.md',
      '/home/li/表.docx',
    ])
  })

  it('hears menu commands, without Electron’s event, until it stops', () => {
    const listener = vi.fn()
    const stop = bridge.onMenu(listener)
    arrive('menu:command', 'search')
    stop()
    arrive('menu:command', 'print')
    expect(listener.mock.calls).toEqual([['search']])
  })
})

it('a page hears how many displays there are, until it stops', () => {
  const listener = vi.fn()
  const stop = bridge.onDisplays(listener)
  arrive('displays:changed', 1)
  stop()
  arrive('displays:changed', 2)
  expect(listener.mock.calls).toEqual([[1]])
})

describe('links', () => {
  it('that started the app are handed over once the page listens', async () => {
    invoke.mockResolvedValue('xinhuo://item/land-law')
    const listener = vi.fn()
    bridge.onOpenLink(listener)
    await vi.waitFor(() => expect(listener).toHaveBeenCalledExactlyOnceWith('xinhuo://item/land-law'))
    expect(invoke).toHaveBeenCalledExactlyOnceWith('links:ready')
  })

  it('that arrive while the page changes its listener reach the next one', () => {
    bridge.onOpenLink(vi.fn())()
    arrive('links:open', 'xinhuo://item/land-law')
    const next = vi.fn()
    bridge.onOpenLink(next)
    arrive('links:open', 'xinhuo://item/relief')
    expect(next.mock.calls).toEqual([['xinhuo://item/land-law'], ['xinhuo://item/relief']])
    expect(invoke).toHaveBeenCalledOnce()
  })
})
