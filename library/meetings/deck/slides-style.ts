import type { SlideLook, SlideSpacing } from './deck.ts'
import { SLIDE_SIZE } from './deck.ts'
import { MARGIN } from './slide-spacing.ts'

/** Names of fonts come from an office's own file: nothing but a name goes into a style. */
const fontList = (fonts: readonly string[]) =>
  [...fonts.map((font) => `'${font.replace(/[^\p{L}\p{N} _.-]/gu, '')}'`), 'sans-serif'].join(', ')

/** 楷体, which reads as another's voice. */
const KAI = "'KaiTi', '楷体', 'STKaiti', 'AR PL UKai CN', 'FangSong', '仿宋'"

/** How slides look on a page; every text stands in its box of the frame. */
export function slidesStyle(look: SlideLook, spacing: SlideSpacing): string {
  const { cover } = look
  const body = fontList(look.bodyFonts)
  return `
@page { size: ${SLIDE_SIZE.width}pt ${SLIDE_SIZE.height}pt; margin: 0; }
* { box-sizing: border-box; margin: 0; padding: 0; }
html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { font-family: ${body}; line-height: ${spacing.lineHeight}; line-break: strict; text-spacing-trim: trim-start; overflow-wrap: anywhere; text-autospace: no-autospace; hyphens: none; }
.slide { position: relative; width: ${SLIDE_SIZE.width}pt; height: ${SLIDE_SIZE.height}pt; overflow: hidden; break-after: page; break-inside: avoid; background: ${look.background}; color: ${look.text}; }
.slide:last-of-type { break-after: auto; }
.slide > * { position: absolute; }
h1, h2 { font-family: ${fontList(look.titleFonts)}; font-weight: 700; line-height: ${spacing.titleLineHeight}; word-break: keep-all; }
.kicker { display: flex; align-items: center; font-size: ${look.smallSize}pt; line-height: 1.2; font-weight: 600; color: ${look.accent}; white-space: nowrap; overflow: hidden; }
.rule { left: ${MARGIN}pt; right: ${MARGIN}pt; height: 1pt; background: ${look.rule}; }
.band { left: 0; top: 0; right: 0; height: ${look.band}pt; background: ${look.accent}; border-bottom: 2pt solid ${look.rule}; }
.number { right: ${MARGIN}pt; bottom: 18pt; font-size: ${Math.min(16, look.smallSize)}pt; line-height: 1.2; color: ${look.muted}; font-variant-numeric: tabular-nums; }
.citations { font-size: ${look.smallSize}pt; color: ${look.muted}; }
.line + .line { margin-top: ${spacing.paragraphGap}em; }
.entry { display: flex; }
.marker { flex: none; color: ${look.accent}; padding-right: 0.2em; }
.bullet::before { content: ''; display: inline-block; width: 0.36em; height: 0.36em; margin: 0 0 0.18em 0.3em; border-radius: 50%; background: currentColor; }
.words { flex: 1; min-width: 0; }
b { font-weight: 700; }
em { font-style: normal; color: ${look.accent}; }
.quiet em { color: ${look.muted}; }
.clause { padding-left: calc(${spacing.quoteIndent}em - 3pt); border-left: 3pt solid ${look.accent}; }
h3 { font-size: 1em; font-weight: 700; color: ${look.accent}; }
.quote { padding-left: calc(${spacing.quoteIndent}em - 3pt); border-left: 3pt solid ${look.rule}; }
.quote blockquote { font-family: ${KAI}, ${body}; }
.quote figcaption { color: ${look.muted}; }
.choice { display: flex; gap: 0.6em; padding: ${spacing.cellPadding}em; border-radius: 6pt; background: ${look.panel}; }
.choice + .choice { margin-top: ${spacing.choiceGap}em; }
.choice.right { box-shadow: inset 0 0 0 2pt ${look.accent}; }
.key { flex: none; font-weight: 700; color: ${look.accent}; }
table { border-collapse: collapse; table-layout: fixed; width: 100%; line-height: ${spacing.lineHeight}; }
th, td { padding: ${spacing.cellPadding}em; text-align: left; vertical-align: top; border-bottom: 1pt solid ${look.rule}; }
th { background: ${look.panel}; color: ${look.accent}; font-weight: 700; }
figure.picture img, figure.picture svg { position: absolute; inset: 0; width: 100%; height: 100%; }
figure.picture img { object-fit: contain; }
.caption { font-size: ${look.smallSize}pt; line-height: ${spacing.lineHeight}; color: ${look.muted}; text-align: center; }
.gone { display: grid; place-items: center; padding: 12pt; background: ${look.panel}; color: ${look.muted}; text-align: center; }
.opening { background: ${cover.background}; color: ${cover.text}; }
.opening .kicker { font-size: ${look.smallSize * 1.25}pt; letter-spacing: 0.08em; color: ${cover.muted}; }
.opening h1, .opening h2 { display: flex; align-items: flex-end; }
.opening .rule { right: auto; width: 96pt; height: 3pt; background: ${cover.rule}; }
.opening .text, .opening .number, .opening .citations, .opening .quiet em, .opening .marker { color: ${cover.muted}; }
.opening .number { right: 60pt; bottom: 34pt; }
.opening em { color: ${cover.text}; }
.frame { inset: 20pt; border: 1.5pt solid ${cover.rule}; }
.frame::after { content: ''; position: absolute; inset: 3.5pt; border: 0.75pt solid ${cover.rule}; }
.ask h2, .answer h2 { color: ${look.accent}; }
`
}
