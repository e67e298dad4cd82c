import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type GuardedContents, guardNavigation, isWebAddress } from '../../electron/navigation-guards.ts'
import { FakeEmitter } from './fake-emitter.ts'

class FakeContents extends FakeEmitter {
  windowOpen: ((details: { url: string }) => { action: string }) | undefined
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }) {
    this.windowOpen = handler
  }
}

let contents: FakeContents
const openOutside = vi.fn()

/** Whether the page was kept from going to `url`. */
function isKept(event: 'will-frame-navigate' | 'will-redirect', url: string, isMainFrame = true): boolean {
  const preventDefault = vi.fn()
  contents.emit(event, { url, isMainFrame, preventDefault })
  return preventDefault.mock.calls.length > 0
}

beforeEach(() => {
  openOutside.mockReset()
  contents = new FakeContents()
  guardNavigation(contents as unknown as GuardedContents, openOutside)
})

describe('a page of the interface', () => {
  it('navigates within the interface', () => {
    expect(isKept('will-frame-navigate', 'app://xinhuo/item/land-law#第一条')).toBe(false)
    expect(isKept('will-redirect', 'app://xinhuo/')).toBe(false)
  })

  it.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'app://other/',
    'data:text/html,x',
    'about:blank',
    'smb://host/x',
    'not a url',
  ])('is kept from %s, which is not opened outside either', (url) => {
    expect(isKept('will-frame-navigate', url)).toBe(true)
    expect(isKept('will-redirect', url)).toBe(true)
    expect(openOutside).not.toHaveBeenCalled()
  })

  it('stays, and a web address that was clicked is offered to the system’s browser', () => {
    expect(isKept('will-frame-navigate', 'https://www.gov.cn/')).toBe(true)
    expect(openOutside).toHaveBeenCalledExactlyOnceWith('https://www.gov.cn/')
  })

  it('opens nothing outside for a frame or a redirect', () => {
    expect(isKept('will-frame-navigate', 'https://www.gov.cn/', false)).toBe(true)
    expect(isKept('will-redirect', 'https://www.gov.cn/')).toBe(true)
    expect(openOutside).not.toHaveBeenCalled()
  })

  it('opens no window of its own, whatever the address', () => {
    for (const url of ['app://xinhuo/', 'https://www.gov.cn/', 'file:///x']) {
      expect(contents.windowOpen?.({ url })).toEqual({ action: 'deny' })
    }
    expect(openOutside).toHaveBeenCalledExactlyOnceWith('https://www.gov.cn/')
  })

  it('opens those of its own windows that are allowed, and asks for no others', () => {
    const allowed = { action: 'allow' } as const
    const askWindow = vi.fn(() => allowed)
    guardNavigation(contents as unknown as GuardedContents, openOutside, askWindow)
    expect(contents.windowOpen?.({ url: 'app://xinhuo/present/m1' })).toBe(allowed)
    for (const url of ['https://www.gov.cn/', 'file:///x', 'app://other/present/m1', 'javascript:alert(1)']) {
      expect(contents.windowOpen?.({ url })).toEqual({ action: 'deny' })
    }
    expect(askWindow).toHaveBeenCalledExactlyOnceWith('app://xinhuo/present/m1')
  })

  it('attaches no webview', () => {
    const preventDefault = vi.fn()
    contents.emit('will-attach-webview', { preventDefault })
    expect(preventDefault).toHaveBeenCalledOnce()
  })
})

it('an address that carries a password is no web address to open', () => {
  expect(isWebAddress('https://li:secret@www.gov.cn/')).toBe(false)
  expect(isWebAddress('http://www.gov.cn/')).toBe(true)
})
