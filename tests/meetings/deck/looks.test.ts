import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contrast } from '../../../library/meetings/deck/contrast.ts'
import type { SlideLook } from '../../../library/meetings/deck/deck.ts'
import { lookOf } from '../../../library/meetings/deck/looks.ts'
import { SlideTheme } from '../../../library/meetings/outline/outline.schema.ts'

/** The worst contrast of everything that is read on a slide. */
function worst(look: SlideLook): number {
  const { background, panel, text, muted, accent, onAccent, cover } = look
  const pairs = [text, muted, accent].flatMap((one) => [
    [one, background],
    [one, panel],
  ])
  const more = [
    [onAccent, accent],
    [cover.text, cover.background],
    [cover.muted, cover.background],
  ]
  return Math.min(...[...pairs, ...more].map(([one, other]) => contrast(one as string, other as string)))
}

describe('the looks', () => {
  it('are readable: 4.5 to 1, and 7 to 1 in high contrast', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
    for (const theme of SlideTheme.options) {
      expect(worst(lookOf(theme)), theme).toBeGreaterThanOrEqual(theme === 'contrast' ? 7 : 4.5)
    }
  })

  it('name fonts of Windows, WPS and Linux, and large print is large', () => {
    for (const theme of SlideTheme.options) {
      const { bodyFonts, titleFonts } = lookOf(theme)
      expect(bodyFonts).toEqual(expect.arrayContaining(['微软雅黑', 'Noto Sans CJK SC', '思源黑体']))
      expect(titleFonts.length).toBeGreaterThan(4)
    }
    expect(lookOf('festive').titleFonts).toEqual(expect.arrayContaining(['方正小标宋简体', '华文中宋']))
    expect(lookOf('large').bodySize).toBeGreaterThanOrEqual(lookOf('quiet').bodySize * 1.4)
  })
})

describe("an office's own design", () => {
  it('gives its colours and fonts where they can be read', () => {
    const look = lookOf('quiet', { accent: '#004A9F', background: '#FFFFFF', titleFonts: ['方正大标宋简体'] })
    expect(look).toMatchObject({ accent: '#004a9f', background: '#ffffff' })
    expect(look.titleFonts[0]).toBe('方正大标宋简体')
    expect(look.titleFonts).toContain('Noto Sans CJK SC')
    expect(look.cover.background).toBe('#004a9f')
  })

  it('is made readable whatever its colours, and never by more than it takes', () => {
    const colour = fc.stringMatching(/^#[0-9a-f]{6}$/)
    const design = fc.record(
      {
        background: colour,
        text: colour,
        muted: colour,
        accent: colour,
        onAccent: colour,
        panel: colour,
        rule: colour,
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(design, fc.constantFrom(...SlideTheme.options), (given, theme) => {
        const look = lookOf(theme, given)
        expect(worst(look)).toBeGreaterThanOrEqual(theme === 'contrast' ? 7 : 4.5)
        if (theme === 'contrast') expect(look.background).toBe('#000000')
        else if (given.background) expect(look.background).toBe(given.background)
      }),
      { numRuns: 400 },
    )
  })

  it('gives nothing that is no colour', () => {
    expect(lookOf('quiet', { accent: 'red;} body{display:none', background: '#12' })).toEqual(lookOf('quiet', {}))
  })
})
