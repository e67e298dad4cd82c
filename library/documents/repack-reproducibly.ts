import { buffer } from 'node:stream/consumers'
import { type Entry, fromBufferPromise } from 'yauzl'
import { ZipFile } from 'yazl'

/** Stands in the core properties instead of the moment of building. */
const fixedDate = '2024-01-01T00:00:00Z'

/**
 * Rewrites a .docx so that its bytes depend on its content alone: entries in order of name, the same
 * time on each, fixed dates in the core properties. Entries are stored, not deflated, because zlib's
 * output differs between versions and processors.
 */
export async function repackReproducibly(docx: Buffer): Promise<Buffer> {
  const parts = await readParts(docx)
  const zip = new ZipFile()
  for (const name of [...parts.keys()].sort(contentTypesFirst)) {
    zip.addBuffer(reproducible(name, parts.get(name) as Buffer), name, {
      // local time on purpose: DOS timestamps carry no zone, so every zone writes the same bytes
      mtime: new Date(1980, 0, 1),
      forceDosTimestamp: true,
      compress: false,
      mode: 0o100644,
    })
  }
  zip.end()
  return buffer(zip.outputStream)
}

async function readParts(docx: Buffer): Promise<Map<string, Buffer>> {
  const parts = new Map<string, Buffer>()
  const archive = await fromBufferPromise(docx)
  for await (const entry of archive.eachEntry() as AsyncIterable<Entry>) {
    if (!entry.fileName.endsWith('/'))
      parts.set(entry.fileName, await buffer(await archive.openReadStreamPromise(entry)))
  }
  return parts
}

function reproducible(name: string, content: Buffer): Buffer {
  if (name === 'docProps/core.xml') return withFixedDates(content)
  return name === 'word/document.xml' ? withOwnNumbers(content) : content
}

function withFixedDates(content: Buffer): Buffer {
  const xml = content.toString('utf8')
  return Buffer.from(xml.replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${fixedDate}`), 'utf8')
}

/** The docx package numbers the drawings of all documents that a process makes; here each document counts its own. */
function withOwnNumbers(content: Buffer): Buffer {
  if (!content.includes('<wp:docPr ')) return content
  let number = 0
  const renumbered = content.toString('utf8').replace(/(<wp:docPr id=")\d+/g, (_whole, before: string) => {
    number += 1
    return `${before}${number}`
  })
  return Buffer.from(renumbered, 'utf8')
}

/** Readers of Open Packaging Conventions expect the content types at the front. */
function contentTypesFirst(a: string, b: string): number {
  const first = '[Content_Types].xml'
  if (a === first) return -1
  if (b === first) return 1
  return a < b ? -1 : 1
}
