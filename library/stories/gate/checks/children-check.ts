import { mayBeNamed } from '../../public-name.ts'
import type { StoryRecord } from '../../story.schema.ts'
import type { Found } from '../found.ts'
import { printedTexts } from '../printed-texts.ts'

const OF_CHILDREN = /儿童|未成年|学生|少年|婴幼儿|小学|初中|幼儿园/u

/** Somebody who is said to be a child by group or post, and not marked as one: only the mark protects. */
export function checkChildren(record: StoryRecord): Found[] {
  return record.people.flatMap((person, at): Found[] => {
    const said = [...(person.groups ?? []), person.post ?? ''].find((words) => OF_CHILDREN.test(words))
    if (said === undefined || person.minor !== undefined) return []
    return [
      {
        code: 'minor',
        severity: mayBeNamed(person, record.consents) ? 'must' : 'should',
        place: { field: `people/${at}/name`, quote: person.name },
        says: `${person.name}写着“${said}”，没有标明是不是未成年人。`,
        todo: '请在这个人那里标明：是未成年人，姓名一律不公开；不是，也标上。',
        about: [person.id, person.name, said],
      },
    ]
  })
}

/** 石坪乡中心小学, 县一中附小三年级(2)班. */
const SCHOOL =
  /(?<name>\p{Script=Han}{2,12}?(?:中心小学|完全小学|小学校?|中学|附小|附中|幼儿园|希望学校|九年一贯制学校|特殊教育学校))(?!生|学历|毕业|文化|时|的时候)/gu
/** Words before a school's name that the pattern takes with it. */
const LEAD = /^\p{Script=Han}*(?:在|到|于|是|去|进|从|的|读|念|和|与|由|被|给)(?=\p{Script=Han}{2})/u
/** 一所小学, 这个幼儿园, 读小学: no school's name. */
const NO_NAME =
  /^(?:一所|这所|那所|村里|镇上|乡里|县里|当地|附近|几所|各|全[县乡镇村]|某|孩子|别的)|^\p{Script=Han}?(?:小学校?|中学|附小|附中|幼儿园)$|(?:读|上|在读|念|去|到|进|办|是|的)(?:小学|中学|幼儿园)$/u

/** A school that is named where a story tells of a child: together they say who it is. */
export function checkSchools(record: StoryRecord): Found[] {
  const children = record.people.filter(({ minor }) => minor === true)
  const agreed = children.every(({ id, name }) =>
    record.consents.some(({ who, guardian }) => (who === id || who === name) && (guardian ?? '') !== ''),
  )
  if (children.length === 0 || agreed) return []
  return printedTexts(record).flatMap(({ field, key, text, mediaId }) =>
    [...text.matchAll(SCHOOL)].flatMap((match) => {
      const lead = LEAD.exec(match[0])?.[0].length ?? 0
      const quote = match[0].slice(lead)
      const start = match.index + lead
      if (NO_NAME.test(quote)) return []
      const replacement = `某${/(?:小学|附小)/u.test(quote) ? '小学' : /幼儿园/u.test(quote) ? '幼儿园' : '学校'}`
      return [
        {
          code: 'minor' as const,
          severity: 'must' as const,
          place: { field, start, end: start + quote.length, quote, ...(mediaId && { mediaId }) },
          says: '故事里有未成年人，这里写了学校的名字，合起来认得出是谁。',
          todo: '请改成“某小学”，或补上监护人同意的记录。',
          repair: { type: 'replace' as const, replacement, says: `换成“${replacement}”` },
          about: [key, quote],
        },
      ]
    }),
  )
}
