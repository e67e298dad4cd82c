import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Dialog, WebContents } from 'electron'
import { fileNameFromTitle } from './file-name-from-title.ts'
import type { ShellTexts } from './shell-texts.ts'

export interface Printing {
  print(): Promise<undefined>
  /** Gives the file's path, or null when the person closed the dialog or it could not be saved (and was told so). */
  printToPdf(title: string): Promise<string | null>
}

export interface PrintingOptions {
  readonly contents: () => Pick<WebContents, 'print' | 'printToPDF'>
  readonly dialog: Pick<Dialog, 'showSaveDialog' | 'showErrorBox'>
  /** Where the dialog starts. */
  readonly documents: string
  readonly texts: () => ShellTexts
}

/** Prints the page as its print styles lay it out, on paper or to a PDF on A4. */
export function createPrinting({ contents, dialog, documents, texts }: PrintingOptions): Printing {
  return {
    // Closing the print dialog is an answer too, not a failure.
    print: () => new Promise((resolve) => contents().print({ printBackground: true }, () => resolve(undefined))),
    printToPdf: async (title) => {
      const { savePdf, untitled, pdfFailed } = texts()
      const answer = await dialog.showSaveDialog({
        title: savePdf,
        defaultPath: path.join(documents, `${fileNameFromTitle(title) || untitled}.pdf`),
        filters: [{ name: 'PDF', extensions: ['pdf'] }],
        properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
      })
      if (answer.canceled || !answer.filePath) return null
      try {
        const pdf = await contents().printToPDF({
          pageSize: 'A4',
          preferCSSPageSize: true,
          printBackground: true,
          generateTaggedPDF: true,
          generateDocumentOutline: true,
        })
        await replaceWhole(answer.filePath, pdf)
        return answer.filePath
      } catch (error) {
        dialog.showErrorBox(pdfFailed, error instanceof Error ? error.message : String(error))
        return null
      }
    },
  }
}

/** Writes beside the file and renames, so that there is the old file or the new one, never half of it. */
async function replaceWhole(file: string, bytes: Uint8Array): Promise<void> {
  const beside = `${file}.${process.pid}.new`
  try {
    const handle = await open(beside, 'w')
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(beside, file)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}
