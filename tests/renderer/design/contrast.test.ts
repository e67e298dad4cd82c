import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('../../../renderer/design/tokens.css', import.meta.url), 'utf8')

function tokensOf(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`)
  const block = css.slice(start, css.indexOf('\n}', start))
  return new Map(
    [...block.matchAll(/(--[a-z-]+):\s*(#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]),
  )
}

const light = tokensOf(':root')
const dark = new Map([...light, ...tokensOf(":root[data-theme='dark']")])

/** Relative luminance and contrast ratio, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

const surfaces = ['--paper', '--paper-raised', '--paper-sunken']
const text: [string, string][] = [
  ...['--ink', '--ink-muted', '--accent', '--danger', '--ok', '--warn'].flatMap((ink) =>
    surfaces.map((surface): [string, string] => [ink, surface]),
  ),
  ['--ink', '--accent-soft'],
  ['--ink-muted', '--accent-soft'],
  ['--ink', '--mark'],
  ['--ink', '--mark-current'],
  ['--ink', '--added'],
  ['--ink', '--removed'],
  ['--added-ink', '--added'],
  ['--removed-ink', '--removed'],
  ['--ok', '--ok-soft'],
  ['--warn', '--warn-soft'],
  ['--danger', '--danger-soft'],
  ['--on-accent', '--accent'],
  ['--on-accent', '--accent-strong'],
  ['--on-seal', '--seal'],
]

describe.each([
  ['light', light],
  ['dark', dark],
])('in the %s theme', (_name, tokens) => {
  it.each(text)('%s on %s reads at 4.5 to 1', (ink, surface) => {
    expect(contrast(tokens.get(ink) ?? '', tokens.get(surface) ?? '')).toBeGreaterThanOrEqual(4.5)
  })

  it.each(surfaces)('the edge of a control stands out from %s at 3 to 1', (surface) => {
    expect(contrast(tokens.get('--line-strong') ?? '', tokens.get(surface) ?? '')).toBeGreaterThanOrEqual(3)
  })
})
