/** What a key does in the list of results. */
export type ResultCommand =
  | 'next'
  | 'previous'
  | 'preview'
  | 'copy'
  | 'pair'
  | 'compare'
  | 'meeting'
  | 'filters'
  | 'box'

/** The part of a KeyboardEvent that decides. */
export interface ResultKeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

const PLAIN: ReadonlyMap<string, ResultCommand> = new Map(
  Object.entries({
    ArrowDown: 'next',
    j: 'next',
    ArrowUp: 'previous',
    k: 'previous',
    ' ': 'preview',
    y: 'copy',
    x: 'pair',
    v: 'compare',
    a: 'meeting',
    f: 'filters',
    Escape: 'box',
  } satisfies Record<string, ResultCommand>),
)

/** The command for a key pressed on a result, or undefined when the key is the page's own business. */
export function resultCommand(press: ResultKeyPress): ResultCommand | undefined {
  const control = press.ctrlKey || press.metaKey
  if (control && press.shiftKey && !press.altKey && press.key.toLowerCase() === 'c') return 'copy'
  if (control || press.altKey) return undefined
  if (press.key === ' ' && press.shiftKey) return undefined
  return PLAIN.get(press.key.length === 1 ? press.key.toLowerCase() : press.key)
}
