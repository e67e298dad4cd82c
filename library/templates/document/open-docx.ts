import type PizZip from 'pizzip'
import { documentRefusals } from '../template-errors.ts'
import { openPackage } from './open-package.ts'

/** UTF-16 units of a part that is taken apart: each becomes some 75 bytes of elements, and takes half a microsecond. */
const LONGEST_PARSED = 4 * 1024 * 1024

/**
 * Opens a .docx whose every part was measured by really unpacking it, so that none can fill the memory later.
 * @throws {TemplateDocumentError} broken, encrypted, an old .doc, with macros, or a zip bomb
 */
export const openDocx = (docx: Uint8Array): PizZip => openPackage(docx, 'word/document.xml', documentRefusals)

/**
 * Keeps a part that is far longer than any document a person reads from filling the memory.
 * @throws {TemplateDocumentError} TEMPLATE_DOCUMENT_TOO_LONG
 */
export function refuseTooLong(xml: string): void {
  if (xml.length > LONGEST_PARSED) throw documentRefusals.tooLong()
}
