import { buffer } from 'node:stream/consumers'
import { type Entry, fromBufferPromise } from 'yauzl'

/** The parts of a .docx by name. */
export async function readDocx(bytes: Buffer): Promise<Map<string, Buffer>> {
  const parts = new Map<string, Buffer>()
  const archive = await fromBufferPromise(bytes)
  for await (const entry of archive.eachEntry() as AsyncIterable<Entry>) {
    parts.set(entry.fileName, await buffer(await archive.openReadStreamPromise(entry)))
  }
  return parts
}

/** The text of every run, so that a placeholder split over runs shows as two halves. */
export function runTexts(parts: ReadonlyMap<string, Buffer>): string[] {
  const xml = parts.get('word/document.xml')?.toString('utf8') ?? ''
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((match) => match[1] ?? '')
}

export type Placeholders = { readonly fields: readonly string[]; readonly problems: readonly string[] }

/** Reads docxtemplater placeholders; a field inside a loop is named loop/field, as in the 字段 tables. */
export function readPlaceholders(runs: readonly string[]): Placeholders {
  const fields = new Set<string>()
  const problems: string[] = []
  let loop: string | undefined
  for (const run of runs) {
    if (run.replace(/\{[#/]?[\p{L}\p{N}]+\}/gu, '').match(/[{}]/)) problems.push(`malformed in: ${run}`)
    for (const [, mark, name = ''] of run.matchAll(/\{([#/]?)([\p{L}\p{N}]+)\}/gu)) {
      if (mark === '#') {
        if (loop !== undefined) problems.push(`${name} opens inside ${loop}`)
        loop = name
      } else if (mark === '/') {
        if (loop !== name) problems.push(`${name} closes ${loop ?? 'nothing'}`)
        loop = undefined
      } else fields.add(loop === undefined ? name : `${loop}/${name}`)
    }
  }
  if (loop !== undefined) problems.push(`${loop} is never closed`)
  return { fields: [...fields], problems }
}
