import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { DocumentPrinter } from './document-printer.ts'
import { printFailed } from './print-error.ts'
import { inPrintFolder } from './print-folder.ts'
import { printPage } from './print-page.ts'

/** Has another process lay out a page's file and make a PDF of it. */
export type PrintPageFile = (file: string) => Promise<Uint8Array>

/**
 * Prints through the desktop shell, which has a browser of its own.
 * @param script where the page's script lies, when not where the app was built
 */
export function createShellPrinter(print: PrintPageFile, script?: URL): DocumentPrinter {
  return {
    toPdf: (docx, title) =>
      inPrintFolder(async (folder) => {
        const page = path.join(folder, 'page.html')
        await writeFile(page, await printPage(docx, title, script), { mode: 0o600 })
        return await print(page).catch((cause: unknown) => {
          throw printFailed(title, cause instanceof Error ? cause.message : String(cause), cause)
        })
      }),
  }
}
