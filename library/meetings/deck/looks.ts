import type { SlideTheme } from '../outline/outline.schema.ts'
import { contrast, mixed, readableOn } from './contrast.ts'
import type { SlideLook } from './deck.ts'

const SANS = [
  'Microsoft YaHei',
  '微软雅黑',
  'Noto Sans CJK SC',
  'Source Han Sans SC',
  '思源黑体',
  'PingFang SC',
  'SimHei',
]
const SONG = [
  'FZXiaoBiaoSong-B05S',
  '方正小标宋简体',
  'STZhongsong',
  '华文中宋',
  'Noto Serif CJK SC',
  'Source Han Serif SC',
  '思源宋体',
  'SimSun',
]

const LOOKS: Readonly<Record<SlideTheme, SlideLook>> = {
  quiet: {
    background: '#fbf9f4',
    text: '#24211c',
    muted: '#625b50',
    accent: '#a5321e',
    onAccent: '#fffaf2',
    rule: '#ddd5c6',
    panel: '#f2ede2',
    cover: { background: '#f4efe4', text: '#24211c', muted: '#625b50', rule: '#a5321e' },
    band: 0,
    titleFonts: SANS,
    bodyFonts: SANS,
    titleSize: 32,
    bodySize: 24,
    smallSize: 16,
  },
  festive: {
    background: '#fffdf8',
    text: '#2b1d18',
    muted: '#6d5446',
    accent: '#a81e22',
    onAccent: '#fff4dc',
    rule: '#d8b878',
    panel: '#fbf1e2',
    cover: { background: '#9c1b20', text: '#fff4dc', muted: '#f3d9ac', rule: '#d9b566' },
    band: 14,
    titleFonts: SONG,
    bodyFonts: SANS,
    titleSize: 34,
    bodySize: 24,
    smallSize: 16,
  },
  contrast: {
    background: '#000000',
    text: '#ffffff',
    muted: '#d6d6d6',
    accent: '#ffd633',
    onAccent: '#000000',
    rule: '#8c8c8c',
    panel: '#1c1c1c',
    cover: { background: '#000000', text: '#ffffff', muted: '#e8e8e8', rule: '#ffd633' },
    band: 0,
    titleFonts: SANS,
    bodyFonts: SANS,
    titleSize: 36,
    bodySize: 28,
    smallSize: 18,
  },
  large: {
    background: '#ffffff',
    text: '#141414',
    muted: '#4a4a4a',
    accent: '#8f2213',
    onAccent: '#ffffff',
    rule: '#c4bcae',
    panel: '#f3efe7',
    cover: { background: '#ffffff', text: '#141414', muted: '#4a4a4a', rule: '#8f2213' },
    band: 0,
    titleFonts: SANS,
    bodyFonts: SANS,
    titleSize: 42,
    bodySize: 36,
    smallSize: 22,
  },
}

/** Contrast that text has at least (WCAG 2.2 AA; AAA for high contrast). */
const LEAST: Readonly<Record<SlideTheme, number>> = { quiet: 4.5, festive: 4.5, contrast: 7, large: 4.5 }

/**
 * How slides look: a theme, with the colours and fonts of the office's own design where there is one. Colours of a
 * design that could not be read are brought as near to it as is readable; high contrast and large print keep what
 * they are for: their sizes, and high contrast its colours as well.
 */
export function lookOf(theme: SlideTheme, design?: Partial<SlideLook>): SlideLook {
  const base = LOOKS[theme]
  if (!design) return base
  const fonts = {
    titleFonts: withFallbacks(design.titleFonts, base.titleFonts),
    bodyFonts: withFallbacks(design.bodyFonts, base.bodyFonts),
  }
  if (theme === 'contrast') return { ...base, ...fonts }
  return readable({ ...base, ...coloursOf(design, base), ...fonts }, LEAST[theme])
}

const COLOUR = /^#[0-9a-f]{6}$/i
const colour = (one: string | undefined, other: string) =>
  one !== undefined && COLOUR.test(one) ? one.toLowerCase() : other

/** What a design does not say is made of what it says, so that the colours go together. */
function coloursOf(design: Partial<SlideLook>, base: SlideLook) {
  const background = colour(design.background, base.background)
  const text = colour(
    design.text,
    contrast(base.text, background) >= 4.5 ? base.text : readableOn(base.text, [background], 7),
  )
  const accent = colour(design.accent, base.accent)
  return {
    background,
    text,
    accent,
    muted: colour(design.muted, mixed(text, background, 0.3)),
    onAccent: colour(design.onAccent, base.onAccent),
    rule: colour(design.rule, mixed(text, background, 0.8)),
    panel: colour(design.panel, mixed(background, text, 0.05)),
    cover: design.cover ?? {
      background: accent,
      text: colour(design.onAccent, base.onAccent),
      muted: colour(design.onAccent, base.onAccent),
      rule: colour(design.onAccent, base.onAccent),
    },
  }
}

function readable(given: SlideLook, least: number): SlideLook {
  const look = { ...given, panel: panelOf(given, least) }
  const grounds = [look.background, look.panel]
  const text = readableOn(look.text, grounds, least)
  return {
    ...look,
    text,
    muted: readableOn(look.muted, grounds, least),
    accent: readableOn(look.accent, grounds, least),
    onAccent: readableOn(look.onAccent, [readableOn(look.accent, grounds, least)], least),
    cover: {
      ...look.cover,
      text: readableOn(look.cover.text, [look.cover.background], least),
      muted: readableOn(look.cover.muted, [look.cover.background], least),
    },
  }
}

/** A panel so unlike the background that no colour is read on both is none. */
function panelOf({ background, panel, text }: SlideLook, least: number): string {
  const onBoth = readableOn(text, [background, panel], least)
  return Math.min(contrast(onBoth, background), contrast(onBoth, panel)) >= least ? panel : background
}

/** Text is never left without a font that has Chinese characters. */
const withFallbacks = (chosen: readonly string[] | undefined, usual: readonly string[]) => [
  ...new Set([...(chosen ?? []).filter((font) => font.trim() !== ''), ...usual]),
]
