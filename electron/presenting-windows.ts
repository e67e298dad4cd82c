import type { BrowserWindow, BrowserWindowConstructorOptions, Rectangle, Screen } from 'electron'
import { displayForSlides, displayUnder } from './choose-display.ts'
import { bringToFront } from './main-window.ts'
import { type PresentingPlace, presentingPlace } from './presenting-place.ts'
import { webPreferences } from './web-preferences.ts'

export type PresentingScreen = Pick<Screen, 'getAllDisplays' | 'getPrimaryDisplay'>
export type PresentingWindow = Pick<
  BrowserWindow,
  'getBounds' | 'setBounds' | 'setFullScreen' | 'isFullScreen' | 'isMinimized' | 'restore' | 'show' | 'focus'
> & { on(event: 'closed', listener: () => void): unknown }

interface PresentingOptions {
  readonly screen: PresentingScreen
  readonly preload: string
  readonly title: () => string
  /** The interface's own window, which may be one of a presentation as well. */
  readonly main: () => { readonly window: PresentingWindow; readonly url: string } | undefined
  /** How many displays there are now; told to every page. */
  readonly tellDisplays: (count: number) => void
}

/** What is answered to a page that asks for a window. */
type WindowAnswer =
  | { readonly action: 'deny' }
  | {
      readonly action: 'allow'
      readonly overrideBrowserWindowOptions: BrowserWindowConstructorOptions
      readonly outlivesOpener: true
    }

/** The windows of presentations: the slides on the hall's display, the speaker's on the other. */
export interface PresentingWindows {
  /** Answers one of our own windows that asks for another: only those of presentations open, and each of them once. */
  ask(url: string, opener: PresentingWindow | null): WindowAnswer
  /** A window that was allowed has been made. */
  opened(window: PresentingWindow, url: string): void
  displayAdded(): void
  displayRemoved(): void
  /** Moves the slides to the hall's display. False when there is no other. */
  placeSlides(): boolean
}

export function createPresentingWindows({
  screen,
  preload,
  title,
  main,
  tellDisplays,
}: PresentingOptions): PresentingWindows {
  const windows = new Map<string, { readonly window: PresentingWindow; readonly place: PresentingPlace }>()
  const nameOf = ({ kind, materialId }: PresentingPlace) => `${kind} ${materialId}`
  const windowsFor = (kind: PresentingPlace['kind']) => {
    const own = main()
    const place = own && presentingPlace(own.url)
    const all = [...windows.values(), ...(own && place ? [{ window: own.window, place }] : [])]
    return all.filter(({ place }) => place.kind === kind).map(({ window }) => window)
  }

  /** The speaker keeps the display with the speaker's window, or the one the slides were opened from. */
  const speakersDisplay = (from?: PresentingWindow) => {
    const speaker = windowsFor('speaker')[0] ?? from
    return speaker ? displayUnder(screen.getAllDisplays(), speaker.getBounds()) : screen.getPrimaryDisplay()
  }

  const fill = (window: PresentingWindow, bounds: Rectangle) => {
    // A window that fills one display does not move to another.
    if (window.isFullScreen()) window.setFullScreen(false)
    window.setBounds(bounds)
    window.setFullScreen(true)
  }

  return {
    ask(url, opener) {
      const place = presentingPlace(url)
      if (!place || !opener) return { action: 'deny' }
      const there = windows.get(nameOf(place))
      if (there) {
        bringToFront(there.window)
        return { action: 'deny' }
      }
      const displays = screen.getAllDisplays()
      const overrideBrowserWindowOptions: BrowserWindowConstructorOptions = {
        title: title(),
        backgroundColor: '#000000',
        autoHideMenuBar: true,
        webPreferences: webPreferences(preload),
        ...(place.kind === 'slides'
          ? slidesBounds(displayForSlides(displays, speakersDisplay(opener), screen.getPrimaryDisplay().id)?.bounds)
          : speakerBounds(awayFromSlides())),
      }
      return { action: 'allow', overrideBrowserWindowOptions, outlivesOpener: true }
    },

    opened(window, url) {
      const place = presentingPlace(url)
      if (!place) return
      windows.set(nameOf(place), { window, place })
      window.on('closed', () => windows.delete(nameOf(place)))
    },

    displayAdded() {
      tellDisplays(screen.getAllDisplays().length)
    },

    displayRemoved() {
      const displays = screen.getAllDisplays()
      // Said before the windows move: the pages were not reloaded, and keep their slide.
      tellDisplays(displays.length)
      const [left] = displays
      if (displays.length !== 1 || !left) return
      const speakers = windowsFor('speaker')
      for (const window of windowsFor('slides')) {
        if (window.isFullScreen()) window.setFullScreen(false)
        window.setBounds(left.workArea)
        // Alone, the slides fill what is left; with the speaker's window they share it, and do not hide it.
        if (speakers.length === 0) window.setFullScreen(true)
      }
      for (const window of speakers) bringToFront(window)
    },

    placeSlides() {
      const goal = displayForSlides(screen.getAllDisplays(), speakersDisplay(), screen.getPrimaryDisplay().id)
      const slides = windowsFor('slides')
      if (!goal || slides.length === 0) return false
      for (const window of slides) fill(window, goal.bounds)
      return true
    },
  }

  function awayFromSlides(): Rectangle {
    const [slides] = windowsFor('slides')
    const displays = screen.getAllDisplays()
    const taken = slides && displayUnder(displays, slides.getBounds())
    return (displays.find(({ id }) => id !== taken?.id) ?? screen.getPrimaryDisplay()).workArea
  }
}

/** With one display only, the slides' window is dragged and filled by hand. */
function slidesBounds(bounds: Rectangle | undefined): BrowserWindowConstructorOptions {
  return bounds ? { ...bounds, fullscreen: true } : { width: 1280, height: 760 }
}

function speakerBounds(area: Rectangle): BrowserWindowConstructorOptions {
  const width = Math.min(1400, area.width)
  const height = Math.min(900, area.height)
  return {
    x: area.x + Math.round((area.width - width) / 2),
    y: area.y + Math.round((area.height - height) / 2),
    width,
    height,
  }
}
