import { AppError } from '../../errors/app-error.ts'
import { PAPER_NAMES } from '../paper/paper-names.ts'
import type { AskedFile, FileFormat } from './file-kinds.ts'

/** A file that a material cannot be made into. */
export class MaterialFileError extends AppError<'MATERIAL_FILE_FORMAT'> {}

export const fileNotInFormat = ({ what, format }: AskedFile, formats: readonly FileFormat[]) =>
  new MaterialFileError({
    code: 'MATERIAL_FILE_FORMAT',
    what: `没有导出：“${PAPER_NAMES[what]}”不能存成 .${format}。`,
    todo: `请选 ${formats.map((one) => `.${one}`).join(' 或 ')}。内容没有改动。`,
  })
