/** What a key does at the reading desk. */
export type DeskCommand =
  | 'next-passage'
  | 'previous-passage'
  | 'next-hit'
  | 'previous-hit'
  | 'find'
  | 'close'
  | 'cite'
  | 'link'
  | 'favourite'
  | 'meeting'
  | 'note'
  | 'report'
  | 'outline'
  | 'metadata'
  | 'print'
  | 'large'
  | 'keys'

/** The part of a KeyboardEvent that decides. `typing` is true inside a field. */
export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly typing: boolean
}

const PLAIN: ReadonlyMap<string, DeskCommand> = new Map(
  Object.entries({
    j: 'next-passage',
    k: 'previous-passage',
    ']': 'next-hit',
    '[': 'previous-hit',
    '】': 'next-hit',
    '【': 'previous-hit',
    c: 'cite',
    l: 'link',
    f: 'favourite',
    a: 'meeting',
    n: 'note',
    r: 'report',
    o: 'outline',
    m: 'metadata',
    p: 'print',
    v: 'large',
    '?': 'keys',
    '？': 'keys',
  } satisfies Record<string, DeskCommand>),
)

/** The command for a key, or undefined when the key is the page's own business. */
export function deskCommand(press: KeyPress): DeskCommand | undefined {
  const control = press.ctrlKey || press.metaKey
  if (press.key === 'F3') return press.shiftKey ? 'previous-hit' : 'next-hit'
  if (press.key === 'Escape') return 'close'
  if (control && !press.altKey && !press.shiftKey) {
    if (press.key.toLowerCase() === 'f') return 'find'
    if (press.key.toLowerCase() === 'p') return 'print'
    if (press.key.toLowerCase() === 'g') return 'next-hit'
  }
  if (control || press.altKey || press.typing) return undefined
  return PLAIN.get(press.key.toLowerCase())
}
