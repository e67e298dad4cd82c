import type { Display, Rectangle } from 'electron'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { presentingPlace } from '../../electron/presenting-place.ts'
import { createPresentingWindows, type PresentingWindow } from '../../electron/presenting-windows.ts'
import { webPreferences } from '../../electron/web-preferences.ts'
import { FakeEmitter } from './fake-emitter.ts'

const display = (id: number, x: number) =>
  ({ id, bounds: { x, y: 0, width: 1280, height: 720 }, workArea: { x, y: 0, width: 1280, height: 690 } }) as Display
const desk = display(1, 0)
const projector = display(2, 1280)

class FakeWindow extends FakeEmitter {
  bounds: Rectangle
  full = false
  fronted = 0
  constructor(bounds: Rectangle) {
    super()
    this.bounds = bounds
  }
  getBounds() {
    return this.bounds
  }
  setBounds(bounds: Rectangle) {
    this.bounds = bounds
  }
  isFullScreen() {
    return this.full
  }
  setFullScreen(full: boolean) {
    this.full = full
  }
  isMinimized() {
    return false
  }
  restore() {}
  show() {}
  focus() {
    this.fronted += 1
  }
}

const SLIDES = 'app://xinhuo/present/m1'
const SPEAKER = 'app://xinhuo/present/m1/speaker'
const asWindow = (window: FakeWindow) => window as unknown as PresentingWindow
const tellDisplays = vi.fn()
let displays: Display[]
let main: { window: FakeWindow; url: string } | undefined
let windows: ReturnType<typeof createPresentingWindows>

/** A window as the shell makes it of the options it was allowed with. */
function open(url: string): FakeWindow {
  const answer = windows.ask(url, main ? asWindow(main.window) : null)
  if (answer.action === 'deny') throw new Error(`${url} was not opened`)
  const { x = 0, y = 0, width = 0, height = 0, fullscreen = false } = answer.overrideBrowserWindowOptions
  const opened = new FakeWindow({ x, y, width, height })
  opened.full = fullscreen
  windows.opened(asWindow(opened), url)
  return opened
}

beforeEach(() => {
  tellDisplays.mockReset()
  displays = [desk, projector]
  main = { window: new FakeWindow({ x: 100, y: 50, width: 1000, height: 600 }), url: SPEAKER }
  windows = createPresentingWindows({
    screen: { getAllDisplays: () => displays, getPrimaryDisplay: () => desk },
    preload: '/opt/preload.cjs',
    title: () => '薪火',
    main: () => main && { window: asWindow(main.window), url: main.url },
    tellDisplays,
  })
})

describe('an address of a presentation', () => {
  it('is one for the slides or one for the speaker', () => {
    expect(presentingPlace(SLIDES)).toEqual({ kind: 'slides', materialId: 'm1' })
    expect(presentingPlace(SPEAKER)).toEqual({ kind: 'speaker', materialId: 'm1' })
    expect(presentingPlace('app://xinhuo/present/huiyi-%E4%BE%8B')).toMatchObject({ kind: 'slides' })
  })

  it.each([
    'app://xinhuo/',
    'app://xinhuo/settings',
    'app://xinhuo/present/',
    'app://xinhuo/present/m1/speaker/x',
    'app://xinhuo/present/m1?view=print',
    'app://xinhuo/present/m1#x',
    'app://xinhuo/present/../settings',
    'app://other/present/m1',
    'https://xinhuo/present/m1',
    'file:///present/m1',
    'javascript:alert(1)',
    '',
  ])('is not %j: no window is opened for it', (url) => {
    expect(presentingPlace(url)).toBeUndefined()
    expect(windows.ask(url, asWindow(new FakeWindow(desk.bounds)))).toEqual({ action: 'deny' })
  })
})

describe('a window of a presentation', () => {
  it('is as closed up as the app’s own, and no page of another origin gets one', () => {
    const answer = windows.ask(SLIDES, asWindow(new FakeWindow(desk.bounds)))
    expect(answer).toMatchObject({
      action: 'allow',
      outlivesOpener: true,
      overrideBrowserWindowOptions: { webPreferences: webPreferences('/opt/preload.cjs') },
    })
    expect(windows.ask(SLIDES, null)).toEqual({ action: 'deny' })
  })

  it('with the slides fills the hall’s display, wherever the speaker is', () => {
    expect(open(SLIDES)).toMatchObject({ bounds: projector.bounds, full: true })
    windows = remade()
    if (main) main.window.bounds = { ...projector.bounds, x: 1300 }
    expect(open(SLIDES)).toMatchObject({ bounds: desk.bounds, full: true })
  })

  it('with the slides is dragged by hand where there is one display', () => {
    displays = [desk]
    expect(open(SLIDES)).toMatchObject({ full: false })
  })

  it('of the speaker is on the display that has no slides', () => {
    main = { window: new FakeWindow(projector.bounds), url: SLIDES }
    const speaker = open(SPEAKER)
    expect(speaker.bounds.x).toBeLessThan(1280)
    expect(speaker.full).toBe(false)
  })

  it('is opened once: asked for again, it comes to the front', () => {
    const slides = open(SLIDES)
    expect(windows.ask(SLIDES, asWindow(slides))).toEqual({ action: 'deny' })
    expect(slides.fronted).toBe(1)
    slides.emit('closed')
    expect(windows.ask(SLIDES, asWindow(slides))).toMatchObject({ action: 'allow' })
  })

  it('of another meeting is another window', () => {
    open(SLIDES)
    expect(open('app://xinhuo/present/m2')).toBeInstanceOf(FakeWindow)
  })
})

describe('when a display is unplugged while presenting', () => {
  it('the slides come to the one that is left, beside the speaker’s window, and the pages are told', () => {
    const slides = open(SLIDES)
    displays = [desk]
    windows.displayRemoved()
    expect(slides).toMatchObject({ bounds: desk.workArea, full: false })
    expect(main?.window.fronted).toBe(1)
    expect(tellDisplays).toHaveBeenCalledExactlyOnceWith(1)
  })

  it('slides without a speaker’s window fill what is left', () => {
    const slides = open(SLIDES)
    if (main) main.url = 'app://xinhuo/meetings'
    displays = [desk]
    windows.displayRemoved()
    expect(slides).toMatchObject({ bounds: desk.workArea, full: true })
  })

  it('slides in the app’s own window come back as well', () => {
    main = { window: new FakeWindow(projector.bounds), url: SLIDES }
    main.window.full = true
    const speaker = open(SPEAKER)
    displays = [desk]
    windows.displayRemoved()
    expect(main.window).toMatchObject({ bounds: desk.workArea, full: false })
    expect(speaker.fronted).toBe(1)
  })

  it('one of three is no reason to move what is on another', () => {
    const slides = open(SLIDES)
    displays = [desk, projector]
    windows.displayRemoved()
    expect(slides).toMatchObject({ bounds: projector.bounds, full: true })
  })
})

describe('when a display is plugged in again', () => {
  it('the pages are told, and nothing moves before somebody wants it', () => {
    displays = [desk]
    const slides = open(SLIDES)
    displays = [desk, projector]
    windows.displayAdded()
    expect(tellDisplays).toHaveBeenCalledExactlyOnceWith(2)
    expect(slides.full).toBe(false)
    expect(windows.placeSlides()).toBe(true)
    expect(slides).toMatchObject({ bounds: projector.bounds, full: true })
  })

  it('nothing is placed without slides, or without another display', () => {
    expect(windows.placeSlides()).toBe(false)
    displays = [desk]
    open(SLIDES)
    expect(windows.placeSlides()).toBe(false)
  })
})

function remade() {
  return createPresentingWindows({
    screen: { getAllDisplays: () => displays, getPrimaryDisplay: () => desk },
    preload: '/opt/preload.cjs',
    title: () => '薪火',
    main: () => main && { window: asWindow(main.window), url: main.url },
    tellDisplays,
  })
}
