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
  const pageToPdf = (page: string, title: string) =>
    inPrintFolder(async (folder) => {
      const file = path.join(folder, 'page.html')
      await writeFile(file, page, { mode: 0o600 })
      return await print(file).catch((cause: unknown) => {
        throw printFailed(title, cause instanceof Error ? cause.message : String(cause), cause)
      })
    })
  return { pageToPdf, toPdf: async (docx, title) => pageToPdf(await printPage(docx, title, script), title) }
}
