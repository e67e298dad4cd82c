import { mkdir, stat } from 'node:fs/promises'
import path from 'node:path'
import type { MadeDocument } from './fill-one.ts'
import { writeResultFile } from './write-result-file.ts'

/**
 * Writes a made document, and with it its PDF and basis sheet, each whole or not at all and never over a file that is
 * there.
 * @returns the files' names
 */
export async function writeMade(directory: string, made: MadeDocument): Promise<string[]> {
  const files = [
    { bytes: made.docx, ending: '.docx' },
    { bytes: made.pdf, ending: '.pdf' },
    { bytes: made.basis, ending: '-依据页.docx' },
  ].flatMap(({ bytes, ending }) => (bytes ? [{ bytes, ending }] : []))
  const name = await freeName(
    directory,
    made.name,
    files.map(({ ending }) => ending),
  )
  // What cannot be made is said where the first file cannot be written.
  await mkdir(directory, { recursive: true }).catch(() => {})
  for (const { bytes, ending } of files) await writeResultFile(path.join(directory, `${name}${ending}`), bytes, '文书')
  return files.map(({ ending }) => `${name}${ending}`)
}

async function freeName(directory: string, name: string, endings: readonly string[]): Promise<string> {
  for (let number = 1; ; number++) {
    const tried = number === 1 ? name : `${name}（${number}）`
    const taken = await Promise.all(
      endings.map((ending) =>
        stat(path.join(directory, `${tried}${ending}`)).then(
          () => true,
          () => false,
        ),
      ),
    )
    if (!taken.includes(true)) return tried
  }
}
