import { AppError } from '../errors/app-error.ts'

/** Makes a PDF of a document as it would come out of a printer. */
export interface DocumentPrinter {
  /**
   * @param title for the PDF and for messages
   * @throws {PrintError}
   */
  toPdf(docx: Uint8Array, title: string): Promise<Uint8Array>
  /**
   * Prints a page of its own making, as posters are; absent where no browser prints.
   * @param page whole HTML that sets `window.documentReady` and asks for nothing outside
   * @throws {PrintError}
   */
  pageToPdf?(page: string, title: string): Promise<Uint8Array>
}

export class PrintError extends AppError<'PRINT_UNAVAILABLE' | 'PRINT_FAILED'> {}
