import type { ShowState } from './show-state.ts'

/** What a window of a presentation is for. */
export type ShowRole = 'slides' | 'speaker'

/** Where the pointer is, as shares of the slide's width and height. */
export interface ShowPoint {
  readonly x: number
  readonly y: number
}

/** What the windows of one presentation tell each other. */
export type ShowMessage =
  /** A window has come, or asks who is there. */
  | { readonly type: 'hello'; readonly from: string; readonly role: ShowRole }
  | { readonly type: 'here'; readonly from: string; readonly role: ShowRole }
  | { readonly type: 'bye'; readonly from: string }
  /** The presentation was ended on purpose, in all its windows. */
  | { readonly type: 'end'; readonly from: string }
  /** Where it is; the newest `at` counts, wherever it comes from. */
  | { readonly type: 'state'; readonly from: string; readonly at: number; readonly state: ShowState }
  | { readonly type: 'point'; readonly from: string; readonly point: ShowPoint | null }

/** What the windows speak over; a BroadcastChannel, or a test's own. */
export interface ShowWire {
  post(message: ShowMessage): void
  listen(listener: (message: ShowMessage) => void): void
  close(): void
}

/** For slides that are looked through alone. */
export const noWire: ShowWire = { post: () => undefined, listen: () => undefined, close: () => undefined }

/** The wire of one meeting's windows in this browser. Several meetings at once do not hear each other. */
export function openShowWire(materialId: string): ShowWire {
  const channel = new BroadcastChannel(`xinhuo.presenting.${materialId}`)
  return {
    post: (message) => channel.postMessage(message),
    listen: (listener) => {
      channel.onmessage = (event: MessageEvent<ShowMessage>) => listener(event.data)
    },
    close: () => channel.close(),
  }
}
