import type { BookEntry } from '../../../library/templates/known/known-view.ts'
import type { Meaning } from '../../../library/templates/meanings.ts'

export type BookKind = BookEntry['kind']
export const bookKinds: readonly BookKind[] = ['person', 'household', 'plot']

/** What an entry of each kind is asked for, the usual first; `more` is folded away while empty. */
export const bookFields = {
  person: {
    main: [
      'person.name',
      'person.residentId',
      'person.sex',
      'person.birthDate',
      'person.phone',
      'village.name',
      'village.group',
      'household.head',
      'person.relation',
      'person.householdAddress',
    ],
    more: [
      'person.nation',
      'person.address',
      'person.marriage',
      'person.education',
      'person.politicalStatus',
      'person.health',
      'person.occupation',
      'person.workplace',
      'household.number',
      'household.size',
      'household.income',
      'household.housing',
      'person.bank',
      'person.bankAccount',
      'person.bankAccountName',
    ],
  },
  household: {
    main: [
      'household.head',
      'household.number',
      'village.name',
      'village.group',
      'household.size',
      'person.residentId',
      'person.phone',
      'person.householdAddress',
    ],
    more: ['household.income', 'household.housing', 'person.address', 'person.bank', 'person.bankAccount'],
  },
  plot: {
    main: ['plot.name', 'plot.number', 'plot.area', 'plot.use', 'household.head', 'village.name', 'village.group'],
    more: ['plot.east', 'plot.south', 'plot.west', 'plot.north'],
  },
} as const satisfies Record<BookKind, { readonly main: readonly Meaning[]; readonly more: readonly Meaning[] }>

/** The targets of a spreadsheet's columns, each once, people first. */
export const importedMeanings: readonly (typeof bookFields)[BookKind]['main' | 'more'][number][] = [
  ...new Set(bookKinds.flatMap((kind) => [...bookFields[kind].main, ...bookFields[kind].more])),
]

/** What an entry is called in lists, from what is filled; empty when nothing names it. */
export function entryName(kind: BookKind, values: BookEntry['values']): string {
  const names = {
    person: [values['person.name']],
    household: [values['household.head'], values['household.number']],
    plot: [values['plot.name'], values['plot.number']],
  }[kind]
  return names.map((name) => name?.trim() ?? '').find((name) => name !== '') ?? ''
}

/** 5101****1234: enough to tell two people apart on a screen that others can see. */
export function maskedId(residentId: string | undefined): string {
  if (!residentId || residentId.length < 10) return residentId ?? ''
  return `${residentId.slice(0, 4)}****${residentId.slice(-4)}`
}
