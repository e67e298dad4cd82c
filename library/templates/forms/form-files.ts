import type { DocumentPrinter } from '../../printing/document-printer.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import { readTemplate } from '../read-template.ts'
import { DOCX_MEDIA_TYPE } from '../template-schema.ts'
import { appendSheet } from './append-sheet.ts'
import { basisFacts } from './basis-facts.ts'
import { basisSheet } from './basis-sheet.ts'
import { notFinished } from './form-errors.ts'
import type { KeptForm } from './forms.repository.ts'

/** A file to hand over. */
export interface FormFile {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/**
 * A finished form's document, made from its data and the revision it used: the same bytes each time.
 * @throws {FormError} FORM_NOT_FINISHED for a draft, which nobody checked
 * @throws {TemplateNotFoundError} when the revision is no longer here
 */
export async function docxOf(library: LibraryAccess, form: KeptForm): Promise<FormFile> {
  return { name: `${form.title}.docx`, mediaType: DOCX_MEDIA_TYPE, bytes: await fill(library, form) }
}

/** The basis sheet of a finished form. @throws {FormError} FORM_NOT_FINISHED */
export async function basisOf(library: LibraryAccess, form: KeptForm): Promise<FormFile> {
  return { name: `${form.title}-依据页.docx`, mediaType: DOCX_MEDIA_TYPE, bytes: await sheet(library, form) }
}

/**
 * @param withBasis puts the basis sheet behind it
 * @throws {PrintError}
 */
export async function pdfOf(
  library: LibraryAccess,
  printer: DocumentPrinter,
  form: KeptForm,
  withBasis: boolean,
): Promise<FormFile> {
  const document = await fill(library, form)
  const printed = withBasis ? appendSheet(document, await sheet(library, form)) : document
  return { name: `${form.title}.pdf`, mediaType: 'application/pdf', bytes: await printer.toPdf(printed, form.title) }
}

async function fill(library: LibraryAccess, form: KeptForm): Promise<Uint8Array> {
  if (form.state !== 'finished') throw notFinished()
  const template = await readTemplate(library, form.templateId, form.revision)
  return template.compiled().fill(form.data)
}

async function sheet(library: LibraryAccess, form: KeptForm): Promise<Uint8Array> {
  if (form.state !== 'finished') throw notFinished()
  return basisSheet(await basisFacts(library.db, form, library.clock()))
}
