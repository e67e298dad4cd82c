import PizZip from 'pizzip'
import { openPacker } from '../../templates/document/pack-docx.ts'
import type { Deck } from '../deck/deck.ts'
import { colourScheme } from './colour-scheme.ts'
import { type DrawnElement, drawShapes } from './draw-shapes.ts'
import { finishSlide } from './finish-slide.ts'
import { layoutPaints, layoutPart, masterPart } from './master-part.ts'
import { notesMasterPart, notesSlidePart } from './notes-parts.ts'
import { openPptxGen } from './open-pptxgen.ts'
import { type PackedPictures, type PictureOf, packPictures } from './pack-pictures.ts'
import { appPart, contentTypesPart, corePart, presentationPart, presentationRelationships } from './package-parts.ts'
import { relationshipsPart } from './part-frame.ts'
import { placeShapes } from './place-shapes.ts'
import { LAYOUT_NAMES, type LayoutAreas, type LayoutName, layoutAreas, numberArea } from './slide-areas.ts'
import { themePart } from './theme-part.ts'

/**
 * A deck as a .pptx that is edited like one made by hand. The same deck gives the same bytes.
 * @param pictureOf cleaned copies; a picture that is not to be had is told by its words
 * @param author as the file says: the office that holds the meeting, never a person or a machine
 */
export async function writePptx(deck: Deck, pictureOf: PictureOf, author?: string): Promise<Uint8Array> {
  const pictures = await packPictures(deck, pictureOf)
  const slides = await drawSlides(deck, pictures)
  const zip = new PizZip()
  for (const [name, content] of Object.entries({ ...frameParts(deck, author), ...slides })) zip.file(name, content)
  for (const [name, bytes] of pictures.files) zip.file(`ppt/media/${name}`, bytes)
  return openPacker(zip).pack(new Map())
}

/** Everything that is not a slide: the theme, the master with its layouts, notes, properties. */
function frameParts(deck: Deck, author: string | undefined): Record<string, string> {
  const layouts = LAYOUT_NAMES.map((name, index): [string, string][] => [
    [`ppt/slideLayouts/slideLayout${index + 1}.xml`, layoutPart(name, deck)],
    [
      `ppt/slideLayouts/_rels/slideLayout${index + 1}.xml.rels`,
      relationshipsPart([{ type: 'slideMaster', target: '../slideMasters/slideMaster1.xml' }]),
    ],
  ])
  return {
    '[Content_Types].xml': contentTypesPart(deck, LAYOUT_NAMES.length),
    '_rels/.rels': relationshipsPart([
      { type: 'officeDocument', target: 'ppt/presentation.xml' },
      {
        type: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
        target: 'docProps/core.xml',
      },
      { type: 'extended-properties', target: 'docProps/app.xml' },
    ]),
    'docProps/core.xml': corePart(deck, author),
    'docProps/app.xml': appPart(deck),
    'ppt/presentation.xml': presentationPart(deck),
    'ppt/_rels/presentation.xml.rels': presentationRelationships(deck),
    'ppt/theme/theme1.xml': themePart(deck.look),
    'ppt/theme/theme2.xml': themePart(deck.look),
    'ppt/slideMasters/slideMaster1.xml': masterPart(deck),
    'ppt/slideMasters/_rels/slideMaster1.xml.rels': relationshipsPart([
      ...LAYOUT_NAMES.map((_, index) => ({
        type: 'slideLayout',
        target: `../slideLayouts/slideLayout${index + 1}.xml`,
      })),
      { type: 'theme', target: '../theme/theme1.xml' },
    ]),
    'ppt/notesMasters/notesMaster1.xml': notesMasterPart(),
    'ppt/notesMasters/_rels/notesMaster1.xml.rels': relationshipsPart([
      { type: 'theme', target: '../theme/theme2.xml' },
    ]),
    ...Object.fromEntries(layouts.flat()),
  }
}

/** Parts that pptxgenjs writes as they should be. */
const KEPT = ['ppt/presProps.xml', 'ppt/viewProps.xml', 'ppt/tableStyles.xml']

async function drawSlides(deck: Deck, pictures: PackedPictures): Promise<Record<string, string>> {
  const scheme = colourScheme(deck.look)
  const areas = new Map(LAYOUT_NAMES.map((layout) => [layout, layoutAreas(deck, layout)]))
  const areasOf = (layout: LayoutName) => areas.get(layout) as LayoutAreas
  const presentation = await openPptxGen()
  const drawn: DrawnElement[][] = deck.slides.map((slide) => {
    const shapes = placeShapes(slide, { deck, scheme, areasOf, picture: pictures.of })
    return drawShapes(presentation.addSlide(), shapes, { scheme, look: deck.look })
  })
  const zip = new PizZip((await presentation.write({ outputType: 'uint8array' })) as Uint8Array)
  const text = (name: string) => zip.file(name)?.asText() ?? ''
  const parts: Record<string, string> = Object.fromEntries(KEPT.map((name) => [name, text(name)]))
  for (const [index, slide] of deck.slides.entries()) {
    const name = `slide${index + 1}.xml`
    const elements = drawn[index] ?? []
    const files = [...new Set(elements.flatMap(({ file }) => file ?? []))]
    const paint = layoutPaints(deck, scheme, slide.layout).quiet
    parts[`ppt/slides/${name}`] = finishSlide(
      text(`ppt/slides/${name}`),
      elements,
      slide.layout === 'cover'
        ? undefined
        : { size: deck.look.smallSize, paint, box: numberArea(slide.layout), says: String(index + 1) },
      (file) => `rId${files.indexOf(file) + 3}`,
    )
    parts[`ppt/slides/_rels/${name}.rels`] = relationshipsPart([
      { type: 'slideLayout', target: `../slideLayouts/slideLayout${LAYOUT_NAMES.indexOf(slide.layout) + 1}.xml` },
      { type: 'notesSlide', target: `../notesSlides/notesSlide${index + 1}.xml` },
      ...files.map((file) => ({ type: 'image', target: `../media/${file}` })),
    ])
    parts[`ppt/notesSlides/notesSlide${index + 1}.xml`] = notesSlidePart(slide.notes)
    parts[`ppt/notesSlides/_rels/notesSlide${index + 1}.xml.rels`] = relationshipsPart([
      { type: 'notesMaster', target: '../notesMasters/notesMaster1.xml' },
      { type: 'slide', target: `../slides/${name}` },
    ])
  }
  return parts
}
