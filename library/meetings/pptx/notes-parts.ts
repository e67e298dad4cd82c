import { htmlText } from '../../feeds/syndication/xml-text.ts'
import { fill, NAMESPACES, TREE_ROOT, themeFonts, XML } from './part-frame.ts'
import { slideText } from './slide-text.ts'

/** Of a page of notes, in EMU: A4 upright in tenths of an inch. */
const PAGE = { width: 6_858_000, height: 9_144_000 }
export const NOTES_SIZE = `<p:notesSz cx="${PAGE.width}" cy="${PAGE.height}"/>`

const area = (x: number, y: number, cx: number, cy: number) =>
  `<p:spPr><a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`

const picture = (properties: string) =>
  `<p:sp><p:nvSpPr><p:cNvPr id="2" name="幻灯片"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr>${properties}</p:sp>`

const text = (properties: string, body: string) =>
  `<p:sp><p:nvSpPr><p:cNvPr id="3" name="备注"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr>${properties}<p:txBody><a:bodyPr/><a:lstStyle/>${body}</p:txBody></p:sp>`

const MAP =
  'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"'

/** `notesMaster1.xml`: the slide above, what the speaker says below. */
export function notesMasterPart(): string {
  const slide = picture(
    `${area(685_800, 1_143_000, 5_486_400, 3_086_100)}<a:noFill/><a:ln w="12700"><a:solidFill><a:prstClr val="black"/></a:solidFill></a:ln></p:spPr>`,
  )
  const words = text(
    `${area(685_800, 4_400_550, 5_486_400, 3_600_450)}</p:spPr>`,
    '<a:p><a:pPr lvl="0"/><a:r><a:rPr lang="zh-CN"/><a:t>讲稿</a:t></a:r></a:p>',
  )
  const style = `<p:notesStyle><a:lvl1pPr marL="0" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:lnSpc><a:spcPct val="120000"/></a:lnSpc><a:defRPr sz="1400" kern="1200">${fill('tx1')}${themeFonts('mn')}</a:defRPr></a:lvl1pPr></p:notesStyle>`
  return `${XML}<p:notesMaster ${NAMESPACES}><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg><p:spTree>${TREE_ROOT}${slide}${words}</p:spTree></p:cSld><p:clrMap ${MAP}/>${style}</p:notesMaster>`
}

/** `notesSlideN.xml`: a paragraph each. */
export function notesSlidePart(notes: readonly string[]): string {
  const paragraphs = notes
    .flatMap((note) => note.split(/\r\n?|\n/))
    .map((note) => `<a:p><a:r><a:rPr lang="zh-CN" altLang="en-US"/><a:t>${htmlText(slideText(note))}</a:t></a:r></a:p>`)
  const body = paragraphs.join('') || '<a:p><a:endParaRPr lang="zh-CN"/></a:p>'
  return `${XML}<p:notes ${NAMESPACES}><p:cSld><p:spTree>${TREE_ROOT}${picture('<p:spPr/>')}${text('<p:spPr/>', body)}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`
}
