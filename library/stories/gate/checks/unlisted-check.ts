import { type TextPerson, textPeople } from '../../proposing/text/text-people.ts'
import { madeAlias } from '../../public-name.ts'
import type { StoryRecord } from '../../story.schema.ts'
import type { Found } from '../found.ts'
import { printedTexts } from '../printed-texts.ts'

/** Where sentences stand; names elsewhere are listed by the form itself. */
const SENTENCES =
  /^(?:title|summary|problem|done|failed|result|evidence|caution|cost|quotes\/\d+\/text|media\/\d+\/(?:caption|alternative))/
/** 王主任, 陈大爷: a surname and what people call them, which names nobody whole. */
const CALLED =
  /^.(?:大[爷娘妈叔婶伯哥姐嫂]|奶奶|爷爷|婆婆?|公公|阿[姨婆公]|叔叔?|婶|伯|嫂|老汉|老太|爹|老师|医生|书记|主任|[乡镇所站会县村社组队校院局]长|支书|主席|师傅|某某?|家)$/u

/** Characters looked through together. */
const LONGEST = 3000
/** Characters that no name has and sentences are full of. */
const NO_NAME = /[的了在是有和与也都就不没很说着过把被给对从到向为于及其他她它们这那哪里问开关门部镇乡村岁某×xX]/u

/** People who are named in the text and are not among the story's: nobody asked them, and no alias stands for them. */
export function checkUnlisted(record: StoryRecord): Found[] {
  const known = record.people.flatMap(({ name, alias }) => [name.replace(/\s/gu, ''), alias ?? '']).filter(Boolean)
  const isKnown = (name: string) =>
    known.some((one) => one.includes(name) || name.includes(one) || (one.length > 2 && name.includes(one.slice(-2))))
  return printedTexts(record)
    .filter(({ field }) => SENTENCES.test(field))
    .flatMap(({ field, key, text, mediaId }) =>
      peopleIn(text)
        .filter(({ name, assumed }) => !assumed && !CALLED.test(name) && !NO_NAME.test(name) && !isKnown(name))
        // 桂兰 is said of 陶桂兰.
        .filter(({ name }, _, all) => !all.some((other) => other.name !== name && other.name.includes(name)))
        .flatMap(({ name }) => places(text, name).map((start) => ({ name, start })))
        .map(({ name, start }) => {
          const alias = madeAlias({ name })
          return {
            code: 'consent' as const,
            severity: 'should' as const,
            place: { field, start, end: start + name.length, quote: name, ...(mediaId && { mediaId }) },
            says: `这里写了“${name}”，不在故事的人里。`,
            todo: '是人名的，请加到“人”里，写上化名或同意公开姓名的记录；不是就可以保留。',
            repair: { type: 'alias' as const, replacement: alias, says: `换成“${alias}”` },
            about: [key, name, 'unlisted'],
          }
        }),
    )
}

/** In pieces: looking for names takes the square of a text's length. */
const peopleIn = (text: string): TextPerson[] => {
  const people = new Map<string, TextPerson>()
  for (let at = 0; at < text.length; at += LONGEST) {
    for (const person of textPeople(text.slice(at, at + LONGEST))) people.set(person.name, person)
  }
  return [...people.values()]
}

function places(text: string, name: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) found.push(at)
  return found
}
