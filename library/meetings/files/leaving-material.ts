import { findingsIn, PRINTED_IN_CONTACT, sayFinding } from '../../feeds/issues/leaving-text.ts'
import type { MaterialRecord } from '../materials/material.schema.ts'

/** In the words of a material, but not its words: what names and measures. */
const NO_WORDS: ReadonlySet<string> = new Set([
  ...['id', 'type', 'itemId', 'revision', 'anchor', 'sha256', 'mediaType', 'from', 'keptBeside', 'design', 'blurred'],
  // Clauses are public; what is said of them by hand is looked at.
  ...['cites', 'role', 'to', 'after', 'template', 'contact'],
])

/**
 * What looks private in a material that is about to leave this machine: a sentence each. A meeting is an office's own
 * matter, so nothing is forbidden; whoever hands the file on has been told.
 */
export function warningsOfRecord(record: MaterialRecord): string[] {
  const { parts, ...rest } = partsOf(record)
  const told = [
    ...findingsIn(wordsIn(rest).join('\n')).map((finding) => `标题、说明或人员里有${sayFinding(finding)}`),
    ...parts.flatMap(({ name, part }) =>
      findingsIn(wordsIn(part).join('\n')).map((finding) => `“${name}”里有${sayFinding(finding)}`),
    ),
    ...findingsIn(contactOf(record))
      .filter(({ code }) => !PRINTED_IN_CONTACT.has(code))
      .map((finding) => `联系方式里有${sayFinding(finding)}`),
  ]
  return [...new Set(told)].map((one) => `${one}。发出去之前请看看要不要去掉。`)
}

const contactOf = (record: MaterialRecord) => (record.type === 'meeting' ? (record.contact ?? '') : '')

interface Parts {
  readonly parts: readonly { readonly name: string; readonly part: unknown }[]
  readonly record: unknown
}

function partsOf(record: MaterialRecord): Parts {
  switch (record.type) {
    case 'meeting': {
      const { parts, ...rest } = record
      return { record: rest, parts: named(parts, (part) => part.title, '环节') }
    }
    case 'drill': {
      const { turns, ...rest } = record
      return { record: rest, parts: named(turns, (turn) => turn.title, '转折') }
    }
    case 'guide': {
      const { steps, ...rest } = record
      return { record: rest, parts: named(steps, (step) => step.action, '步骤') }
    }
    case 'path': {
      const { steps, ...rest } = record
      return { record: rest, parts: named(steps, (step) => step.title, '步骤') }
    }
  }
}

const named = <T>(parts: readonly T[], titleOf: (part: T) => string, kind: string) =>
  parts.map((part, index) => ({ name: titleOf(part) || `第${index + 1}个${kind}`, part }))

/** All that is written in a value, in its order. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value]
  if (Array.isArray(value)) return value.flatMap(wordsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => (NO_WORDS.has(key) ? [] : wordsIn(one)))
}
