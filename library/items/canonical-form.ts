import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { normaliseMarkdown, normaliseText } from '../importing/readers/normalise-text.ts'
import { RevisionContent } from './revision.schema.ts'

/** A revision's content together with its name. */
export interface CanonicalRevision {
  /** SHA-256 of `json`, lower-case hexadecimal. */
  readonly sha256: string
  /** The canonical form: JSON after RFC 8785 (JCS), UTF-8. */
  readonly json: string
  readonly content: RevisionContent
}

/** Body text as it is stored: NFC, LF line ends, no invisible characters, trailing blanks or runs of empty lines. */
export const canonicalText = normaliseMarkdown

/** A name, number or other text on one line. */
const canonicalLine = (text: string) => normaliseText(text).replace(/\s+/g, ' ').trim()

/**
 * Gives content its canonical form and names it by its SHA-256.
 * Empty lists, empty texts and undefined properties are left out, so that one content has exactly one name.
 * @throws {z.ZodError} when the content does not fit {@link RevisionContent}
 */
export function canonicalRevision(draft: RevisionContent): CanonicalRevision {
  const { body, description, ...rest } = draft
  const content = RevisionContent.parse({
    ...present(rest),
    ...present({ description: description && canonicalText(description).trim() }, (text) => text),
    body: canonicalText(body),
  })
  const json = canonicalize(content)
  if (json === undefined) throw new TypeError('revision content has no canonical form')
  return { sha256: createHash('sha256').update(json).digest('hex'), json, content }
}

/** The same properties with canonical texts, without those that say nothing. */
function present(properties: object, text: (value: string) => string = canonicalLine): object {
  const entries = Object.entries(properties).map(([name, value]) => [name, presentValue(value, text)] as const)
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}

function presentValue(value: unknown, text: (value: string) => string): unknown {
  if (typeof value === 'string') return text(value) || undefined
  if (Array.isArray(value)) {
    const kept = value.map((one) => presentValue(one, text)).filter((one) => one !== undefined)
    return kept.length > 0 ? kept : undefined
  }
  return typeof value === 'object' && value !== null ? present(value, text) : value
}
