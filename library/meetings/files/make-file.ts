import { portableTitle } from '../../exporting/portable-name.ts'
import { localDate } from '../../items/record-revision.ts'
import type { DocumentPrinter } from '../../printing/document-printer.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import { asStorageError } from '../../store/storage-error.ts'
import { makeCopy } from '../../stories/media/make-copy.ts'
import type { PictureCopyWrites } from '../../stories/media/picture-copy.ts'
import { PictureError } from '../../stories/media/picture-error.ts'
import { DOCX_MEDIA_TYPE } from '../../templates/template-schema.ts'
import type { Deck } from '../deck/deck.ts'
import { makeDeck } from '../deck/make-deck.ts'
import { pictureToCopy } from '../deck/picture-to-copy.ts'
import { slidesPdf } from '../deck/slides-pdf.ts'
import type { MaterialRecord } from '../materials/material.schema.ts'
import { materialPictureCopy } from '../materials/material-picture.ts'
import type { MaterialView } from '../materials/material-view.ts'
import type { SlideTheme } from '../outline/outline.schema.ts'
import { makePaper } from '../paper/make-paper.ts'
import { PAPER_NAMES } from '../paper/paper-names.ts'
import type { PictureOf } from '../pptx/pack-pictures.ts'
import { writePptx } from '../pptx/write-pptx.ts'
import type { CheckedFile } from './checked-file.ts'
import { type AskedFile, requireFile } from './file-kinds.ts'
import { warningsOfRecord } from './leaving-material.ts'

/** What files of materials are made with. */
export interface FileDesk {
  readonly library: LibraryAccess
  readonly writes: PictureCopyWrites
  readonly printer: DocumentPrinter
}

export interface AskedMaterialFile extends AskedFile {
  readonly theme?: SlideTheme | undefined
}

export interface MadeFile {
  /** Legal on NTFS and exFAT. */
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** Pixels: a slide on a projector of today. */
const PICTURE_WIDTH = 1920
const MEDIA_TYPES = {
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  docx: DOCX_MEDIA_TYPE,
  pdf: 'application/pdf',
} as const

/**
 * Every file of a material, in one place.
 * @throws {PaperError} PAPER_NOT_OF_THIS, PAPER_NOTHING_ON_IT
 * @throws {MaterialFileError} a pair of file and format that is none
 * @throws {PrintError} where a PDF cannot be made
 */
export async function makeMaterialFile(
  desk: FileDesk,
  view: MaterialView,
  asked: AskedMaterialFile,
): Promise<MadeFile> {
  requireFile(view.type, asked)
  const { what, format, theme } = asked
  const title = titleOf(view, asked)
  const file = { name: fileNameOf(view, asked), mediaType: MEDIA_TYPES[format] }
  const pictureOf = pictures(desk, view.record)
  if (what === 'slides') {
    const deck = await deckOf(desk, view, theme)
    const bytes =
      format === 'pptx'
        ? await writePptx(deck, pictureOf, officeOf(view.record))
        : await slidesPdf(deck, pictureOf, desk.printer)
    return { ...file, bytes }
  }
  const docx = await makePaper(desk.library, view, what, { pictureOf, today: localDate(desk.library.clock()) })
  return { ...file, bytes: format === 'docx' ? docx : await desk.printer.toPdf(docx, title) }
}

/**
 * What is to be known of a file before it is handed on: what of it could not be shown, and what in it looks private.
 * @throws {PaperError} PAPER_NOT_OF_THIS
 * @throws {MaterialFileError} a pair of file and format that is none
 */
export async function checkMaterialFile(
  desk: FileDesk,
  view: MaterialView,
  asked: AskedMaterialFile,
): Promise<CheckedFile> {
  requireFile(view.type, asked)
  const { what } = asked
  const warnings = warningsOfRecord(view.record)
  const checked = { what, label: PAPER_NAMES[what], name: fileNameOf(view, asked), warnings }
  if (what !== 'slides') return checked
  const deck = await deckOf(desk, view, asked.theme)
  return { ...checked, slides: deck.slides.length, warnings: [...deck.warnings, ...warnings] }
}

const deckOf = ({ library }: FileDesk, view: MaterialView, theme: SlideTheme | undefined): Promise<Deck> =>
  makeDeck(library, view, { theme, today: localDate(library.clock()) })

const officeOf = (record: MaterialRecord) => (record.type === 'meeting' ? record.office : undefined)

const titleOf = ({ title }: MaterialView, { what }: AskedFile) => `${title || '未命名'}-${PAPER_NAMES[what]}`

const fileNameOf = ({ title }: MaterialView, { what, format }: AskedFile) =>
  `${portableTitle(title)}-${PAPER_NAMES[what]}.${format}`

/**
 * Cleaned copies of a material's pictures; one that cannot be had is left out, and the others stay. What one part of it
 * blurs is blurred wherever the same picture stands.
 */
function pictures({ library, writes }: FileDesk, record: MaterialRecord): PictureOf {
  return async ({ sha256 }) => {
    const picture = pictureToCopy(record, sha256) ?? { sha256 }
    try {
      return await materialPictureCopy(library, writes, picture, PICTURE_WIDTH)
    } catch (error) {
      if (error instanceof PictureError) return undefined
      if (!asStorageError(error)) throw error
      // A full disk or a protected stick hinders nobody from taking slides elsewhere.
      const copy = await makeCopy(library.blobs.pathOf(sha256), picture, { width: PICTURE_WIDTH, format: 'jpeg' })
      return { ...copy, mediaType: 'image/jpeg' }
    }
  }
}
