import type { UnitProfile, VillageProfile } from '../../../library/templates/known/known-view.ts'

/** The fields of the form, in its order. */
export const unitSections = [
  { name: 'place', fields: ['province.name', 'city.name', 'county.name', 'town.name'] },
  { name: 'unit', fields: ['unit.name', 'unit.shortName', 'unit.seal', 'unit.documentCode', 'unit.creditCode'] },
  { name: 'people', fields: ['unit.leader', 'unit.handler', 'unit.handlerPhone'] },
  { name: 'contact', fields: ['unit.phone', 'unit.address', 'unit.postcode'] },
] as const

export type UnitField = (typeof unitSections)[number]['fields'][number]

export const isEmptyProfile = ({ values, villages }: UnitProfile) =>
  villages.length === 0 && Object.values(values).every((value) => !value)

/** A village as it is typed: its groups in one line. */
export interface VillageRow {
  /** For the page only. */
  readonly key: string
  readonly name: string
  /** 一组、二组、三组 */
  readonly groups: string
  readonly secretary: string
  readonly phone: string
}

/** The form as it stands on the page, with what is not yet fit to be saved. */
export interface UnitDraft {
  readonly values: Readonly<Partial<Record<UnitField, string>>>
  readonly villages: readonly VillageRow[]
}

export const emptyVillage = (): VillageRow => ({
  key: crypto.randomUUID(),
  name: '',
  groups: '',
  secretary: '',
  phone: '',
})

export function draftOf({ values, villages }: UnitProfile): UnitDraft {
  return {
    values,
    villages: villages.map((village) => ({
      key: crypto.randomUUID(),
      name: village.name,
      groups: village.groups.join('、'),
      secretary: village.secretary ?? '',
      phone: village.phone ?? '',
    })),
  }
}

/** What is saved of a draft: filled values, and villages that have a name. */
export function profileOf({ values, villages }: UnitDraft): UnitProfile {
  const filled = Object.entries(values).map(([name, value]) => [name, value.trim()] as const)
  return {
    values: Object.fromEntries(filled.filter(([, value]) => value !== '')),
    villages: villages.filter(({ name }) => name.trim() !== '').map(villageOf),
  }
}

function villageOf({ name, groups, secretary, phone }: VillageRow): VillageProfile {
  return {
    name: name.trim(),
    groups: groupsOf(groups),
    ...(secretary.trim() !== '' && { secretary: secretary.trim() }),
    ...(phone.trim() !== '' && { phone: phone.trim() }),
  }
}

/** 一组、二组, 1-3组 (一组 to 三组 as numbers) or words between spaces, each once. */
export function groupsOf(text: string): string[] {
  const range = /^\s*(\d{1,2})\s*[-–—~至到]\s*(\d{1,2})\s*(组|社|队)?\s*$/.exec(text)
  if (range) {
    const [, from = '', to = '', word = '组'] = range
    const [first, last] = [Number(from), Number(to)]
    if (first <= last) return Array.from({ length: last - first + 1 }, (_, at) => `${first + at}${word}`)
  }
  return [...new Set(text.split(/[\s、，,；;/|]+/).filter((word) => word !== ''))]
}

/** Names that stand more than once; such a list is not saved. */
export function repeatedVillages(villages: readonly VillageRow[]): string[] {
  const names = villages.map(({ name }) => name.trim()).filter((name) => name !== '')
  return [...new Set(names.filter((name, at) => names.indexOf(name) !== at))]
}
