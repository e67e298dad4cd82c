import type { MaterialSummary } from '../../../library/meetings/materials/material-view.ts'
import type { UnitProfile } from '../../../library/templates/known/known-view.ts'

/** What the office has written down once already, by field of a meeting; the likeliest first. */
export interface KnownFacts {
  readonly office: readonly string[]
  readonly contact: readonly string[]
  readonly documentNumber: readonly string[]
  readonly place: readonly string[]
  /** Names of those who lead and handle things here. */
  readonly people: readonly { readonly name: string; readonly part: 'host' | 'recorder' }[]
}

/** From the unit's profile and from where the last meetings were. */
export function knownFacts(
  unit: UnitProfile | undefined,
  meetings: readonly Pick<MaterialSummary, 'place'>[],
  year: string,
): KnownFacts {
  const values = unit?.values ?? {}
  const handler = [values['unit.handler'], values['unit.handlerPhone'] ?? values['unit.phone']]
    .filter(Boolean)
    .join(' ')
  const places = [...new Set(meetings.map(({ place }) => place?.trim()).filter((place) => place !== undefined))]
  const code = values['unit.documentCode']?.trim()
  return {
    office: some(values['unit.name']),
    contact: some(handler),
    documentNumber: code ? [`${code}〔${year}〕号`] : [],
    place: places.filter((place) => place !== '').slice(0, 3),
    people: [
      ...some(values['unit.leader']).map((name) => ({ name, part: 'host' as const })),
      ...some(values['unit.handler']).map((name) => ({ name, part: 'recorder' as const })),
    ],
  }
}

function some(value: string | undefined): string[] {
  const text = value?.trim() ?? ''
  return text === '' ? [] : [text]
}
