import { DISC, INK, markWeight, within } from '../deck/marks-svg.ts'
import type { PictureMark } from '../guides/step-guide.schema.ts'
import type { ColourScheme } from './colour-scheme.ts'
import type { DrawnRun, PptxSlide } from './open-pptxgen.ts'
import type { Paragraph, PictureShape, PlacedShape, TableShape, TextShape } from './placed-shape.ts'
import { slideText } from './slide-text.ts'

/** What finishing a slide adds to an element that pptxgenjs drew: its name, what it says, and what it belongs with. */
export interface DrawnElement {
  readonly name: string
  readonly says?: string | undefined
  /** Only to be seen. */
  readonly decorative?: boolean | undefined
  /** Elements of one number stand together. */
  readonly group?: number | undefined
  readonly text?: TextShape | undefined
  readonly file?: string | undefined
}

interface Drawing {
  readonly slide: PptxSlide
  readonly scheme: ColourScheme
  readonly look: { readonly smallSize: number; readonly rule: string }
  readonly elements: DrawnElement[]
}

/** pptxgenjs counts in inches. */
const inches = (points: number) => points / 72
const placeOf = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) => ({
  x: inches(x),
  y: inches(y),
  w: inches(width),
  h: inches(height),
})

/** Draws what stands on a slide, in its order. @returns what was drawn, in the order of the elements */
export function drawShapes(
  slide: PptxSlide,
  shapes: readonly PlacedShape[],
  given: Pick<Drawing, 'scheme' | 'look'>,
): DrawnElement[] {
  const drawing: Drawing = { slide, ...given, elements: [] }
  let groups = 0
  for (const shape of shapes) {
    switch (shape.type) {
      case 'text':
        drawText(drawing, shape)
        break
      case 'bar':
        drawing.slide.addShape('rect', { ...placeOf(shape.box), fill: { color: shape.fill } })
        drawing.elements.push({ name: '装饰', decorative: true })
        break
      case 'picture':
        groups += 1
        drawPicture(drawing, shape, groups)
        break
      case 'table':
        drawTable(drawing, shape)
        break
    }
  }
  return drawing.elements
}

function drawText({ slide, elements }: Drawing, shape: TextShape): void {
  const { paragraphs, box, fill, line, round } = shape
  slide.addText(
    paragraphs.flatMap((paragraph) => drawnRuns(paragraph, round === true)),
    {
      ...placeOf(box),
      lang: 'zh-CN',
      shape: round ? 'roundRect' : 'rect',
      ...(round && { rectRadius: inches(6) }),
      ...(fill && { fill: { color: fill } }),
      ...(line && { line: { color: line, width: 2.25 } }),
    },
  )
  elements.push({ name: shape.name, text: shape })
}

/** The runs of a paragraph, behind a marker that no program counts by itself. */
function drawnRuns(paragraph: Paragraph, isKey: boolean): DrawnRun[] {
  const { runs, bold, paint = KEEP, marker, markerPaint = paint, emphasis = paint } = paragraph
  const drawn: { text: string; bold: boolean | undefined; color: string }[] = runs.map((run) => ({
    text: slideText(run.text),
    bold: bold || run.strong,
    color: run.emphasis ? emphasis : paint,
  }))
  if (typeof marker === 'object' && !isCounted(marker.number)) {
    drawn.unshift({ text: `${slideText(marker.number)}\t`, bold: isKey, color: markerPaint })
  }
  if (drawn.length === 0) drawn.push({ text: '', bold: false, color: paint })
  return drawn.map(({ text, bold: strong, color }, index) => ({
    text,
    options: { lang: 'zh-CN', ...(strong && { bold: true }), color, breakLine: index === drawn.length - 1 },
  }))
}

/** Given where a run keeps the colour of its level; taken out again when the slide is finished. */
export const KEEP = '010203'

/** Numbers that programs count by themselves. */
export const isCounted = (number: string) => /^\d{1,3}\.$/.test(number)

/** The smallest picture; the real one is put in its place, so that pptxgenjs never reads a file or an address. */
const NO_PICTURE = 'data:image/png;base64,AA=='

function drawPicture(drawing: Drawing, { box, picture, file, says }: PictureShape, group: number): void {
  const { slide, elements } = drawing
  const marks = picture.marks ?? []
  const belongs = marks.length > 0 ? { group } : {}
  slide.addImage({ ...placeOf(box), data: NO_PICTURE, altText: says })
  elements.push({ name: '图片', says, file, ...belongs })
  let number = 0
  for (const mark of marks) {
    if (mark.type === 'number') number += 1
    drawMark(drawing, mark, box, number)
    const what = { number: `标记 ${number}`, box: '方框', circle: '圆圈', arrow: '箭头' }[mark.type]
    elements.push({ name: what, says: mark.says ? `${what}：${mark.says}` : what, ...belongs })
  }
}

function drawMark({ slide }: Drawing, mark: PictureMark, box: PictureShape['box'], number: number): void {
  const weight = markWeight(box)
  const line = { color: MARK, width: weight }
  const from = { x: box.x + mark.x * box.width, y: box.y + mark.y * box.height }
  if (mark.type === 'number') {
    const r = weight * DISC
    const [x, y] = [within(mark.x * box.width, r, box.width), within(mark.y * box.height, r, box.height)]
    const text = { lang: 'zh-CN', bold: true, fontSize: r * 1.3, color: WHITE }
    slide.addText([{ text: String(number), options: text }], {
      ...placeOf({ x: box.x + x - r, y: box.y + y - r, width: 2 * r, height: 2 * r }),
      shape: 'ellipse',
      fill: { color: MARK },
      line: { color: WHITE, width: weight },
      align: 'center',
      valign: 'middle',
      margin: 0,
      lang: 'zh-CN',
    })
  } else if (mark.type === 'arrow') {
    const to = { x: box.x + mark.toX * box.width, y: box.y + mark.toY * box.height }
    slide.addShape('line', {
      ...placeOf({
        x: Math.min(from.x, to.x),
        y: Math.min(from.y, to.y),
        width: Math.abs(to.x - from.x),
        height: Math.abs(to.y - from.y),
      }),
      flipH: to.x < from.x,
      flipV: to.y < from.y,
      line: { ...line, endArrowType: 'triangle' },
    })
  } else {
    const around = { ...from, width: mark.width * box.width, height: mark.height * box.height }
    slide.addShape(mark.type === 'box' ? 'rect' : 'ellipse', { ...placeOf(around), line })
  }
}

/** Marks are seen on every picture, whatever the theme. */
const MARK = INK.slice(1).toUpperCase()
const WHITE = 'FFFFFF'

/** ECMA-376 leaves no room for more; nobody reads a table like that. */
const MOST_ROWS = 1000
const MOST_COLUMNS = 100

function drawTable({ slide, scheme, look, elements }: Drawing, shape: TableShape): void {
  const { box, columns, head, rows, size, says } = shape
  const count = Math.min(MOST_COLUMNS, Math.max(1, head.length, ...rows.slice(0, MOST_ROWS).map((row) => row.length)))
  const rule = { type: 'solid' as const, pt: 0.75, color: scheme.paint(look.rule) }
  const none = { type: 'none' as const }
  const cells = (row: readonly string[], isHead: boolean) =>
    Array.from({ length: count }, (_, index) => ({
      text: slideText(row[index] ?? ''),
      options: {
        lang: 'zh-CN',
        fontSize: size,
        color: isHead ? 'accent1' : 'tx1',
        bold: isHead,
        valign: 'top' as const,
        border: [none, none, rule, none] as const,
        ...(isHead && { fill: { color: 'bg2' } }),
      },
    }))
  const hasHead = head.some((cell) => cell.trim() !== '')
  const all = [...(hasHead ? [cells(head, true)] : []), ...rows.slice(0, MOST_ROWS).map((row) => cells(row, false))]
  if (all.length === 0) return
  const across = Array.from({ length: count }, (_, index) => inches(Math.max(4, columns[index] ?? box.width / count)))
  const padding = Math.max(1, size * 0.3)
  slide.addTable(all, {
    ...placeOf(box),
    colW: across,
    rowH: all.map(() => inches(size * 1.6)),
    margin: [padding, size * 0.45, padding, size * 0.45],
    fontSize: size,
    lang: 'zh-CN',
  })
  elements.push({ name: '表格', says, ...(hasHead && { text: undefined }) })
}
