import type { Deck, Slide, SlideBox } from '../deck/deck.ts'
import type { ColourScheme } from './colour-scheme.ts'
import { layoutPaints, PLACEHOLDERS } from './master-part.ts'
import { blockShapes, type PlacingContext } from './place-block.ts'
import { type PlacedShape, plainParagraph, type TextShape } from './placed-shape.ts'
import { isCover, type LayoutAreas, sameBox } from './slide-areas.ts'
import { quietLevel } from './text-levels.ts'

type Paints = ReturnType<typeof layoutPaints>

/** A slide as shapes, in reading order: title, text, pictures and tables, citations. */
export function placeShapes(slide: Slide, context: PlacingContext): PlacedShape[] {
  const { deck, scheme } = context
  const areas = context.areasOf(slide.layout)
  const paints = layoutPaints(deck, scheme, slide.layout)
  const { frame } = slide
  let bodies = 0
  /** The first text is the layout's own; others are text of the outline as well. */
  const nextPlace = () => {
    bodies += 1
    return bodies === 1 ? PLACEHOLDERS.body : `<p:ph type="body" idx="${18 + bodies}"/>`
  }
  const shapes: PlacedShape[] = [titleShape(slide, areas), titleRule(slide, deck, scheme)]
  if (slide.kicker && frame.kicker) shapes.push(kickerShape(slide.kicker, frame.kicker, slide.layout, deck, paints))
  for (const [index, block] of slide.blocks.entries()) {
    const box = frame.blocks[index]
    if (box) shapes.push(...blockShapes(block, box, slide, { ...context, areas, paints, nextPlace }))
  }
  const says = slide.citations.map((citation) => citation.says).filter((one) => one !== '')
  if (says.length > 0) shapes.push(citationShape(says, frame.citations, areas, deck.look.smallSize))
  return shapes
}

function titleShape({ title, frame }: Slide, areas: LayoutAreas): TextShape {
  return {
    type: 'text',
    name: '标题',
    box: frame.title,
    place: PLACEHOLDERS.title,
    inherits: sameBox(frame.title, areas.title),
    size: frame.titleSize,
    levels:
      frame.titleSize === areas.titleSize
        ? undefined
        : `<a:lvl1pPr><a:defRPr sz="${Math.round(frame.titleSize * 100)}"/></a:lvl1pPr>`,
    paragraphs: [plainParagraph(title)],
  }
}

/** A hair's breadth under a title; a short one in the cover's colour on covers. It goes with the title, however high that is. */
function titleRule({ layout, frame: { title } }: Slide, { look }: Deck, scheme: ColourScheme): PlacedShape {
  const bottom = title.y + title.height
  if (!isCover(layout)) {
    return {
      type: 'bar',
      box: { x: title.x, y: bottom + 8, width: title.width, height: 1 },
      fill: scheme.paint(look.rule),
    }
  }
  return { type: 'bar', box: { x: title.x, y: bottom + 14, width: 96, height: 3 }, fill: scheme.paint(look.cover.rule) }
}

/** The part that a slide belongs to. */
function kickerShape(text: string, box: SlideBox, layout: Slide['layout'], { look }: Deck, paints: Paints): TextShape {
  const size = isCover(layout) ? look.smallSize * 1.25 : look.smallSize
  const paint = isCover(layout) ? paints.quiet : paints.accent
  return {
    type: 'text',
    name: '环节',
    box,
    inherits: false,
    size,
    levels: quietLevel(size, paint),
    anchor: 'ctr',
    paragraphs: [plainParagraph(text, { bold: true })],
  }
}

const citationShape = (
  says: readonly string[],
  box: SlideBox | undefined,
  areas: LayoutAreas,
  size: number,
): TextShape => ({
  type: 'text',
  name: '出处',
  box: box ?? areas.citations,
  place: PLACEHOLDERS.citation,
  inherits: !box || sameBox(box, areas.citations),
  size,
  paragraphs: says.map((one) => plainParagraph(one)),
})
