import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { Rectangle } from 'electron'
import { z } from 'zod'

const WindowState = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1),
  height: z.int().min(1),
  maximized: z.boolean(),
})
export type WindowState = z.infer<typeof WindowState>

/** Where to put the window: a size, and a place unless the system is to choose. */
export interface WindowPlace {
  readonly width: number
  readonly height: number
  readonly x?: number
  readonly y?: number
  readonly maximized: boolean
}

export const smallestWindow = { width: 800, height: 560 }
const firstWindow = { width: 1280, height: 860 }
/** So much of the window must lie on a display for its title bar to be in reach. */
const reach = 120

/** The place kept from last time, cut to the displays there are today; a display that is gone is forgotten. */
export function placeOnDisplays(kept: WindowState | undefined, workAreas: readonly Rectangle[]): WindowPlace {
  const display = kept && workAreas.find((area) => isInReach(kept, area))
  const room = display ?? workAreas[0] ?? { x: 0, y: 0, ...firstWindow }
  const wanted = kept ?? { ...firstWindow, maximized: false }
  const size = {
    width: Math.min(Math.max(wanted.width, smallestWindow.width), room.width),
    height: Math.min(Math.max(wanted.height, smallestWindow.height), room.height),
    maximized: wanted.maximized,
  }
  if (!kept || !display) return size
  return {
    ...size,
    x: within(kept.x, display.x, display.width - size.width),
    y: within(kept.y, display.y, display.height - size.height),
  }
}

/** Undefined when nothing was kept, or what was kept cannot be read: the window then opens as the first time. */
export function readWindowState(file: string): WindowState | undefined {
  try {
    return WindowState.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}

/** A place that cannot be kept (a full or read-only disk) is no reason to trouble anyone. */
export function keepWindowState(file: string, state: WindowState): void {
  try {
    writeFileSync(`${file}.new`, JSON.stringify(state))
    renameSync(`${file}.new`, file)
  } catch {}
}

function isInReach(window: Rectangle, area: Rectangle): boolean {
  const width = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x)
  return width >= reach && window.y >= area.y - reach / 4 && window.y <= area.y + area.height - reach / 2
}

function within(value: number, start: number, room: number): number {
  return Math.max(start, Math.min(value, start + room))
}
