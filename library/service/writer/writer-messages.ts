import type { Writer } from './writer.ts'

/** A call to the writer's thread. */
export interface WriterCall {
  readonly id: number
  readonly method: keyof Writer
  readonly parameters: readonly unknown[]
}

/** An error on its way between threads: classes do not survive the crossing, their facts do. */
export interface WriterFailure {
  readonly code: string
  readonly what: string
  readonly why?: string | undefined
  readonly todo?: string | undefined
}

export type WriterReply =
  | { readonly type: 'ready' }
  | { readonly type: 'failed'; readonly failure: WriterFailure }
  | { readonly type: 'result'; readonly id: number; readonly value: unknown }
  | { readonly type: 'error'; readonly id: number; readonly failure: WriterFailure }
