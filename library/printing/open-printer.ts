import { createBrowserPrinter } from './browser-printer.ts'
import { type DocumentPrinter, PrintError } from './document-printer.ts'
import { findBrowser } from './find-browser.ts'
import { findOffice } from './find-office.ts'
import { createOfficePrinter } from './office-printer.ts'
import { printUnavailable } from './print-error.ts'
import { createShellPrinter, type PrintPageFile } from './shell-printer.ts'

/** A way of printing, or undefined where this machine does not have it now. */
type FindPrinter = () => DocumentPrinter | undefined

/**
 * Prints one document after another by the first way that works: programs may be installed or removed while the app
 * runs, so each document looks anew.
 */
export function openPrinter(ways: readonly FindPrinter[]): DocumentPrinter {
  let last: Promise<unknown> = Promise.resolve()
  const print = async (docx: Uint8Array, title: string): Promise<Uint8Array> => {
    let failure = printUnavailable()
    for (const find of ways) {
      const printer = find()
      if (!printer) continue
      try {
        return await printer.toPdf(docx, title)
      } catch (error) {
        if (!(error instanceof PrintError)) throw error
        failure = error
      }
    }
    throw failure
  }
  return {
    toPdf(docx, title) {
      const turn = last.then(() => print(docx, title))
      last = turn.catch(() => {})
      return turn
    },
  }
}

/** @param printPage hands a page's file to the window that started this service */
export const shellOfThisWindow =
  (printPage: PrintPageFile): FindPrinter =>
  () =>
    createShellPrinter(printPage)

export const browserOfThisMachine: FindPrinter = () => {
  const browser = findBrowser()
  return browser === undefined ? undefined : createBrowserPrinter(browser)
}

export const officeOfThisMachine: FindPrinter = () => {
  const soffice = findOffice()
  return soffice === undefined ? undefined : createOfficePrinter(soffice)
}
