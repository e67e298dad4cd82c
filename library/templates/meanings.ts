/**
 * What a field's value means, the same in every template: whatever is known of a meaning is offered wherever it is asked
 * for. Names before the dot say whose it is: `unit`, `town`, `county`, `village`, `document` belong to the office;
 * `person`, `household`, `plot` belong to the one the form is about.
 */
export const MEANINGS = [
  'province.name',
  'city.name',
  'county.name',
  'town.name',
  'unit.name',
  'unit.shortName',
  'unit.seal',
  'unit.address',
  'unit.phone',
  'unit.postcode',
  'unit.leader',
  'unit.handler',
  'unit.handlerPhone',
  'unit.creditCode',
  'unit.documentCode',
  'village.name',
  'village.group',
  'village.secretary',
  'village.phone',
  'document.date',
  'document.year',
  'person.name',
  'person.residentId',
  'person.sex',
  'person.birthDate',
  'person.age',
  'person.nation',
  'person.education',
  'person.politicalStatus',
  'person.marriage',
  'person.occupation',
  'person.workplace',
  'person.health',
  'person.phone',
  'person.householdAddress',
  'person.address',
  'person.relation',
  'person.bank',
  'person.bankAccount',
  'person.bankAccountName',
  'household.head',
  'household.number',
  'household.size',
  'household.members',
  'household.income',
  'household.housing',
  'plot.number',
  'plot.name',
  'plot.area',
  'plot.use',
  'plot.east',
  'plot.south',
  'plot.west',
  'plot.north',
] as const
export type Meaning = (typeof MEANINGS)[number]

/** Who a meaning belongs to: the office, whose values hold until it changes them, or the one a form is about. */
export function ownerOf(meaning: Meaning): 'office' | 'subject' {
  return /^(person|household|plot)\./.test(meaning) ? 'subject' : 'office'
}
