import { AppError } from '../errors/app-error.ts'
import type { ItemKind } from '../items/item-kind.ts'

/** What `--kind` takes. */
export const kinds: readonly ItemKind[] = ['policy', 'template', 'story', 'guide']

/** Options that every command takes. */
export interface GlobalOptions {
  readonly library: string
  readonly json: boolean
}

/** Where a command writes: results to stdout, all else to stderr. */
export interface Output {
  /** One result: JSON on one line with `--json`, else the text. */
  result(value: unknown, text: () => string): void
  /** A line of its own in any mode, e.g. of a batch. */
  line(text: string): void
  /** Shows progress on a terminal, over the line before. */
  progress(text: string): void
  note(text: string): void
}

export class CommandError extends AppError<'LIBRARY_NOT_FOUND' | 'USAGE' | 'JOB_FAILED' | 'SERVICE_REFUSED'> {}

export function createOutput(json: boolean): Output {
  const terminal = process.stderr.isTTY === true
  let shown = false
  const clear = () => {
    if (shown) process.stderr.write('\r\x1b[K')
    shown = false
  }
  return {
    result(value, text) {
      clear()
      process.stdout.write(`${json ? JSON.stringify(value) : text()}\n`)
    },
    line: (text) => void process.stdout.write(`${text}\n`),
    progress(text) {
      if (!terminal) return
      // A terminal that was not told its size says 0.
      const width = process.stderr.columns || 80
      process.stderr.write(`\r\x1b[K${cutToWidth(text, width - 1)}`)
      shown = true
    },
    note(text) {
      clear()
      process.stderr.write(`${text}\n`)
    },
  }
}

/** Cuts a line to a terminal's width, counting wide characters as two columns. */
function cutToWidth(text: string, columns: number): string {
  let used = 0
  let cut = ''
  for (const character of text) {
    used += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(
      character,
    )
      ? 2
      : 1
    if (used > columns) return cut
    cut += character
  }
  return cut
}
