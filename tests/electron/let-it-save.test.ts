import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { letItSave } from '../../electron/let-it-save.ts'

class Closing extends EventEmitter {
  readonly webContents = new EventEmitter()
  /** How often closing was asked for. */
  asked = 0
  gone = false

  isDestroyed() {
    return this.gone
  }

  /** As Electron does: its page may ask to stay; the shell then decides. */
  close() {
    this.asked += 1
    this.emit('close')
    if (!this.stays()) this.gone = true
  }

  /** The page asks to stay, and the shell lets it. */
  stays() {
    let left = false
    this.webContents.emit('will-prevent-unload', { preventDefault: () => (left = true) })
    return !left
  }
}

describe('a window that is closed before everything is saved', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('stays for a moment and is closed then, also when the page would still stay', () => {
    const window = new Closing()
    letItSave(window)
    window.close()
    expect(window.gone).toBe(false)
    vi.runAllTimers()
    expect(window).toMatchObject({ gone: true, asked: 2 })
  })

  it('is not held up, nor closed, when its page is loaded anew', () => {
    const window = new Closing()
    letItSave(window)
    expect(window.stays()).toBe(false)
    vi.runAllTimers()
    expect(window).toMatchObject({ gone: false, asked: 0 })
  })
})
