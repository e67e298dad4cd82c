import { atomsOfBlock, hangOf } from '../deck/block-atoms.ts'
import type { Block, BlockBox, Deck, Line, Slide } from '../deck/deck.ts'
import { columnWidths } from '../deck/table-columns.ts'
import { widthOf } from '../deck/text-width.ts'
import type { ColourScheme, Paint } from './colour-scheme.ts'
import { fitBox } from './fit-box.ts'
import { type layoutPaints, PLACEHOLDERS } from './master-part.ts'
import type { PackedPicture } from './pack-pictures.ts'
import { type Paragraph, type PlacedShape, plainParagraph } from './placed-shape.ts'
import { type LayoutAreas, sameBox } from './slide-areas.ts'
import { bodyLevels, quietLevel } from './text-levels.ts'

export interface PlacingContext {
  readonly deck: Deck
  readonly scheme: ColourScheme
  readonly areasOf: (layout: Slide['layout']) => LayoutAreas
  /** By the picture's hash and blurred regions; absent where it could not be had. */
  readonly picture: (block: Extract<Block, { type: 'picture' }>['picture']) => PackedPicture | undefined
}

type Paints = ReturnType<typeof layoutPaints>

interface BlockContext extends PlacingContext {
  readonly areas: LayoutAreas
  readonly paints: Paints
  readonly nextPlace: () => string
}

/** A block of a slide as the shapes it is told with. */
export function blockShapes(block: Block, box: BlockBox, slide: Slide, context: BlockContext): PlacedShape[] {
  const { deck, areas, paints, nextPlace } = context
  const { spacing, look } = deck
  const levels = (paint: Paint) => bodyLevels(box.size, spacing, paint)
  switch (block.type) {
    case 'text': {
      if (block.lines.length === 0) return []
      const place = nextPlace()
      const usual = place === PLACEHOLDERS.body && box.size === look.bodySize
      return [
        {
          type: 'text',
          name: '正文',
          box,
          place,
          inherits: place === PLACEHOLDERS.body && sameBox(box, areas.body),
          size: box.size,
          levels: usual ? undefined : levels(paints.body),
          paragraphs: paragraphsOf(block.lines, spacing.paragraphGap, paints),
        },
      ]
    }
    case 'clause':
    case 'quote':
      return quotedShapes(block, box, context)
    case 'choices':
      return choiceShapes(block, box, context)
    case 'picture':
      return pictureShapes(block.picture, box, slide, context)
    case 'table': {
      if (block.head.length === 0 && block.rows.length === 0) return []
      const columns = box.columns ?? columnWidths(block, box.width)
      return [
        {
          type: 'table',
          box,
          size: box.size,
          columns,
          head: block.head,
          rows: block.rows,
          says: `表格：${slide.title}`,
        },
      ]
    }
  }
}

/** Lines as paragraphs, set where the deck measured them. */
function paragraphsOf(lines: readonly Line[], gap: number, paints: Paints): Paragraph[] {
  return lines.map((one, index) => {
    const left = hangOf(one)
    const { runs, marker } = one
    const before = { ...one, marker: undefined, continues: false }
    return {
      runs,
      marker,
      left,
      hang: marker === undefined ? 0 : left - hangOf(before),
      gap: index === 0 ? 0 : gap,
      level: one.level,
      markerPaint: paints.accent,
      // A line that is emphasised as a whole is said quietly.
      emphasis: runs.every(({ emphasis }) => emphasis) ? paints.quiet : paints.emphasis,
    }
  })
}

/** A clause stands on a panel, a quotation beside a rule. */
function quotedShapes(
  block: Extract<Block, { type: 'clause' | 'quote' }>,
  box: BlockBox,
  { deck, scheme, paints, nextPlace }: BlockContext,
): PlacedShape[] {
  const { spacing, look } = deck
  const said = paragraphsOf(block.lines, spacing.paragraphGap, paints)
  const heading =
    block.type === 'clause' && block.heading !== ''
      ? [plainParagraph(block.heading, { bold: true, paint: paints.accent })]
      : []
  const by = block.type === 'quote' && block.by ? [plainParagraph(`——${block.by}`, { paint: paints.quiet })] : []
  const paragraphs = [...heading, ...said, ...by]
  if (paragraphs.length === 0) return []
  const inset = spacing.quoteIndent * box.size
  const rule = scheme.paint(block.type === 'clause' ? look.accent : look.rule)
  return [
    { type: 'bar', box: { x: box.x, y: box.y + 2, width: 4, height: Math.max(4, box.height - 4) }, fill: rule },
    {
      type: 'text',
      name: block.type === 'clause' ? '条文' : '原话',
      box: { x: box.x + inset, y: box.y, width: box.width - inset, height: box.height },
      place: nextPlace(),
      inherits: false,
      size: box.size,
      levels: bodyLevels(box.size, spacing, paints.body),
      paragraphs,
    },
  ]
}

/** Each on a card of its own; the right one is framed and ticked, so that it is not told by colour alone. */
function choiceShapes(
  block: Extract<Block, { type: 'choices' }>,
  box: BlockBox,
  { deck, scheme, paints, nextPlace }: BlockContext,
): PlacedShape[] {
  const { spacing, look } = deck
  const { size } = box
  const padding = spacing.cellPadding * size
  const measure = { width: box.width, size, height: Number.POSITIVE_INFINITY }
  const heights = atomsOfBlock(block, 0, measure, []).map((atom) => atom.height ?? size * spacing.lineHeight)
  const gap = spacing.choiceGap * size
  const sum = heights.reduce((total, one) => total + one + gap, -gap)
  // What does not stand is pressed rather than run over the foot.
  const press = sum > box.height && sum > 0 ? box.height / sum : 1
  let y = box.y
  return block.choices.map(({ key, lines, right }, index) => {
    const height = (heights[index] ?? size * 2) * press
    const card = { x: box.x, y, width: box.width, height }
    y += height + gap * press
    const tick = right ? '✓ ' : ''
    const indent = key === '' ? 0 : widthOf(key) + 0.6
    const said = paragraphsOf(lines, spacing.paragraphGap, paints).map((one) => ({ ...one, left: one.left + indent }))
    const [first = plainParagraph('', { left: indent, markerPaint: paints.accent }), ...rest] = said
    const keyed: Paragraph =
      key === ''
        ? { ...first, runs: [{ text: tick, strong: true }, ...first.runs] }
        : { ...first, hang: first.left, marker: { number: key }, runs: [{ text: tick, strong: true }, ...first.runs] }
    return {
      type: 'text',
      name: `选项 ${key || index + 1}`,
      box: card,
      place: nextPlace(),
      inherits: false,
      size,
      levels: bodyLevels(size, spacing, scheme.paint(look.text)),
      anchor: 'ctr',
      insets: [padding, 0, padding, 0],
      fill: 'bg2',
      line: right ? paints.accent : undefined,
      round: true,
      paragraphs: [keyed, ...rest],
    }
  })
}

function pictureShapes(
  picture: Extract<Block, { type: 'picture' }>['picture'],
  box: BlockBox,
  { title }: Slide,
  { deck, scheme, paints, picture: packed }: BlockContext,
): PlacedShape[] {
  const file = packed(picture)
  const size = deck.look.smallSize
  const says = picture.alternative || picture.caption || `图片：${title}`
  const caption: PlacedShape[] =
    picture.caption && box.caption
      ? [
          {
            type: 'text',
            name: '图片说明',
            box: box.caption,
            inherits: false,
            size,
            levels: quietLevel(size, paints.quiet, 'ctr'),
            paragraphs: [plainParagraph(picture.caption)],
          },
        ]
      : []
  if (file) return [{ type: 'picture', box: fitBox(box, file), picture, file: file.name, says }, ...caption]
  return [
    {
      type: 'text',
      name: '缺少的图片',
      box,
      inherits: false,
      size,
      levels: quietLevel(size, scheme.paint(deck.look.muted), 'ctr'),
      anchor: 'ctr',
      insets: [12, 12, 12, 12],
      fill: 'bg2',
      paragraphs: [plainParagraph(`（这张图片打不开：${says}）`)],
    },
    ...caption,
  ]
}
