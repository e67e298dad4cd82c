import type { MaterialType } from '../materials/material.schema.ts'
import type { MaterialFile } from '../materials/material-view.ts'
import { paperNotOfThis } from '../paper/paper-error.ts'
import { PAPERS_OF } from '../paper/papers-of.ts'
import { fileNotInFormat } from './file-error.ts'

export const FILE_FORMATS = ['pptx', 'docx', 'pdf'] as const
export type FileFormat = (typeof FILE_FORMATS)[number]

/** What a material is asked for. */
export interface AskedFile {
  readonly what: MaterialFile
  readonly format: FileFormat
}

/** What is made of a material when only a format was asked for: slides, or what is read from paper. */
export function usualFile(type: MaterialType, format: FileFormat): MaterialFile {
  if (format !== 'docx') return 'slides'
  if (type === 'drill' || type === 'guide') return type
  return type === 'meeting' ? 'script' : 'needs-card'
}

/**
 * Says what cannot be made before anything is begun.
 * @throws {PaperError} PAPER_NOT_OF_THIS
 * @throws {MaterialFileError} e.g. an agenda as .pptx
 */
export function requireFile(type: MaterialType, asked: AskedFile): void {
  const { what, format } = asked
  if (what !== 'slides' && !PAPERS_OF[type].includes(what)) throw paperNotOfThis(what, type, PAPERS_OF[type])
  const formats: readonly FileFormat[] = what === 'slides' ? ['pptx', 'pdf'] : ['docx', 'pdf']
  if (!formats.includes(format)) throw fileNotInFormat(asked, formats)
}
