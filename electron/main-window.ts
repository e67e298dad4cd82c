import type { BrowserWindow, BrowserWindowConstructorOptions, Rectangle } from 'electron'
import { appOrigin } from './app-origin.ts'
import { letItSave } from './let-it-save.ts'
import { webPreferences } from './web-preferences.ts'
import { keepWindowState, placeOnDisplays, readWindowState, smallestWindow } from './window-state.ts'

export interface MainWindowOptions {
  readonly create: (options: BrowserWindowConstructorOptions) => BrowserWindow
  readonly workAreas: readonly Rectangle[]
  /** Where the window's place is kept. */
  readonly stateFile: string
  readonly preload: string
  readonly title: string
  readonly dark: boolean
}

/** Opens the one window, where it was last time. It is shown when there is something to see. */
export function openMainWindow(options: MainWindowOptions): BrowserWindow {
  const { maximized, ...place } = placeOnDisplays(readWindowState(options.stateFile), options.workAreas)
  const window = options.create({
    ...place,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    title: options.title,
    show: false,
    backgroundColor: options.dark ? '#1b1a18' : '#fbf9f4',
    webPreferences: webPreferences(options.preload),
  })
  if (maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => {
    keepWindowState(options.stateFile, { ...window.getNormalBounds(), maximized: window.isMaximized() })
  })
  letItSave(window)
  void window.loadURL(`${appOrigin}/`)
  return window
}

/** Brings a window that is hidden, minimised or behind others to the person. */
export function bringToFront(window: Pick<BrowserWindow, 'isMinimized' | 'restore' | 'show' | 'focus'>): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
