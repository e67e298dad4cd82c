declare module 'word-extractor' {
  /** The parts of a Word document as plain text. */
  interface ExtractedDocument {
    getBody(options: { readonly filterUnicode: boolean }): string
    getFootnotes(options: { readonly filterUnicode: boolean }): string
  }
  export default class WordExtractor {
    extract(source: Buffer | string): Promise<ExtractedDocument>
  }
}
