/** What the service tells the process that started it. */
export type ParentReport =
  | {
      readonly type: 'ready'
      readonly pipe: string
      readonly address?: string | undefined
      readonly ticketUrl?: string | undefined
    }
  | { readonly type: 'already-running'; readonly pipe: string }
  | {
      readonly type: 'failed'
      readonly error: { readonly code: string; readonly what: string; readonly why?: string; readonly todo?: string }
    }
  | { readonly type: 'show'; readonly ticketUrl?: string | undefined }
  | { readonly type: 'spawn-reader'; readonly id: number; readonly entry: string; readonly heapMegabytes: number }
  | { readonly type: 'kill-reader'; readonly id: number }
  | { readonly type: 'print-page'; readonly id: number; readonly file: string }

/** A message from the parent, with the ports that came along (Electron). */
export interface ParentMessage {
  readonly data: unknown
  readonly ports: readonly ParentPort[]
}

/** The part of Electron's MessagePortMain that is used here. */
export interface ParentPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown
  on(event: 'close', listener: () => void): unknown
  start(): void
  close(): void
}

/** The way to the process that started this one. */
export interface ParentChannel {
  readonly kind: 'electron' | 'node' | 'none'
  report(message: ParentReport): void
  onMessage(listener: (message: ParentMessage) => void): void
  /** The parent is gone. */
  onGone(listener: () => void): void
}

interface ElectronParentPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { data: unknown; ports: ParentPort[] }) => void): unknown
}

/** Electron's utility process has `process.parentPort`, a forked Node process `process.send`; a bare one prints a line of JSON. */
export function openParentChannel(): ParentChannel {
  const electron = (process as { parentPort?: ElectronParentPort }).parentPort
  if (electron) {
    return {
      kind: 'electron',
      report: (message) => electron.postMessage(message),
      onMessage: (listener) => void electron.on('message', (event) => listener(event)),
      // A utility process ends with its main process by itself.
      onGone: () => {},
    }
  }
  if (process.send) {
    return {
      kind: 'node',
      report: (message) => void process.send?.(message, undefined, undefined, () => {}),
      onMessage: (listener) => void process.on('message', (data) => listener({ data, ports: [] })),
      onGone: (listener) => void process.once('disconnect', listener),
    }
  }
  return {
    kind: 'none',
    report: (message) => void process.stdout.write(`${JSON.stringify(message)}\n`),
    onMessage: () => {},
    onGone: () => {},
  }
}
