import type { ReportLetter } from './report-letter.ts'
import { freeName, writeIntoFolder } from './write-into-folder.ts'

/** As text that people can read too, the same for the same letter. */
export const letterText = (letter: ReportLetter) => `${JSON.stringify(letter, null, 2)}\n`

/**
 * Writes a letter into a folder. An earlier letter of the same day, which may still wait for its way, keeps its name.
 * @returns the file's path
 * @throws {FolderUnusableError} there is no such folder, or it cannot be written
 */
export async function writeLetter(directory: string, fileName: string, letter: ReportLetter): Promise<string> {
  return writeIntoFolder(directory, await freeName(directory, fileName), letterText(letter))
}
