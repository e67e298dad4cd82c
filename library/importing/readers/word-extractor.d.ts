declare module 'word-extractor' {
  /** The parts of a Word document as plain text. */
  interface ExtractedDocument {
    getBody(): string
    getFootnotes(): string
  }
  export default class WordExtractor {
    extract(source: Buffer | string): Promise<ExtractedDocument>
  }
}
