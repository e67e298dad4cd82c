import { createHash } from 'node:crypto'
import { htmlText } from '../../feeds/syndication/xml-text.ts'
import { type Deck, SLIDE_SIZE } from '../deck/deck.ts'
import { NOTES_SIZE } from './notes-parts.ts'
import { NAMESPACES, relationshipsPart, XML } from './part-frame.ts'
import { emu } from './slide-areas.ts'
import { slideText } from './slide-text.ts'
import { plainLevels } from './text-levels.ts'

/** The first id of a slide (ECMA-376 part 1 §19.7.13). */
const FIRST_SLIDE = 256

/** `presentation.xml`, its children in the order of the schema, with a section for each part of the meeting. */
export function presentationPart({ slides }: Deck): string {
  const ids = slides.map((_, index) => `<p:sldId id="${FIRST_SLIDE + index}" r:id="rId${index + 3}"/>`).join('')
  return `${XML}<p:presentation ${NAMESPACES} saveSubsetFonts="1" autoCompressPictures="0"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>${ids && `<p:sldIdLst>${ids}</p:sldIdLst>`}<p:sldSz cx="${emu(SLIDE_SIZE.width)}" cy="${emu(SLIDE_SIZE.height)}"/>${NOTES_SIZE}<p:defaultTextStyle>${plainLevels()}</p:defaultTextStyle>${sections(slides)}</p:presentation>`
}

export function presentationRelationships({ slides }: Deck): string {
  return relationshipsPart([
    { type: 'slideMaster', target: 'slideMasters/slideMaster1.xml' },
    { type: 'notesMaster', target: 'notesMasters/notesMaster1.xml' },
    ...slides.map((_, index) => ({ type: 'slide', target: `slides/slide${index + 1}.xml` })),
    { type: 'presProps', target: 'presProps.xml' },
    { type: 'viewProps', target: 'viewProps.xml' },
    { type: 'theme', target: 'theme/theme1.xml' },
    { type: 'tableStyles', target: 'tableStyles.xml' },
  ])
}

/** Slides are folded and moved by part in the programs that know sections (MS-PPTX 2.2). */
function sections(slides: Deck['slides']): string {
  const parts: { key: string; name: string; ids: number[] }[] = []
  for (const [index, slide] of slides.entries()) {
    const key = slide.partId ?? ''
    const last = parts.at(-1)
    if (last?.key === key) last.ids.push(FIRST_SLIDE + index)
    else parts.push({ key, name: slideText(slide.kicker || slide.title), ids: [FIRST_SLIDE + index] })
  }
  if (parts.length < 2) return ''
  const all = parts.map(
    ({ key, name, ids }, index) =>
      `<p14:section name="${htmlText(name || `第${index + 1}部分`)}" id="${sectionId(`${index} ${key}`)}"><p14:sldIdLst>${ids.map((id) => `<p14:sldId id="${id}"/>`).join('')}</p14:sldIdLst></p14:section>`,
  )
  return `<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">${all.join('')}</p14:sectionLst></p:ext></p:extLst>`
}

/** The same for the same deck, so that its file is the same as well. */
function sectionId(key: string): string {
  const digits = createHash('sha256').update(key).digest('hex').toUpperCase()
  return `{${[digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20, 32)].join('-')}}`
}

/** `docProps/core.xml`: what the meeting is, and nothing of who wrote it on which machine. */
export function corePart({ title, on }: Deck, author: string | undefined): string {
  const creator = author ? `<dc:creator>${htmlText(slideText(author))}</dc:creator>` : ''
  const day = `<dcterms:created xsi:type="dcterms:W3CDTF">${on}T00:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${on}T00:00:00Z</dcterms:modified>`

  return `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${htmlText(slideText(title))}</dc:title><dc:subject>会议幻灯片</dc:subject>${creator}<dc:language>zh-CN</dc:language>${day}</cp:coreProperties>`
}

/** `docProps/app.xml`. */
export const appPart = ({ slides }: Deck) =>
  `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Slides>${slides.length}</Slides><Notes>${slides.length}</Notes><HiddenSlides>0</HiddenSlides></Properties>`

const TYPE = 'application/vnd.openxmlformats-officedocument'

/** `[Content_Types].xml` (ECMA-376 part 2 §7.2.3). */
export function contentTypesPart({ slides }: Deck, layouts: number): string {
  const defaults = Object.entries({
    xml: 'application/xml',
    rels: 'application/vnd.openxmlformats-package.relationships+xml',
    jpeg: 'image/jpeg',
    png: 'image/png',
    gif: 'image/gif',
  }).map(([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`)
  const part = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${TYPE}.${type}+xml"/>`
  const parts = [
    part('ppt/presentation.xml', 'presentationml.presentation.main'),
    part('ppt/slideMasters/slideMaster1.xml', 'presentationml.slideMaster'),
    ...Array.from({ length: layouts }, (_, index) =>
      part(`ppt/slideLayouts/slideLayout${index + 1}.xml`, 'presentationml.slideLayout'),
    ),
    ...slides.map((_, index) => part(`ppt/slides/slide${index + 1}.xml`, 'presentationml.slide')),
    part('ppt/notesMasters/notesMaster1.xml', 'presentationml.notesMaster'),
    ...slides.map((_, index) => part(`ppt/notesSlides/notesSlide${index + 1}.xml`, 'presentationml.notesSlide')),
    part('ppt/theme/theme1.xml', 'theme'),
    part('ppt/theme/theme2.xml', 'theme'),
    part('ppt/presProps.xml', 'presentationml.presProps'),
    part('ppt/viewProps.xml', 'presentationml.viewProps'),
    part('ppt/tableStyles.xml', 'presentationml.tableStyles'),
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
    part('docProps/app.xml', 'extended-properties'),
  ]
  return `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${[...defaults, ...parts].join('')}</Types>`
}
