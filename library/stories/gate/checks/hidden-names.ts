import { madeAlias, mayBeNamed } from '../../public-name.ts'
import { publicRecord } from '../../public-text.ts'
import type { StoryPerson, StoryRecord } from '../../story.schema.ts'
import type { Found } from '../found.ts'
import { printedTexts } from '../printed-texts.ts'

/** 桂芳婶, 老建国: said of a person rather than of a time or a thing. */
const KIN_AFTER =
  /^(?:婶|叔|伯|哥|姐|嫂|弟|妹|爷|奶|爸|妈|姨|舅|姑|大[爷娘妈叔哥姐嫂]|阿姨|同志|主任|书记|师傅|老师|两口子|夫妇|夫妻|一家|家里?的?)/u
const NICK_BEFORE = /[老小阿]$/u

/** Names that no consent covers: each needs an alias that hides it, everywhere. */
export function checkHiddenNames(record: StoryRecord): Found[] {
  return [
    ...record.people.flatMap((person, at) => [...aliasFaults(record, person, at), ...givenNames(record, person)]),
    ...leaks(record),
  ]
}

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
      // 小芳 goes as a whole.
      const start = NICK_BEFORE.test(text.slice(0, index)) ? index - 1 : index
      const quote = text.slice(start, index + given.length)
      return [
        {
          code: 'consent' as const,
          severity: isCalled && !isShort ? ('must' as const) : ('should' as const),
          place: { field, start, end: index + given.length, quote, ...(mediaId && { mediaId }) },
          says: `${person.name}没有同意公开姓名，这里的“${quote}”会让人认出来。`,
          todo: '说的是这个人就换成化名；只是同样的字可以保留。',
          repair: { type: 'alias' as const, replacement: alias, says: `换成“${alias}”` },
          about: [key, quote, person.id],
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

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/-]/gu, '\\$&')
