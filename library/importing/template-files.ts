import type { ItemKind } from '../items/item-kind.ts'
import { DOCX_MEDIA_TYPE, SAMPLE_MEDIA_TYPE, SCHEMA_MEDIA_TYPE } from '../templates/template-schema.ts'
import type { FoundDocument } from './archive/found-file.ts'
import { companionEndings } from './archive/template-companions.ts'
import type { ParsedDocument } from './readers/parsed-document.ts'
import { UnreadableFileError } from './readers/unreadable-file-error.ts'

/** A file of a template, to be kept as an attachment. */
export interface TemplateFile {
  readonly name: string
  readonly mediaType: string
  readonly data: Uint8Array
}

const isDocx = (name: string) => /\.docx$/i.test(name)

/** Whether a file may be a template's document, whose neighbours count as well. */
export const mayBeTemplate = (file: FoundDocument, kind: ItemKind) => kind === 'template' && isDocx(file.name)

/** A .docx imported as a template is its own document: the file itself, with the schema and samples beside it. */
export async function templateFiles(
  file: FoundDocument,
  parsed: ParsedDocument,
  kind: ItemKind,
): Promise<TemplateFile[]> {
  if (!isDocx(file.name) || (parsed.kind ?? kind) !== 'template') return []
  const base = file.name.slice(0, -5)
  const files: TemplateFile[] = [{ name: file.name, mediaType: DOCX_MEDIA_TYPE, data: await file.read() }]
  for (const ending of companionEndings) {
    const name = `${base}${ending}`
    const data = await beside(file, name)
    const mediaType = ending === '.schema.json' ? SCHEMA_MEDIA_TYPE : SAMPLE_MEDIA_TYPE
    if (data) files.push({ name, mediaType, data })
  }
  return files
}

async function beside(file: FoundDocument, name: string): Promise<Uint8Array | undefined> {
  try {
    return await file.readSibling(name)
  } catch (error) {
    // A file given by itself has no neighbours, and most documents have none of these.
    if (error instanceof UnreadableFileError) return undefined
    throw error
  }
}
