import { createReadStream, globSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { splitPassages } from '../../library/items/passages.ts'
import { plainText } from '../../library/items/plain-text.ts'

/** One version of one text, as every engine gets it. */
export interface BenchDocument {
  readonly title: string
  /** `YYYY-MM-DD`; empty when the file's name has none. */
  readonly issuedOn: string
  /** The folder it lies in. */
  readonly topic: string
  /** The latest of its versions. */
  readonly current: boolean
  readonly passages: readonly BenchPassage[]
}

export interface BenchPassage {
  readonly provision: boolean
  readonly heading: string
  readonly path: readonly string[]
  readonly text: string
}

/** How much of the corpus is indexed. `copies` of more than one are changed a little, each in another way. */
export interface Scale {
  readonly name: string
  readonly provisionsOnly: boolean
  readonly currentOnly: boolean
  readonly copies: number
}

/** Reads a folder of Markdown texts named `title(YYYY-MM-DD).md`. */
export function readCorpus(laws: string): BenchDocument[] {
  const documents = globSync('**/*.md', { cwd: laws })
    .sort()
    .map((file) => {
      const [, title = '', issuedOn = ''] = /^(.*?)(?:\((\d{4}-\d\d-\d\d)\))?\.md$/.exec(path.basename(file)) ?? []
      const body = readFileSync(path.join(laws, file), 'utf8').split('<!-- INFO END -->').at(-1) ?? ''
      const passages = splitPassages(body)
        .filter((passage) => passage.type !== 'heading')
        .map(({ type, heading, path: above, markdown }) => ({
          provision: type === 'provision',
          heading,
          path: above,
          text: plainText(markdown),
        }))
      return { title, issuedOn, topic: path.dirname(file).split(path.sep)[0] ?? '', passages }
    })
  const latest = new Map<string, string>()
  const nameOf = (one: { title: string; topic: string }) => `${one.topic}/${one.title}`
  for (const one of documents) {
    if (one.issuedOn >= (latest.get(nameOf(one)) ?? '')) latest.set(nameOf(one), one.issuedOn)
  }
  return documents.map((one) => ({ ...one, current: latest.get(nameOf(one)) === one.issuedOn }))
}

/** Writes one document a line, to be read bit by bit: what is measured must not hold the texts in memory. */
export function writeCorpus(documents: readonly BenchDocument[], file: string): void {
  writeFileSync(file, documents.map((document) => `${JSON.stringify(document)}\n`).join(''))
}

/** @param onRead called with the milliseconds that each document took to read, which no engine answers for */
export async function* readDocuments(
  file: string,
  scale: Scale,
  onRead: (ms: number) => void = () => {},
): AsyncGenerator<BenchDocument> {
  for (let copy = 0; copy < scale.copies; copy++) {
    let asked = performance.now()
    for await (const line of createInterface({ input: createReadStream(file) })) {
      const document = JSON.parse(line) as BenchDocument
      const passages = document.passages.filter((passage) => passage.provision || !scale.provisionsOnly)
      if (passages.length === 0 || (scale.currentOnly && !document.current)) continue
      const read = { ...document, passages }
      const given = copy === 0 ? read : changed(read, copy)
      onRead(performance.now() - asked)
      yield given
      asked = performance.now()
    }
  }
}

/**
 * A copy that differs by a few words in each passage, as local texts differ from national ones: its
 * clauses begin elsewhere, and one in eight is left out. Its words stay those of real texts.
 */
function changed(document: BenchDocument, copy: number): BenchDocument {
  return {
    ...document,
    title: `${document.title}（之${copy}）`,
    passages: document.passages.map((passage, ordinal) => {
      const clauses = passage.text.split(/(?<=[，；。])/)
      const first = (copy + ordinal) % clauses.length
      const turned = [...clauses.slice(first), ...clauses.slice(0, first)]
      const kept = turned.filter((_, index) => turned.length < 3 || (index + ordinal + copy) % 8 !== 0)
      return { ...passage, text: kept.join('') }
    }),
  }
}
