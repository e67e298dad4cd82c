import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keepWindowState, placeOnDisplays, readWindowState } from '../../electron/window-state.ts'

const desk = { x: 0, y: 0, width: 1920, height: 1040 }
const projector = { x: 1920, y: 0, width: 1280, height: 720 }
const kept = { x: 100, y: 80, width: 1000, height: 700, maximized: false }

describe('where the window opens', () => {
  it('is left to the system the first time, within the display', () => {
    expect(placeOnDisplays(undefined, [desk])).toEqual({ width: 1280, height: 860, maximized: false })
    expect(placeOnDisplays(undefined, [{ ...desk, width: 1024, height: 600 }])).toMatchObject({
      width: 1024,
      height: 600,
    })
  })

  it('is where it was', () => {
    expect(placeOnDisplays(kept, [desk])).toEqual(kept)
    expect(placeOnDisplays({ ...kept, maximized: true }, [desk])).toMatchObject({ maximized: true })
  })

  it('is on the second display while that is there, and left to the system when it is gone', () => {
    const onProjector = { ...kept, x: 2000, y: 10 }
    expect(placeOnDisplays(onProjector, [desk, projector])).toEqual(onProjector)
    expect(placeOnDisplays(onProjector, [desk])).toEqual({ width: 1000, height: 700, maximized: false })
  })

  it('is cut to a display that has become smaller, with the title bar in reach', () => {
    const wide = { x: 900, y: 500, width: 1800, height: 1000, maximized: false }
    const place = placeOnDisplays(wide, [{ ...desk, width: 1366, height: 728 }])
    expect(place).toEqual({ x: 0, y: 0, width: 1366, height: 728, maximized: false })
  })

  it('is never smaller than the interface can be used', () => {
    expect(placeOnDisplays({ ...kept, width: 10, height: 10 }, [desk])).toMatchObject({ width: 800, height: 560 })
  })
})

describe('the window’s place', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'xinhuo-window-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('is read back as it was kept, and nothing else is left behind', () => {
    const file = path.join(folder, 'window-state.json')
    keepWindowState(file, kept)
    expect(readWindowState(file)).toEqual(kept)
    expect(readdirSync(folder)).toEqual(['window-state.json'])
  })

  it.each(['', '{', '{"x":"far"}', '{"x":0,"y":0,"width":-5,"height":1,"maximized":false}'])(
    'is forgotten when the file holds %j',
    (text) => {
      const file = path.join(folder, 'window-state.json')
      writeFileSync(file, text)
      expect(readWindowState(file)).toBeUndefined()
    },
  )

  it('that cannot be kept troubles no one', () => {
    expect(() => keepWindowState(path.join(folder, 'gone', 'state.json'), kept)).not.toThrow()
  })
})
