import type { Finding } from '../../../library/templates/finding.ts'
import type { FormData } from '../../../library/templates/template-schema.ts'
import { pathInForm } from './shown-data.ts'

/** Findings of the service with the places of their fields as they are in the form. */
export function findingsInForm(findings: readonly Finding[], own: FormData): Finding[] {
  return findings.map((finding) =>
    finding.place.type === 'field'
      ? { ...finding, place: { ...finding.place, path: pathInForm(own, finding.place.path) } }
      : finding,
  )
}
