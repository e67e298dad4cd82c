import { recogniseDocument } from '../recognition/recognise-document.ts'
import { decodeText, doubtfulCharacters } from './decode-text.ts'
import { escapeMarkdown } from './escape-markdown.ts'
import { joinWrappedLines } from './join-wrapped-lines.ts'
import { normaliseMarkdown, normaliseText } from './normalise-text.ts'
import type { DocumentInput, ParsedDocument } from './parsed-document.ts'
import { refuse } from './unreadable-file-error.ts'

/** Reads plain text: each line is a paragraph, unless the lines were broken at a fixed width. */
export function readText(input: DocumentInput): ParsedDocument {
  const decoded = decodeText(input.bytes)
  const text = normaliseText(decoded.text)
  if (text.trim() === '') throw refuse('FILE_EMPTY')
  const markdown = paragraphsToMarkdown(joinWrappedLines(text.split('\n')))
  const found = recogniseDocument({ name: input.name, markdown, flat: true })
  return { ...found, native: false, attachments: [], blobs: [], warnings: doubtfulCharacters(text, decoded.doubtful) }
}

/** Plain paragraphs as Markdown that renders as written. */
export function paragraphsToMarkdown(paragraphs: readonly string[]): string {
  const lines = paragraphs.map((line) => escapeMarkdown(line.replace(/^[\s\u3000]+|[\s\u3000]+$/g, '')))
  return normaliseMarkdown(lines.filter((line) => line !== '').join('\n\n'))
}
