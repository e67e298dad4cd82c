/** What a key does while slides are shown. */
export type ShowAction =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'black'
  | 'white'
  | 'overview'
  | 'full'
  | 'speaker'
  | 'pointer'
  | 'zoom'
  | 'notes'
  | 'help'

/** Besides letters: what clickers send (PageUp, PageDown, B, ., F5, Esc), also with a Chinese input method on. */
const actions: Readonly<Record<string, ShowAction>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  PageUp: 'previous',
  Backspace: 'previous',
  Home: 'first',
  End: 'last',
  b: 'black',
  '.': 'black',
  '。': 'black',
  w: 'white',
  ',': 'white',
  '，': 'white',
  Escape: 'overview',
  o: 'overview',
  f: 'full',
  F5: 'full',
  s: 'speaker',
  p: 'pointer',
  z: 'zoom',
  n: 'notes',
  '?': 'help',
  '？': 'help',
}

/** What was typed so far of a slide's number, and what the key means. */
export interface KeyOutcome {
  readonly digits: string
  readonly action?: ShowAction | undefined
  /** A slide's number, from 1. */
  readonly slide?: number | undefined
}

/** A key while so much of a number is typed. Undefined for one that means nothing here. */
export function keyOutcome(digits: string, key: string): KeyOutcome | undefined {
  if (/^\d$/.test(key)) return { digits: `${digits}${key}`.slice(-3) }
  if (key === 'Enter') return digits === '' ? { digits, action: 'next' } : { digits: '', slide: Number(digits) }
  if (digits !== '' && (key === 'Escape' || key === 'Backspace')) return { digits: '' }
  const name = key.length === 1 ? key.toLowerCase() : key
  return Object.hasOwn(actions, name) ? { digits: '', action: actions[name] } : undefined
}
