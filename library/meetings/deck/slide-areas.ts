import { emsOf } from './block-atoms.ts'
import type { SlideBox, SlideCitation, SlideLook } from './deck.ts'
import { SLIDE_SIZE } from './deck.ts'
import { BODY_END, FOOT, MARGIN, NUMBER_WIDTH, SPACING } from './slide-spacing.ts'
import { countLines, EMPTY_FILL, fillLines, widthOf } from './text-width.ts'

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

const PHRASE = /(?<=[，。；：？！\s])(?![，。、；：？！》”’）」』…—\s])/u

/** Titles break behind punctuation, as far as a phrase is not longer than a line. */
function titleLines(title: string, width: number): number {
  const phrases = title.split(PHRASE).map((text) => ({ text, width: widthOf(text), blank: 0 }))
  return Math.max(1, countLines(title, width), fillLines(EMPTY_FILL, phrases, width).lines)
}

/** Titles are set smaller before they take more lines than they may, and those that nobody reads aloud very small. */
function fitTitle(title: string, width: number, size: number, most: number): { size: number; lines: number } {
  const shares = [
    { share: 1, lines: 1 },
    { share: 0.9, lines: 1 },
    { share: 0.8, lines: most },
    { share: 0.7, lines: most },
    { share: 0.6, lines: most + 1 },
    { share: 0.5, lines: most + 2 },
  ]
  for (const { share, lines } of shares) {
    const tried = Math.round(size * share)
    const taken = titleLines(title, emsOf(width, tried))
    if (taken <= lines) return { size: tried, lines: taken }
  }
  const smallest = Math.round(size * 0.42)
  return { size: smallest, lines: titleLines(title, emsOf(width, smallest)) }
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
    body: { x: MARGIN, y, width: WIDTH, height: BODY_END - y },
  }
}

/** Where the large title ends: in the upper middle, or higher where more is to stand below. Points. */
const TITLE_ENDS = { cover: 262, part: 232, end: 232, raised: 150 }

/** The cover, the beginning of a part, the end: a large title, and a few words. */
export function openingAreas(
  heading: Heading,
  look: SlideLook,
  layout: 'cover' | 'part' | 'end',
  isRaised: boolean,
): SlideAreas {
  const inset = MARGIN + 24
  const width = SLIDE_SIZE.width - 2 * inset
  const large = look.titleSize * (layout === 'cover' ? 1.5 : 1.3)
  const { size, lines } = fitTitle(heading.title, width, large, 2)
  const height = lines * size * SPACING.titleLineHeight
  const kickerHeight = look.smallSize * 1.25 * 1.5
  const y = Math.max(70, TITLE_ENDS[isRaised ? 'raised' : layout] - height) + kickerHeight * 0.5
  const below = y + height + 34
  return {
    kicker:
      heading.kicker === undefined ? undefined : { x: inset, y: y - kickerHeight - 8, width, height: kickerHeight },
    title: { x: inset, y, width, height },
    titleSize: size,
    body: { x: inset, y: below, width, height: BODY_END - below },
  }
}

/** What citations take of the body's height. Points. */
export function citationsRoom(says: readonly string[], look: SlideLook): number {
  return says.length === 0 ? 0 : Math.max(0, citationsHeight(says, look) + 10 - (FOOT - BODY_END))
}

/** Below the body, left of the slide's number. */
function citationsHeight(says: readonly string[], look: SlideLook): number {
  const ems = emsOf(WIDTH - NUMBER_WIDTH, look.smallSize)
  return says.reduce((sum, one) => sum + countLines(one, ems), 0) * look.smallSize * SPACING.lineHeight
}

export function citationsBox(citations: readonly SlideCitation[], look: SlideLook): SlideBox | undefined {
  if (citations.length === 0) return undefined
  const height = citationsHeight(
    citations.map(({ says }) => says),
    look,
  )
  return { x: MARGIN, y: FOOT - height, width: WIDTH - NUMBER_WIDTH, height }
}
