import { emsOf } from './block-atoms.ts'
import type { SlideBox, SlideCitation, SlideLook } from './deck.ts'
import { SLIDE_SIZE } from './deck.ts'
import { FOOT, MARGIN, NUMBER_WIDTH, SPACING } from './slide-spacing.ts'
import { countLines } from './text-width.ts'

const WIDTH = SLIDE_SIZE.width - 2 * MARGIN

/** Where the title stands and what is left below it. */
export interface SlideAreas {
  readonly kicker?: SlideBox | undefined
  readonly title: SlideBox
  readonly titleSize: number
  readonly body: SlideBox
}

interface Heading {
  readonly title: string
  readonly kicker?: string | undefined
}

/** Titles are set smaller before they take more lines than they may. */
function fitTitle(title: string, width: number, size: number, most: number): { size: number; lines: number } {
  for (const share of [1, 0.9, 0.8, 0.72]) {
    const tried = Math.round(size * share)
    const lines = countLines(title, emsOf(width, tried))
    if (lines <= (share > 0.85 ? Math.min(most, 1) : most)) return { size: tried, lines: Math.max(1, lines) }
  }
  const smallest = Math.round(size * 0.6)
  return { size: smallest, lines: Math.max(1, countLines(title, emsOf(width, smallest))) }
}

/** A slide with its title above and its matter below. */
export function contentAreas(heading: Heading, look: SlideLook): SlideAreas {
  const kickerHeight = heading.kicker === undefined ? 0 : look.smallSize * 1.5
  const top = 26 + look.band
  const { size, lines } = fitTitle(heading.title, WIDTH, look.titleSize, 2)
  const title = { x: MARGIN, y: top + kickerHeight, width: WIDTH, height: lines * size * SPACING.titleLineHeight }
  const y = title.y + title.height + 22
  return {
    ...(heading.kicker !== undefined && { kicker: { x: MARGIN, y: top, width: WIDTH, height: kickerHeight } }),
    title,
    titleSize: size,
    body: { x: MARGIN, y, width: WIDTH, height: FOOT - y },
  }
}

/** The cover, the beginning of a part, the end: a large title in the upper middle. */
export function openingAreas(heading: Heading, look: SlideLook, layout: 'cover' | 'part' | 'end'): SlideAreas {
  const inset = MARGIN + 24
  const width = SLIDE_SIZE.width - 2 * inset
  const large = look.titleSize * (layout === 'cover' ? 1.5 : 1.3)
  const { size, lines } = fitTitle(heading.title, width, large, 3)
  const height = lines * size * SPACING.titleLineHeight
  const kickerHeight = look.smallSize * 1.25 * 1.5
  const y = Math.max(70, (layout === 'cover' ? 262 : 232) - height) + kickerHeight * 0.5
  const below = y + height + 34
  return {
    kicker:
      heading.kicker === undefined ? undefined : { x: inset, y: y - kickerHeight - 8, width, height: kickerHeight },
    title: { x: inset, y, width, height },
    titleSize: size,
    body: { x: inset, y: below, width, height: FOOT - below },
  }
}

/** Below the body, left of the slide's number. */
export function citationsHeight(says: readonly string[], look: SlideLook): number {
  if (says.length === 0) return 0
  const ems = emsOf(WIDTH - NUMBER_WIDTH, look.smallSize)
  return says.reduce((sum, one) => sum + countLines(one, ems), 0) * look.smallSize * SPACING.lineHeight + 10
}

export function citationsBox(citations: readonly SlideCitation[], look: SlideLook): SlideBox | undefined {
  if (citations.length === 0) return undefined
  const height =
    citationsHeight(
      citations.map(({ says }) => says),
      look,
    ) - 10
  return { x: MARGIN, y: FOOT - height, width: WIDTH - NUMBER_WIDTH, height }
}
