/** How a reader process ended: an exit code, or the signal that ended it. */
export interface ReaderExit {
  readonly code: number | null
  readonly signal: string | null
}

/** A running reader process as the pool sees it. Messages are unknown until parsed. */
export interface ReaderChannel {
  send(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  onExit(listener: (exit: ReaderExit) => void): void
  /** Ends the process at once, whatever it is doing. */
  kill(): void
}

/** Starts a process that runs `reader-process`; Node and Electron each have their own. */
export type SpawnReader = (options: { readonly heapMegabytes: number }) => ReaderChannel
