import { madeAlias, mayBeNamed } from '../../public-name.ts'
import { publicRecord } from '../../public-text.ts'
import type { StoryConsent, StoryMedia, StoryPerson, StoryRecord } from '../../story.schema.ts'
import type { Found } from '../found.ts'
import { printedTexts } from '../printed-texts.ts'

/** 桂芳婶, 老建国: said of a person rather than of a time or a thing. */
const KIN_AFTER =
  /^(?:婶|叔|伯|哥|姐|嫂|弟|妹|爷|奶|爸|妈|姨|舅|姑|大[爷娘妈叔哥姐嫂]|阿姨|同志|主任|书记|师傅|老师|两口子|夫妇|夫妻|一家|家里?的?)/u
const NICK_BEFORE = /[老小阿]$/u

/** Each consent against the people who appear: who may be named, quoted, shown and told about. */
export function checkConsents(record: StoryRecord): Found[] {
  return [
    ...record.people.flatMap((person, at) => [
      ...aliasFaults(record, person, at),
      ...givenNames(record, person),
      ...told(record, person, at),
    ]),
    ...leaks(record),
    ...quotes(record),
    ...pictures(record),
  ]
}

const covers = (consents: readonly StoryConsent[], who: StoryPerson, what: StoryConsent['covers'][number]): boolean =>
  consents.some(
    (consent) =>
      (consent.who === who.id || consent.who === who.name) &&
      consent.covers.includes(what) &&
      (who.minor !== true || (consent.guardian ?? '') !== ''),
  )

/** A name that no consent covers is printed as the alias: there has to be one, and it has to hide the name. */
function aliasFaults({ consents }: StoryRecord, person: StoryPerson, at: number): Found[] {
  const { name, alias, id } = person
  if (name === '' || mayBeNamed(person, consents)) return []
  const made = madeAlias(person)
  const place = { field: `people/${at}/${alias ? 'alias' : 'name'}`, quote: alias || name }
  const repair = { type: 'alias' as const, replacement: made, says: `写成“${made}”` }
  if (!alias) {
    return [
      {
        code: person.minor ? 'minor' : 'consent',
        severity: 'should',
        place,
        says: `${name}${person.minor ? '是未成年人' : '没有同意公开姓名'}，也没有写化名；发布时会写成“${made}”。`,
        todo: '请写一个合适的化名，或补上本人同意公开姓名的记录。',
        repair,
        about: [id, name, 'alias'],
      },
    ]
  }
  const given = givenName(name)
  if (!alias.includes(name) && !(given !== undefined && alias.includes(given))) return []
  return [
    {
      code: 'consent',
      severity: 'must',
      place,
      says: `${name}没有同意公开姓名，化名“${alias}”却认得出是谁。`,
      todo: '请换一个化名，或补上本人同意公开姓名的记录。',
      repair,
      about: [id, alias],
    },
  ]
}

/** 桂芳婶 tells who 王桂芳 is, although the name as a whole is replaced. */
function givenNames(record: StoryRecord, person: StoryPerson): Found[] {
  const bare = person.name.replace(/\s/gu, '')
  // 王芳: her given name tells only in 芳姐 and 小芳.
  const isShort = /^\p{Script=Han}{2}$/u.test(bare)
  const given = isShort ? bare.slice(-1) : givenName(person.name)
  if (given === undefined || mayBeNamed(person, record.consents)) return []
  const alias = person.alias || madeAlias(person)
  const surname = bare.slice(0, -given.length)
  return printedTexts(record).flatMap(({ field, key, text, mediaId }) =>
    [...text.matchAll(new RegExp(escaped(given), 'gu'))].flatMap(({ index }) => {
      const before = text.slice(0, index).replace(/\s+$/u, '')
      if (before.endsWith(surname) || key.endsWith('/alias')) return []
      const isCalled = KIN_AFTER.test(text.slice(index + given.length)) || NICK_BEFORE.test(before)
      if (isShort && !isCalled) return []
      return [
        {
          code: 'consent' as const,
          severity: isCalled && !isShort ? ('must' as const) : ('should' as const),
          place: { field, start: index, end: index + given.length, quote: given, ...(mediaId && { mediaId }) },
          says: `${person.name}没有同意公开姓名，这里的“${given}”会让人认出来。`,
          todo: '说的是这个人就换成化名；只是同样的字可以保留。',
          repair: { type: 'alias' as const, replacement: alias, says: `换成“${alias}”` },
          about: [key, given, person.id],
        },
      ]
    }),
  )
}

/** 桂芳 of 王桂芳; a name of two characters has no given name that would not be found everywhere. */
function givenName(name: string): string | undefined {
  const bare = name.replace(/\s/gu, '')
  return /^\p{Script=Han}{3,4}$/u.test(bare) ? bare.slice(-2) : undefined
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

/** Names that are still to be read in what would be published, however that may be. */
function leaks(record: StoryRecord): Found[] {
  const hidden = record.people.filter((person) => person.name !== '' && !mayBeNamed(person, record.consents))
  return printedTexts(publicRecord(record)).flatMap(({ field, key, text, mediaId }) =>
    hidden.flatMap(({ name, id }) => {
      const bare = name.replace(/\s/gu, '')
      // With marks or blanks between the characters too.
      const seen = new RegExp([...bare].map(escaped).join('[\\s*_`·•.\\-\\u200b-\\u200f\\ufeff]{0,3}'), 'iu').exec(text)
      if (!seen || [...bare].length < 2 || (field.endsWith('/alias') && !text.includes(name))) return []
      const original = printedTexts(record).find((one) => one.key === key)
      const start = original?.text.indexOf(seen[0]) ?? -1
      return [
        {
          code: 'consent' as const,
          severity: 'must' as const,
          place: {
            field,
            quote: seen[0],
            ...(start >= 0 && { start, end: start + seen[0].length }),
            ...(mediaId && { mediaId }),
          },
          says: `${name}没有同意公开姓名，这里仍看得见。`,
          todo: '请改成化名，或补上本人同意公开姓名的记录。',
          about: [key, seen[0], id],
        },
      ]
    }),
  )
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

/** Whoever the words under a picture name has to agree to be seen; for a child, a guardian. */
function pictures(record: StoryRecord): Found[] {
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

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/-]/gu, '\\$&')
