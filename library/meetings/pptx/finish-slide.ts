import { htmlText } from '../../feeds/syndication/xml-text.ts'
import { type DrawnElement, isCounted, KEEP } from './draw-shapes.ts'
import { DECORATIVE, type NumberShape, numberShape } from './master-part.ts'
import { NAMESPACES, TREE_ROOT, transform, XML } from './part-frame.ts'
import type { Paragraph, TextShape } from './placed-shape.ts'
import { slideText } from './slide-text.ts'
import { placed } from './text-levels.ts'

const ELEMENT = /<p:(sp|pic|graphicFrame)>[\s\S]*?<\/p:\1>/g
const PARAGRAPH = /<a:p>[\s\S]*?<\/a:p>/g

/**
 * What pptxgenjs drew, as a slide that programs open without repair and people work on: names and words for those who
 * listen, real placeholders, paragraphs with one set of properties each, marks grouped with their picture, the number.
 * @param pictureId the relationship of a picture's file
 */
export function finishSlide(
  drawn: string,
  elements: readonly DrawnElement[],
  number: Omit<NumberShape, 'id'> | undefined,
  pictureId: (file: string) => string,
): string {
  const found = drawn.match(ELEMENT) ?? []
  if (found.length !== elements.length) throw new Error(`${found.length} elements drawn of ${elements.length}`)
  let id = 1
  const nextId = () => ++id
  const finished: { readonly xml: string; readonly group?: number | undefined }[] = elements.map((element, index) => {
    const named = withName(found[index] as string, element, nextId())
    const xml = element.text ? textShape(named, element.text) : plainShape(named)
    return {
      xml: element.file ? xml.replace(/r:embed="[^"]*"/, `r:embed="${pictureId(element.file)}"`) : xml,
      group: element.group,
    }
  })
  const shapes: string[] = []
  for (let at = 0; at < finished.length; ) {
    const { xml, group } = finished[at] as (typeof finished)[number]
    let end = at + 1
    while (group !== undefined && finished[end]?.group === group) end += 1
    shapes.push(
      end === at + 1
        ? xml
        : groupOf(
            finished.slice(at, end).map((one) => one.xml),
            nextId(),
          ),
    )
    at = end
  }
  if (number) shapes.push(numberShape({ id: nextId(), ...number }))
  return `${XML}<p:sld ${NAMESPACES}><p:cSld><p:spTree>${TREE_ROOT}${shapes.join('')}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`
}

/** Ids are unique on a slide, which those of pptxgenjs are not once there is a table. */
function withName(xml: string, { name, says, decorative }: DrawnElement, id: number): string {
  const described = says === undefined ? '' : ` descr="${htmlText(slideText(says))}"`
  const properties = `<p:cNvPr id="${id}" name="${htmlText(slideText(name))} ${id}"${described}`
  return xml.replace(
    /<p:cNvPr\b[^>]*?(?:\/>|>[\s\S]*?<\/p:cNvPr>)/,
    decorative ? `${properties}>${DECORATIVE}</p:cNvPr>` : `${properties}/>`,
  )
}

/** pptxgenjs says the properties of a paragraph again before each of its runs; only the first stand in the schema. */
const plainShape = (xml: string) =>
  xml
    .replace(PARAGRAPH, (paragraph) => {
      let first = true
      return paragraph.replace(/<a:pPr\b[^>]*?(?:\/>|>[\s\S]*?<\/a:pPr>)/g, (properties) => {
        const kept = first ? properties : ''
        first = false
        return kept
      })
    })
    .replace('<a:tailEnd type="triangle"/>', '<a:tailEnd type="triangle" w="lg" len="lg"/>')
    .replace(/<a:tblPr\/>/, '<a:tblPr firstRow="1"/>')
    .replaceAll(' marL="0"', '')
    .replaceAll(' indent="0"', '')
    .replace(/<p:nvPr>\s*<p:extLst>[\s\S]*?<\/p:extLst><\/p:nvPr>/, '<p:nvPr/>')

/** Of a text everything but its runs is said anew. */
function textShape(drawn: string, shape: TextShape): string {
  const starts = countFrom(shape.paragraphs)
  const paragraphs = (drawn.match(PARAGRAPH) ?? []).map((paragraph, index) => {
    const runs = (paragraph.match(/<a:r>[\s\S]*?<\/a:r>/g) ?? []).join('').replaceAll(KEPT, '')
    return `<a:p>${properties(shape.paragraphs[index], shape.size, starts[index])}${runs || '<a:endParaRPr lang="zh-CN"/>'}</a:p>`
  })
  const head = /<p:cNvPr\b[^>]*?(?:\/>|>[\s\S]*?<\/p:cNvPr>)/.exec(drawn)?.[0] ?? ''
  const kind = shape.place === undefined ? '<p:cNvSpPr txBox="1"/>' : '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
  return `<p:sp><p:nvSpPr>${head}${kind}<p:nvPr>${shape.place ?? ''}</p:nvPr></p:nvSpPr>${shapeProperties(drawn, shape)}<p:txBody>${bodyProperties(shape)}<a:lstStyle>${shape.levels ?? ''}</a:lstStyle>${paragraphs.join('')}</p:txBody></p:sp>`
}

const KEPT = `<a:solidFill><a:srgbClr val="${KEEP}"/></a:solidFill>`

function shapeProperties(drawn: string, { inherits, box, fill, line, round }: TextShape): string {
  if (inherits) return '<p:spPr/>'
  if (fill || line || round) return /<p:spPr>[\s\S]*?<\/p:spPr>/.exec(drawn)?.[0] ?? '<p:spPr/>'
  return `<p:spPr>${transform(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>`
}

function bodyProperties({ inherits, anchor, insets, place }: TextShape): string {
  if (inherits) return '<a:bodyPr><a:normAutofit/></a:bodyPr>'
  const [left, top, right, bottom] = (insets ?? [0, 0, 0, 0]).map((points) => Math.round(points * 12_700))
  // A title's anchor is its layout's.
  const anchored = anchor ? ` anchor="${anchor}"` : place?.includes('"title"') ? '' : ' anchor="t"'
  return `<a:bodyPr wrap="square" lIns="${left}" tIns="${top}" rIns="${right}" bIns="${bottom}" rtlCol="0"${anchored}><a:normAutofit/></a:bodyPr>`
}

/** Of a paragraph, where it is not as its level. */
function properties(paragraph: Paragraph | undefined, points: number, start: number | undefined): string {
  if (!paragraph) return ''
  const { marker, level, left, gap } = paragraph
  const lvl = level > 0 ? ` lvl="${Math.min(level, 8)}"` : ''
  const isPlain = marker === undefined && level === 0 && left === 0
  const { attributes, before } = placed(paragraph, points)
  return `<a:pPr${isPlain ? '' : ` ${attributes}`}${lvl}>${gap === 0 ? '<a:spcBef><a:spcPts val="0"/></a:spcBef>' : before}${bullet(paragraph, start)}</a:pPr>`
}

/** @param start where its list begins to count, for a number that programs count */
function bullet({ marker, markerPaint }: Paragraph, start: number | undefined): string {
  const colour = markerPaint ? `<a:buClr><a:schemeClr val="${markerPaint}"/></a:buClr>` : ''
  if (marker === 'bullet') return `${colour}<a:buFont typeface="Arial"/><a:buChar char="•"/>`
  if (start === undefined) return ''
  const from = start > 1 ? ` startAt="${start}"` : ''
  return `${colour}<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"${from}/>`
}

/**
 * Where the list of each counted paragraph begins: those that follow one another are one list, so that what is put
 * between them later is counted as well. Anything else on the same level ends a list.
 */
function countFrom(paragraphs: readonly Paragraph[]): (number | undefined)[] {
  const open = new Map<number, { readonly start: number; readonly next: number }>()
  return paragraphs.map(({ marker, level }) => {
    for (const deeper of [...open.keys()]) if (deeper > level) open.delete(deeper)
    if (typeof marker !== 'object' || !isCounted(marker.number)) {
      open.delete(level)
      return undefined
    }
    const number = Number.parseInt(marker.number, 10)
    const list = open.get(level)
    const start = list?.next === number ? list.start : number
    open.set(level, { start, next: number + 1 })
    return start
  })
}

/** A picture and its marks, moved and sized as one. */
function groupOf(elements: readonly string[], id: number): string {
  const boxes = elements.flatMap((xml) => {
    const place = /<a:off x="(-?\d+)" y="(-?\d+)"\/>\s*<a:ext cx="(\d+)" cy="(\d+)"\/>/.exec(xml)
    if (!place) return []
    const [x = 0, y = 0, cx = 0, cy = 0] = place.slice(1).map(Number)
    return [{ left: x, top: y, right: x + cx, bottom: y + cy }]
  })
  const left = Math.min(...boxes.map((box) => box.left))
  const top = Math.min(...boxes.map((box) => box.top))
  const cx = Math.max(...boxes.map((box) => box.right)) - left
  const cy = Math.max(...boxes.map((box) => box.bottom)) - top
  const place = `<a:off x="${left}" y="${top}"/><a:ext cx="${cx}" cy="${cy}"/>`
  return `<p:grpSp><p:nvGrpSpPr><p:cNvPr id="${id}" name="图片和标记 ${id}"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>${place}${place.replace('a:off', 'a:chOff').replace('a:ext', 'a:chExt')}</a:xfrm></p:grpSpPr>${elements.join('')}</p:grpSp>`
}
