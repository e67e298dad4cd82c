import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { splitPassages } from '../../library/items/passages.ts'
import { plainText } from '../../library/items/plain-text.ts'
import { foldText } from '../../library/search/han-text.ts'

/** A passage as it is learned from. */
export interface TrainingPassage {
  /** Relative to the folder read, with `/`. */
  readonly file: string
  /** A number of its own per file, from 0. */
  readonly document: number
  readonly title: string
  readonly path: readonly string[]
  readonly heading: string
  readonly text: string
  readonly folded: string
}

const DATED = /^(.*)\((\d{4}-\d{2}-\d{2})\)\.md$/

/** The newest of the files that differ only in the date of their names, and all others. */
function currentFiles(files: readonly string[]): string[] {
  const newest = new Map<string, { file: string; date: string }>()
  for (const file of files) {
    const dated = DATED.exec(file)
    const key = dated ? path.basename(dated[1] as string) : file
    const date = dated?.[2] ?? ''
    const known = newest.get(key)
    if (!known || date > known.date) newest.set(key, { file, date })
  }
  const kept = new Set([...newest.values()].map((one) => one.file))
  return files.filter((file) => kept.has(file))
}

/** Reads Markdown files (`# title`, at times facts up to `<!-- INFO END -->`, then the text) as the library splits them. */
export function readTrainingPassages(folder: string): TrainingPassage[] {
  const files = globSync('**/*.md', { cwd: folder })
    .map((file) => file.split(path.sep).join('/'))
    .sort()
  return currentFiles(files).flatMap((file, document) => {
    const whole = readFileSync(path.join(folder, file), 'utf8')
    const front = /^---\n([\s\S]*?)\n---\n/.exec(whole)
    const raw = front ? whole.slice(front[0].length) : whole
    const named = /^title: (.+)$/m.exec(front?.[1] ?? '') ?? /^#\s+(.+)$/m.exec(raw)
    const title = named?.[1]?.trim() ?? path.basename(file, '.md')
    const facts = raw.indexOf('<!-- INFO END -->')
    const body = facts < 0 ? raw.replace(/^#\s+.+$/m, '') : raw.slice(facts + '<!-- INFO END -->'.length)
    return splitPassages(body)
      .filter((passage) => passage.type !== 'heading')
      .map((passage) => {
        const text = plainText(passage.markdown)
        const { heading } = passage
        return { file, document, title, path: passage.path, heading, text, folded: foldText(text) }
      })
  })
}
