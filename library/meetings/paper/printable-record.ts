import { documentText } from '../../feeds/print/docx-parts.ts'
import type { MaterialRecord } from '../materials/material.schema.ts'

/** A record whose texts hold nothing that a document cannot: control characters, halves of characters, hidden marks. */
export const printableRecord = <R extends MaterialRecord>(record: R): R => printable(record) as R

function printable(value: unknown): unknown {
  if (typeof value === 'string') return documentText(value)
  if (Array.isArray(value)) return value.map(printable)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, printable(inner)]))
}
