import { recogniseDocument } from '../recognition/recognise-document.ts'
import { takeDataPictures } from './data-pictures.ts'
import { decodeText, doubtfulCharacters } from './decode-text.ts'
import { readFrontMatter } from './front-matter.ts'
import { normaliseMarkdown, normaliseText } from './normalise-text.ts'
import type { DocumentInput, ParsedDocument } from './parsed-document.ts'
import { defuseMarkdown } from './safe-markdown.ts'
import { refuse } from './unreadable-file-error.ts'

/** Reads Markdown: ours with `xinhuo: 1` as it stands, any other by recognition with its front matter going first. */
export function readMarkdown(input: DocumentInput): ParsedDocument {
  const decoded = decodeText(input.bytes)
  const text = normaliseText(decoded.text)
  if (text.trim() === '') throw refuse('FILE_EMPTY')
  const warnings = doubtfulCharacters(text, decoded.doubtful)
  const front = readFrontMatter(text)
  const { markdown, blobs } = takeDataPictures(normaliseMarkdown(front?.text ?? text))
  const safe = defuseMarkdown(markdown, new Set(front?.fields.pictures?.map((picture) => picture.path)))
  if (front?.native && front.fields.title) {
    const unknown =
      front.unknown.length > 0
        ? [{ code: 'FIELD_UNKNOWN', message: `登记信息里有不认识的项目，没有采用：${front.unknown.join('、')}。` }]
        : []
    return {
      attachments: [],
      ...front.fields,
      title: front.fields.title,
      native: true,
      body: safe,
      blobs,
      warnings: [...warnings, ...unknown],
    }
  }
  const fields = front?.fields ?? {}
  const found = recogniseDocument({ name: input.name, markdown: safe, flat: false, title: fields.title })
  return { ...found, ...fields, title: fields.title ?? found.title, native: false, attachments: [], blobs, warnings }
}
