import { contrast, mixed } from '../deck/contrast.ts'
import type { SlideLook } from '../deck/deck.ts'

/** The colours of a look as a theme's, so that slides follow when the office changes the theme. */
export interface ColourScheme {
  /** By slot, `#rrggbb`. */
  readonly slots: ReadonlyMap<string, string>
  /** Attributes of `p:clrMap`. */
  readonly map: string
  /** The scheme's name for a colour of the look, e.g. `tx1`. */
  paint(colour: string): Paint
}

export type Paint = 'tx1' | 'tx2' | 'bg1' | 'bg2' | `accent${1 | 2 | 3 | 4 | 5 | 6}`

const ACCENTS = [1, 2, 3, 4, 5, 6] as const
const SAME = `${ACCENTS.map((number) => `accent${number}="accent${number}"`).join(' ')} hlink="hlink" folHlink="folHlink"`

/**
 * `tx1` is the text, `bg1` the background, `tx2` what is said quietly, `bg2` panels, `accent1` the accent; other colours
 * of the look take the other accents. A dark look keeps its dark colours in the dark slots, as programs expect, and is
 * mapped the other way round.
 */
export function colourScheme(look: SlideLook): ColourScheme {
  const named = new Map<Paint, string>([
    ['tx1', look.text],
    ['bg1', look.background],
    ['tx2', look.muted],
    ['bg2', look.panel],
    ['accent1', look.accent],
  ])
  const { cover } = look
  const kindred = [look.text, look.muted, look.background].map((end) => mixed(look.accent, end, 0.4))
  const rest = [cover.background, cover.text, cover.muted, cover.rule, look.onAccent, look.rule, ...kindred, ...kindred]
  for (const number of ACCENTS.slice(1)) {
    const colour = rest.find((one) => nearest(named, one, NEAR) === undefined) ?? look.accent
    named.set(`accent${number}`, colour)
  }
  const dark = contrast(look.background, '#000000') < contrast(look.text, '#000000')
  const [back, front] = dark ? ['dk', 'lt'] : ['lt', 'dk']
  const of = (paint: Paint) => named.get(paint) as string
  const slots = new Map([
    ['dk1', of(dark ? 'bg1' : 'tx1')],
    ['lt1', of(dark ? 'tx1' : 'bg1')],
    ['dk2', of(dark ? 'bg2' : 'tx2')],
    ['lt2', of(dark ? 'tx2' : 'bg2')],
    ...ACCENTS.map((number): [string, string] => [`accent${number}`, of(`accent${number}`)]),
    ['hlink', look.accent],
    ['folHlink', look.muted],
  ])
  return {
    slots,
    map: `bg1="${back}1" tx1="${front}1" bg2="${back}2" tx2="${front}2" ${SAME}`,
    paint: (colour) => nearest(named, colour, Number.POSITIVE_INFINITY) ?? 'tx1',
  }
}

/** Colours that are told apart only side by side, as a distance in RGB. */
const NEAR = 20

function nearest(named: ReadonlyMap<Paint, string>, colour: string, within: number): Paint | undefined {
  let best: { paint: Paint; far: number } | undefined
  for (const [paint, one] of named) {
    const far = distance(one, colour)
    if (far <= within && (!best || far < best.far)) best = { paint, far }
  }
  return best?.paint
}

function distance(one: string, other: string): number {
  const parts = [1, 3, 5].map(
    (at) => Number.parseInt(one.slice(at, at + 2), 16) - Number.parseInt(other.slice(at, at + 2), 16),
  )
  return Math.hypot(...parts)
}
