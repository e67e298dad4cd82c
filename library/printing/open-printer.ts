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
  const print = async (by: (printer: DocumentPrinter) => Promise<Uint8Array> | undefined): Promise<Uint8Array> => {
    let failure = printUnavailable()
    for (const find of ways) {
      const printer = find()
      const printed = printer && by(printer)
      if (!printed) continue
      try {
        return await printed
      } catch (error) {
        if (!(error instanceof PrintError)) throw error
        failure = error
      }
    }
    throw failure
  }
  const inTurn = (by: (printer: DocumentPrinter) => Promise<Uint8Array> | undefined) => {
    const turn = last.then(() => print(by))
    last = turn.catch(() => {})
    return turn
  }
  return {
    toPdf: (docx, title) => inTurn((printer) => printer.toPdf(docx, title)),
    pageToPdf: (page, title) => inTurn((printer) => printer.pageToPdf?.(page, title)),
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
