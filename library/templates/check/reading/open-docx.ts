import { crc32 } from 'node:zlib'
import { DOMParser, type Document, XMLSerializer } from '@xmldom/xmldom'
import { openDocx as openChecked, refuseTooLong } from '../../document/open-docx.ts'
import { documentRefusals } from '../../template-errors.ts'

/** A .docx whose parts are parsed when asked for, and written again only when they were changed. */
export interface DocxPackage {
  /** A part as a DOM that may be changed; undefined when it is not there. @throws {TemplateDocumentError} broken */
  xml(entry: string): Document | undefined
  /** The package with the changed parts in their places and all other entries as they were. */
  save(changed: ReadonlySet<string>): Uint8Array
}

/**
 * Opens a .docx (ECMA-376) for checking.
 * @param options.onlyRead parts that the documents of a batch have alike are parsed once for all of them, and must not
 * be changed
 * @throws {TemplateDocumentError} broken, encrypted, an old .doc, with macros, or far too large
 */
export function openDocx(bytes: Uint8Array, options: { readonly onlyRead?: boolean } = {}): DocxPackage {
  const zip = openChecked(bytes)
  const parsed = new Map<string, Document>()
  const read = options.onlyRead === true ? parseOnce : parse
  return {
    xml(entry) {
      const known = parsed.get(entry)
      if (known) return known
      const text = zip.file(entry)?.asText()
      if (text === undefined) return undefined
      const document = read(text)
      parsed.set(entry, document)
      return document
    },
    save(changed) {
      for (const entry of changed) {
        const document = parsed.get(entry)
        if (document) zip.file(entry, new XMLSerializer().serializeToString(document), { createFolders: false })
      }
      return zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
    },
  }
}

/** Parts met before, by their text, those used last at the end. A document has about ten. */
const alike = new Map<string, Document>()
/** What was met once: a document's own text is never met again, and keeping it would only cost memory. */
const met = new Set<number>()
const MOST_ALIKE = 24
const MOST_MET = 2_000
/** UTF-16 units. */
const LONGEST_ALIKE = 400_000

function parseOnce(text: string): Document {
  const known = alike.get(text)
  const document = known ?? parse(text)
  const mark = crc32(text)
  if (known === undefined && (text.length > LONGEST_ALIKE || !met.has(mark))) {
    if (met.size >= MOST_MET) met.clear()
    met.add(mark)
    return document
  }
  alike.delete(text)
  alike.set(text, document)
  for (const oldest of [...alike.keys()].slice(0, Math.max(0, alike.size - MOST_ALIKE))) alike.delete(oldest)
  return document
}

function parse(text: string): Document {
  refuseTooLong(text)
  try {
    return new DOMParser({ onError: stopAtError }).parseFromString(text, 'text/xml')
  } catch (cause) {
    throw documentRefusals.broken(cause)
  }
}

function stopAtError(level: 'warning' | 'error' | 'fatalError', message: string): void {
  if (level !== 'warning') throw new SyntaxError(message)
}
