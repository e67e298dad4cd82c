import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { normaliseMarkdown, normaliseText } from '../importing/readers/normalise-text.ts'
import { StoryRecord } from './story.schema.ts'

/** A record in its canonical form, and its name. */
export interface CanonicalRecord {
  readonly record: StoryRecord
  /** JSON after RFC 8785 (JCS), UTF-8. */
  readonly json: string
  /** SHA-256 of `json`, lower-case hexadecimal. */
  readonly sha256: string
}

/** The long texts, which are Markdown; everything else is a line. */
const TEXTS: ReadonlySet<string> = new Set(['problem', 'done', 'failed', 'result', 'caution', 'how'])
/** What the schema asks for even when nothing was typed yet. */
const ASKED_FOR: ReadonlySet<string> = new Set(['title', 'name', 'who', 'text', 'by', 'mediaType', 'how', 'type'])

/**
 * Gives a record its canonical form: normalised texts, without what says nothing. What was checked and approved is
 * named by its hash, so that one record has exactly one.
 * @throws {z.ZodError} when it does not fit {@link StoryRecord}
 */
export function canonicalRecord(draft: StoryRecord): CanonicalRecord {
  const record = StoryRecord.parse(clean(draft, ''))
  const json = canonicalize(record)
  if (json === undefined) throw new TypeError('a story record has no canonical form')
  return { record, json, sha256: createHash('sha256').update(json).digest('hex') }
}

/** The name of a record, as in RFC 8785. */
export const recordSha256 = (record: StoryRecord): string => canonicalRecord(record).sha256

function clean(value: unknown, key: string): unknown {
  if (typeof value === 'string') return cleanText(value, key)
  if (Array.isArray(value)) return value.map((one) => clean(one, '')).filter((one) => one !== '')
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, one]) => [name, clean(one, name)] as const)
  return Object.fromEntries(entries.filter(([name, one]) => one !== undefined && (one !== '' || ASKED_FOR.has(name))))
}

/** A line keeps its own line ends (a quote may have some), a text also its blank lines. */
const cleanText = (text: string, key: string) =>
  TEXTS.has(key)
    ? normaliseMarkdown(text)
    : normaliseText(text)
        .replace(/[^\S\n]+/g, ' ')
        .replace(/ ?\n\s*/g, '\n')
        .trim()
