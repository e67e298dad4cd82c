import { type Deck, SLIDE_SIZE, type SlideBox } from '../deck/deck.ts'
import { type ColourScheme, colourScheme, type Paint } from './colour-scheme.ts'
import { fill, NAMESPACES, TREE_ROOT, transform, XML } from './part-frame.ts'
import { isCover, LAYOUT_NAMES, LAYOUT_TITLES, type LayoutName, layoutAreas, numberArea } from './slide-areas.ts'
import { bodyLevels, plainLevels, quietLevel, titleLevel } from './text-levels.ts'

/** The placeholders of a layout, by which slides find theirs. */
export const PLACEHOLDERS = {
  title: '<p:ph type="title"/>',
  body: '<p:ph type="body" idx="1"/>',
  citation: '<p:ph type="body" sz="quarter" idx="13"/>',
  number: '<p:ph type="sldNum" sz="quarter" idx="12"/>',
} as const

/** `slideMaster1.xml`: the background, the styles of titles and text, the number. */
export function masterPart(deck: Deck): string {
  const { look, spacing } = deck
  const scheme = colourScheme(look)
  const { title, body } = layoutAreas(deck, 'content')
  const shapes = [
    placeholder(2, '标题', PLACEHOLDERS.title, title, 'ctr', '', '单击此处编辑标题'),
    placeholder(3, '正文', PLACEHOLDERS.body, body, 't', '', '单击此处编辑文字'),
    numberShape({ id: 4, size: look.smallSize, paint: 'tx2', box: numberArea('content') }),
  ]
  const ids = LAYOUT_NAMES.map((_, index) => `<p:sldLayoutId id="${2_147_483_649 + index}" r:id="rId${index + 1}"/>`)
  const styles = `<p:titleStyle>${titleLevel(look.titleSize, spacing, 'tx1')}</p:titleStyle><p:bodyStyle>${bodyLevels(look.bodySize, spacing, 'tx1')}</p:bodyStyle><p:otherStyle>${plainLevels()}</p:otherStyle>`
  return `${XML}<p:sldMaster ${NAMESPACES}><p:cSld>${background('bg1')}<p:spTree>${TREE_ROOT}${shapes.join('')}</p:spTree></p:cSld><p:clrMap ${scheme.map}/><p:sldLayoutIdLst>${ids.join('')}</p:sldLayoutIdLst><p:txStyles>${styles}</p:txStyles></p:sldMaster>`
}

/** The colours of a layout. */
export function layoutPaints({ look }: Deck, scheme: ColourScheme, layout: LayoutName) {
  const cover = isCover(layout)
  const asks = layout === 'ask' || layout === 'answer'
  return {
    background: scheme.paint(cover ? look.cover.background : look.background),
    title: scheme.paint(cover ? look.cover.text : asks ? look.accent : look.text),
    body: scheme.paint(cover ? look.cover.text : look.text),
    quiet: scheme.paint(cover ? look.cover.muted : look.muted),
    accent: scheme.paint(cover ? look.cover.muted : look.accent),
    emphasis: scheme.paint(cover ? look.cover.text : look.accent),
  } as const
}

/** One of the layouts, e.g. 封面. */
export function layoutPart(name: LayoutName, deck: Deck): string {
  const { look, spacing } = deck
  const areas = layoutAreas(deck, name)
  const scheme = colourScheme(look)
  const paints = layoutPaints(deck, scheme, name)
  const shapes = [
    ...decorations(deck, name, scheme),
    placeholder(
      10,
      '标题',
      PLACEHOLDERS.title,
      areas.title,
      isCover(name) ? 'b' : 'ctr',
      titleLevel(areas.titleSize, spacing, paints.title),
      '单击此处编辑标题',
    ),
    placeholder(
      11,
      '正文',
      PLACEHOLDERS.body,
      areas.body,
      't',
      bodyLevels(look.bodySize, spacing, isCover(name) ? paints.quiet : paints.body),
      '单击此处编辑文字',
    ),
    placeholder(
      12,
      '出处',
      PLACEHOLDERS.citation,
      areas.citations,
      'ctr',
      quietLevel(look.smallSize, paints.quiet),
      '出处和时效',
    ),
    numberShape({ id: 13, size: look.smallSize, paint: paints.quiet, box: numberArea(name) }),
  ]
  const own = paints.background === 'bg1' ? '' : background(paints.background)
  return `${XML}<p:sldLayout ${NAMESPACES} preserve="1" userDrawn="1"><p:cSld name="${LAYOUT_TITLES[name]}">${own}<p:spTree>${TREE_ROOT}${shapes.join('')}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`
}

const background = (paint: Paint) => `<p:bg><p:bgPr>${fill(paint)}<a:effectLst/></p:bgPr></p:bg>`

/** A band across the top; around a festive cover a frame of two lines. */
function decorations({ look, theme }: Deck, name: LayoutName, scheme: ColourScheme): string[] {
  const { width, height } = SLIDE_SIZE
  const inset = (points: number) => ({ x: points, y: points, width: width - 2 * points, height: height - 2 * points })
  if (isCover(name)) {
    const paint = scheme.paint(look.cover.rule)
    return theme === 'festive' ? [frame(2, inset(20), paint, 1.5), frame(3, inset(25), paint, 0.75)] : []
  }
  if (look.band === 0) return []
  const band = { x: 0, y: 0, width, height: look.band }
  return [
    bar(2, band, scheme.paint(look.accent)),
    bar(3, { ...band, y: look.band - 2, height: 2 }, scheme.paint(look.rule)),
  ]
}

function placeholder(
  id: number,
  name: string,
  which: string,
  box: SlideBox,
  anchor: 't' | 'ctr' | 'b',
  styles: string,
  prompt: string,
): string {
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>${which}</p:nvPr></p:nvSpPr><p:spPr>${transform(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="${anchor}"><a:normAutofit/></a:bodyPr><a:lstStyle>${styles}</a:lstStyle><a:p><a:pPr lvl="0"/><a:r><a:rPr lang="zh-CN"/><a:t>${prompt}</a:t></a:r></a:p></p:txBody></p:sp>`
}

/** The number of the slide, of a layout or of a slide. */
export interface NumberShape {
  readonly id: number
  readonly size: number
  readonly paint: Paint
  readonly box: SlideBox
  readonly says?: string
}

export function numberShape({ id, size, paint, box, says = '‹#›' }: NumberShape): string {
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="页码"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>${PLACEHOLDERS.number}</p:nvPr></p:nvSpPr><p:spPr>${transform(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr lIns="0" rIns="0" rtlCol="0" anchor="ctr"/><a:lstStyle>${quietLevel(size, paint, 'r')}</a:lstStyle><a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="zh-CN"/><a:t>${says}</a:t></a:fld><a:endParaRPr lang="zh-CN"/></a:p></p:txBody></p:sp>`
}

/** Said to nobody who listens: it is only to be seen (MS-ODRAWXML, decorative). */
export const DECORATIVE =
  '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'

const decorative = (id: number, box: SlideBox, drawn: string) =>
  `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="装饰">${DECORATIVE}</p:cNvPr><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>${transform(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${drawn}</p:spPr></p:sp>`

const bar = (id: number, box: SlideBox, paint: Paint) => decorative(id, box, `${fill(paint)}<a:ln><a:noFill/></a:ln>`)

const frame = (id: number, box: SlideBox, paint: Paint, points: number) =>
  decorative(id, box, `<a:noFill/><a:ln w="${Math.round(points * 12_700)}">${fill(paint)}</a:ln>`)
