import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { onTestFinished } from 'vitest'
import { type PdfPage, readPdf } from './pdf-pages.ts'

/** Documents by name, as LibreOffice prints them. It is started once for all: that is what takes long. */
export async function printTogether(
  office: string,
  documents: Readonly<Record<string, Uint8Array>>,
): Promise<Record<string, readonly PdfPage[]>> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'xinhuo-office-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const files = Object.entries(documents).map(([name, docx]) => {
    const file = path.join(folder, `${name}.docx`)
    writeFileSync(file, docx)
    return file
  })
  await promisify(execFile)(
    office,
    [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      ...files,
    ],
    { timeout: 120_000 },
  )
  const printed: Record<string, readonly PdfPage[]> = {}
  for (const name of Object.keys(documents))
    printed[name] = await readPdf(readFileSync(path.join(folder, `${name}.pdf`)))
  return printed
}
