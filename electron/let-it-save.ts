/** Milliseconds that a window that is closed gets to save what it could not send while closing. */
const MOMENT = 1_000

interface ClosingWindow {
  on(event: 'close', listener: () => void): unknown
  close(): void
  isDestroyed(): boolean
  readonly webContents: {
    on(event: 'will-prevent-unload', listener: (event: { preventDefault(): void }) => void): unknown
  }
}

/**
 * A page with much that is not saved yet asks to stay open. It gets a moment, once, and is closed then: nobody has to
 * press twice. A page that is only loaded anew finds what it kept.
 */
export function letItSave(window: ClosingWindow): void {
  let closing: 'no' | 'asked' | 'granted' = 'no'
  window.on('close', () => {
    if (closing === 'no') closing = 'asked'
  })
  window.webContents.on('will-prevent-unload', (event) => {
    if (closing !== 'asked') return event.preventDefault()
    closing = 'granted'
    setTimeout(() => {
      if (!window.isDestroyed()) window.close()
    }, MOMENT)
  })
}
