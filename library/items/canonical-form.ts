import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { RevisionContent } from './revision.schema.ts'

/** A revision's content together with its name. */
export interface CanonicalRevision {
  /** SHA-256 of `json`, lower-case hexadecimal. */
  readonly sha256: string
  /** The canonical form: JSON after RFC 8785 (JCS), UTF-8. */
  readonly json: string
  readonly content: RevisionContent
}

/** Text in NFC with LF line ends, no trailing blanks on lines and no blank lines at either end. */
export function canonicalText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .replace(/^\n+|\n+$/g, '')
}

/**
 * Gives content its canonical form and names it by its SHA-256.
 * Empty lists and undefined properties are left out, so that one content has exactly one name.
 * @throws {z.ZodError} when the content does not fit {@link RevisionContent}
 */
export function canonicalRevision(draft: RevisionContent): CanonicalRevision {
  const present = Object.entries({
    ...draft,
    body: canonicalText(draft.body),
    title: draft.title.normalize('NFC'),
  }).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0))
  const content = RevisionContent.parse(Object.fromEntries(present))
  const json = canonicalize(content)
  if (json === undefined) throw new TypeError('revision content has no canonical form')
  return { sha256: createHash('sha256').update(json).digest('hex'), json, content }
}
