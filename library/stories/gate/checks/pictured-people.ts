import type { StoryMedia, StoryPerson, StoryRecord } from '../../story.schema.ts'
import type { Found } from '../found.ts'
import { covers } from './covering-consent.ts'

/** Whoever the words under a picture name has to agree to be seen; for a child, a guardian. */
export function checkPicturedPeople(record: StoryRecord): Found[] {
  return record.media.flatMap((media, at) => {
    const words = [media.caption, media.alternative].filter(Boolean).join('\n')
    const isHidden = (media.blurred ?? []).some(({ why }) => why === 'face')
    if (isHidden || words === '') return []
    return [
      ...record.people.flatMap((person) => picturedPerson(record, media, at, words, person)),
      ...picturedChildren(record, media, at, words),
    ]
  })
}

function picturedPerson(
  { consents }: StoryRecord,
  media: StoryMedia,
  at: number,
  words: string,
  person: StoryPerson,
): Found[] {
  const named = [person.name, person.alias].find((name) => name && words.includes(name))
  if (named === undefined || covers(consents, person, 'picture')) return []
  return [
    {
      code: person.minor ? 'minor' : 'consent',
      severity: 'must',
      place: { field: `media/${at}/caption`, quote: named, mediaId: media.id },
      says: `图片里有${person.name}，还没有记下${person.minor ? '监护人' : '本人'}同意公开照片。`,
      todo: '请把脸打码，或补上同意的记录，或换一张图。',
      about: [media.id, media.sha256, person.id, named],
    },
  ]
}

const CHILD_WORDS = /小学生|中学生|学生|孩子|儿童|小朋友|同学|幼儿|娃娃|少年|男孩|女孩/u

/** A picture that says it shows children. */
function picturedChildren({ consents }: StoryRecord, media: StoryMedia, at: number, words: string): Found[] {
  const word = CHILD_WORDS.exec(words)?.[0]
  const agreed = consents.some(({ covers: what, guardian }) => what.includes('picture') && (guardian ?? '') !== '')
  if (word === undefined || agreed) return []
  return [
    {
      code: 'minor',
      severity: 'must',
      place: { field: `media/${at}/caption`, quote: word, mediaId: media.id },
      says: '图片说明里提到孩子，没有打码，也没有监护人同意的记录。',
      todo: '认得出是谁的，请把脸打码，或补上监护人同意公开照片的记录；只有背影或远景的，可以说明理由放行。',
      about: [media.id, media.sha256, word],
    },
  ]
}
