import type { Finding } from '../../../library/templates/finding.ts'
import type { FormData } from '../../../library/templates/template-schema.ts'
import { valueAt } from './field-path.ts'

/** A finding with those that say the same of the same words once more. */
export interface FindingWithTwins {
  readonly finding: Finding
  /** Its own id and theirs: who lets one stand lets them all. */
  readonly ids: readonly string[]
}

/**
 * The fields and the document are checked by themselves, so a wrong number is found in its field and again where it is
 * printed. Each is said once, where it can be put right.
 */
export function withTwins(findings: readonly Finding[], data: FormData): FindingWithTwins[] {
  const inFields = findings.filter(({ place }) => place.type === 'field')
  const twins = new Map<string, string[]>()
  const hidden = new Set<string>()
  for (const finding of findings) {
    const { place, rule, id } = finding
    if (place.type !== 'document' || place.quote === '') continue
    const first = inFields.find(
      (other) =>
        other.rule === rule && other.place.type === 'field' && String(valueAt(data, other.place.path)) === place.quote,
    )
    if (!first) continue
    hidden.add(id)
    twins.set(first.id, [...(twins.get(first.id) ?? []), id])
  }
  return findings
    .filter(({ id }) => !hidden.has(id))
    .map((finding) => ({ finding, ids: [finding.id, ...(twins.get(finding.id) ?? [])] }))
}
