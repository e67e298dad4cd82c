import { readFileSync } from 'node:fs'

/** A text in which it is marked what has to be found. */
export interface MarkedText {
  readonly code: string
  readonly text: string
  readonly quotes: readonly string[]
}

const lines = (name: string) =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.replaceAll('↵', '\n'))

/** Texts with personal data or a mark of secrecy. */
export const markedTexts = (): MarkedText[] =>
  lines('personal-data.txt').map((line) => {
    const [code = '', marked = ''] = line.split('\t')
    const quotes = [...marked.matchAll(/⟦([^⟧]+)⟧/g)].map((match) => match[1] as string)
    return { code, text: marked.replace(/[⟦⟧]/g, ''), quotes }
  })

/** Texts that only look so. */
export const harmlessTexts = (): string[] => lines('harmless.txt')
