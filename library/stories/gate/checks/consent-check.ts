import type { StoryPerson, StoryRecord } from '../../story.schema.ts'
import type { Found } from '../found.ts'
import { covers } from './covering-consent.ts'
import { checkHiddenNames } from './hidden-names.ts'
import { checkPicturedPeople } from './pictured-people.ts'

/** Each consent against the people who appear: who may be named, quoted, shown and told about. */
export function checkConsents(record: StoryRecord): Found[] {
  return [
    ...checkHiddenNames(record),
    ...record.people.flatMap((person, at) => told(record, person, at)),
    ...quotes(record),
    ...checkPicturedPeople(record),
  ]
}

/** Whether someone agreed to be told about at all; without a name nobody is harmed, but they should be asked. */
function told({ consents }: StoryRecord, person: StoryPerson, at: number): Found[] {
  if (person.part !== 'hero' && person.part !== 'was-helped') return []
  if (covers(consents, person, 'story') || covers(consents, person, 'name')) return []
  return [
    {
      code: 'consent',
      severity: 'should',
      place: { field: `people/${at}/name`, quote: person.name },
      says: `还没有记下${person.name}${person.minor ? '的监护人' : '本人'}同意讲这个故事。`,
      todo: '请问一声，把怎么同意的记下来；问不到的写明情况。',
      about: [person.id, person.name, 'story'],
    },
  ]
}

/** Words in quotation marks are somebody's; they have to agree that these are printed. */
function quotes(record: StoryRecord): Found[] {
  return record.quotes.flatMap(({ id, by, text }, at): Found[] => {
    if (text === '') return []
    const who = record.people.find((one) => [one.id, one.name, one.alias].includes(by))
    if (who && covers(record.consents, who, 'quote')) return []
    return [
      {
        code: who?.minor ? 'minor' : 'consent',
        severity: who ? 'must' : 'should',
        place: { field: `quotes/${at}/text`, start: 0, end: text.length, quote: text },
        says: who
          ? `还没有记下${who.name}${who.minor ? '的监护人' : ''}同意引用这句话。`
          : `不知道这句话是谁说的${by === '' ? '' : `（“${by}”不在故事的人里）`}。`,
        todo: who ? '请问一声，记下来；或者改成转述。' : '请在“人”里写上说话的人，用化名也行。',
        repair: { type: 'remove', says: '去掉这句原话' },
        about: [id, by, text],
      },
    ]
  })
}
