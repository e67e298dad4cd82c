import { type Deck, SLIDE_SIZE, type Slide, type SlideBox } from '../deck/deck.ts'

export type LayoutName = Slide['layout']

/** Where a layout has its placeholders; points. */
export interface LayoutAreas {
  readonly title: SlideBox
  readonly titleSize: number
  readonly body: SlideBox
  readonly citations: SlideBox
}

/** As the office reads them in the list of layouts, in the order in which they are stored. */
export const LAYOUT_TITLES: Readonly<Record<LayoutName, string>> = {
  cover: '封面',
  agenda: '议程',
  part: '环节',
  content: '正文',
  picture: '图片',
  ask: '提问',
  answer: '解答',
  end: '结束',
}
export const LAYOUT_NAMES = Object.keys(LAYOUT_TITLES) as LayoutName[]

/** Those that stand on the cover's background. */
export const isCover = (layout: LayoutName) => layout === 'cover' || layout === 'part' || layout === 'end'

const MARGIN = 56
/** At the foot, right. */
const NUMBER_AREA: SlideBox = { x: SLIDE_SIZE.width - MARGIN - 72, y: 498, width: 72, height: 30 }
/** Covers may have a frame around them. */
export const numberArea = (layout: LayoutName): SlideBox =>
  isCover(layout) ? { ...NUMBER_AREA, x: NUMBER_AREA.x - 4, y: 482 } : NUMBER_AREA

/**
 * The places of a layout: those that most of its slides have, so that these say nothing of places themselves and follow
 * when the office moves something in the layout.
 */
export function layoutAreas({ slides, look }: Deck, layout: LayoutName): LayoutAreas {
  const frames = slides.filter((slide) => slide.layout === layout).map(({ frame }) => frame)
  const width = SLIDE_SIZE.width - 2 * MARGIN
  const usual = isCover(layout)
    ? { x: MARGIN, y: 150, width, height: 130 }
    : { x: MARGIN, y: 52, width, height: Math.ceil(look.titleSize * 1.5) }
  const title = mostCommon(frames.map((frame) => frame.title)) ?? usual
  const citations = mostCommon(frames.flatMap((frame) => frame.citations ?? [])) ?? {
    x: title.x,
    y: NUMBER_AREA.y,
    width: NUMBER_AREA.x - title.x - 12,
    height: NUMBER_AREA.height,
  }
  const top = title.y + title.height + 16
  const left = { x: title.x, y: top, width: title.width, height: Math.max(60, citations.y - 8 - top) }
  const bodies = slides.flatMap(({ layout: name, blocks, frame }) =>
    name === layout && blocks[0]?.type === 'text' && frame.blocks[0] ? [boxOf(frame.blocks[0])] : [],
  )
  const titleSize = mostCommon(frames.map((frame) => frame.titleSize)) ?? look.titleSize
  return { title, titleSize, body: mostCommon(bodies) ?? left, citations }
}

const boxOf = ({ x, y, width, height }: SlideBox): SlideBox => ({ x, y, width, height })

/** The first of those that come most often. */
function mostCommon<T>(values: readonly T[]): T | undefined {
  const counts = new Map<string, { value: T; count: number }>()
  for (const value of values) {
    const key = JSON.stringify(value)
    const known = counts.get(key)
    if (known) known.count += 1
    else counts.set(key, { value, count: 1 })
  }
  return [...counts.values()].sort((one, other) => other.count - one.count)[0]?.value
}

/** English Metric Units, 12,700 to the point (ECMA-376 part 1 §20.1.2.1). */
export const emu = (points: number) => Math.round(points * 12_700)

export const sameBox = (one: SlideBox, other: SlideBox) =>
  (['x', 'y', 'width', 'height'] as const).every((side) => emu(one[side]) === emu(other[side]))
