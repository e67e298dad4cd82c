import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { normaliseText } from '../../importing/readers/normalise-text.ts'
import { MaterialRecord } from './material.schema.ts'
import { withUniqueIds } from './unique-ids.ts'

/** A record in its canonical form, and its name. */
export interface CanonicalMaterial {
  readonly record: MaterialRecord
  /** JSON after RFC 8785 (JCS), UTF-8. */
  readonly json: string
  /** SHA-256 of `json`, lower-case hexadecimal. */
  readonly sha256: string
}

/**
 * Gives a record its canonical form: texts in NFC without characters that hide, and every id once. What was read and
 * what was saved is told apart by its hash.
 * @throws {z.ZodError} when it does not fit {@link MaterialRecord}
 */
export function canonicalMaterial(draft: MaterialRecord): CanonicalMaterial {
  const record = withUniqueIds(MaterialRecord.parse(clean(draft)))
  const json = canonicalize(record)
  if (json === undefined) throw new TypeError('a material has no canonical form')
  return { record, json, sha256: createHash('sha256').update(json).digest('hex') }
}

function clean(value: unknown): unknown {
  if (typeof value === 'string') return normaliseText(value)
  if (Array.isArray(value)) return value.map(clean)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, clean(one)]))
}
