import { findLocalPlaces } from '../places/find-local-places.ts'
import { findPlaces } from '../places/find-places.ts'
import { inferOwnPlaces } from '../places/infer-own-places.ts'
import type { PlaceLevel } from '../places/known-places.ts'
import { nameWithin } from '../places/name-within.ts'
import type { OwnPlaces } from '../places/own-places.ts'
import { cellLabels } from '../reading/cell-labels.ts'
import type { LocatedParagraph } from '../reading/located-paragraph.ts'
import { maskTitles } from '../reading/masked-text.ts'
import type { Fault, Rule, RuleInput } from './rule.ts'

interface Mention {
  readonly level: PlaceLevel
  readonly name: string
  readonly start: number
  readonly end: number
}

/** Where other places are at home: 籍贯, 外出务工, 赴…考察. */
const ELSEWHERE =
  /籍贯|出生地|祖籍|原籍|出生于|工作单位|务工|打工|就业地|毕业|就读|学校|发证机关|签发机关|开户|账户|考察|学习|参观|交流|前往|赴|迁入|迁出|转入|转出|外出|来自|出差|途经|邮寄|生产厂|供应商|中标|法院|检察院|仲裁|住所地|注册地/
/** A whole line that names an office: letterhead, signature. */
const OFFICE_ALONE =
  /^[^\s：:，,。；;]{2,30}(?:人民政府|委员会|办公室|办事处|党委|支部|中心|[局站所]|文件)(?:[（(](?:盖章|印章|章)[)）])?$/

/** 全县, 本镇 … name none. */
const GENERIC = /^(?:全|各|本|我|该|贵|所|有关|同)/

/** Names of places that are not the office's own. */
export const otherPlace: Rule = {
  title: '别处的地名',
  find(input) {
    const { own } = input.surroundings
    const hasProfile = own.knows('county') || own.knows('town')
    if (hasProfile) return faultsAgainst(own, input)
    const places = input.document.paragraphs.flatMap(({ text }) => mentionsIn(maskTitles(text), own))
    const [unchecked] = places.filter(({ name, level }) => !own.has(name, level))
    if (!unchecked) return []
    const inferred = faultsAgainst(inferOwnPlaces(places), input).filter(({ paragraph, start, end }) => {
      const name = paragraph?.text.slice(start, end) ?? ''
      return !own.has(name, 'county')
    })
    return [...inferred.map(likeTheRest), notChecked(unchecked)]
  },
}

function faultsAgainst(own: OwnPlaces, { document }: RuleInput): Fault[] {
  const labelsOf = cellLabels(document)
  return document.paragraphs.flatMap((paragraph) => {
    const text = maskTitles(paragraph.text)
    return mentionsIn(text, own).flatMap((mention) => {
      if (own.has(mention.name, mention.level) || !own.knows(mention.level)) return []
      return weigh(mention, paragraph, text, own, labelsOf(paragraph)) ?? []
    })
  })
}

/** Without a profile the document itself is all that can be compared with. */
const likeTheRest = (fault: Fault): Fault => ({
  ...fault,
  says: fault.says.replace('不是本地的地名，本地是', '和文中其他地方不一样，别处都是'),
})

/** Names of the gazetteer, then what looks like a name by the words around it. */
function mentionsIn(text: string, own: OwnPlaces): Mention[] {
  const known: Mention[] = findPlaces(text).map(({ name, start, end, places }) => ({
    level: places.find((place) => own.has(name, place.level))?.level ?? places[0]?.level ?? 'county',
    name,
    start,
    end,
  }))
  const others = [...beforeOwn(text, own), ...findLocalPlaces(text)]
  for (const other of others)
    if (!known.some((mention) => mention.start < other.end && other.start < mention.end)) known.push(other)
  return known
}

/** 青山县 in 青山县溪口镇, where 溪口镇 is the own town: whatever it is, it is not the own county. */
function beforeOwn(text: string, own: OwnPlaces): Mention[] {
  const found: Mention[] = []
  for (const [level, suffix] of [
    ['county', '[县市区旗]'],
    ['town', '(?:[镇乡]|街道)'],
  ] as const) {
    const lower = own.below(level)
    for (const name of lower) {
      for (let at = text.indexOf(name); at > 0; at = text.indexOf(name, at + 1)) {
        const [phrase] = new RegExp(`\\p{Script=Han}{2,8}${suffix}$`, 'u').exec(text.slice(0, at)) ?? []
        const place = nameWithin(phrase ?? '')
        if (place.length < 3 || place.length > 5 || own.has(place, level) || GENERIC.test(place)) continue
        found.push({ level, name: place, start: at - place.length, end: at })
      }
    }
  }
  return found
}

function weigh(
  { level, name, start, end }: Mention,
  paragraph: LocatedParagraph,
  text: string,
  own: OwnPlaces,
  labels: readonly string[],
): Fault | undefined {
  const after = text.slice(end)
  const followedByOwn = own.below(level).some((lower) => after.startsWith(lower))
  const before = text.slice(Math.max(0, start - 12), start)
  const atHome =
    ELSEWHERE.test(before) ||
    labels.some((label) => ELSEWHERE.test(label)) ||
    /^[^，。；]{0,8}(?:法院|检察院|大学|学院)/.test(after)
  if (atHome && !followedByOwn) return undefined
  const isOffice = OFFICE_ALONE.test(text.trim()) || /^页[眉脚]/.test(paragraph.part)
  const ownName = own.nameOf(level)
  return {
    rule: 'other-place',
    severity: followedByOwn || isOffice ? 'must' : 'should',
    says: ownName ? `“${name}”不是本地的地名，本地是“${ownName}”。` : `“${name}”不在本单位的地名里。`,
    why: followedByOwn ? undefined : '确实要写的，可以把它加进本单位认可的地名，以后不再提醒。',
    paragraph,
    start,
    end,
    repair: ownName ? { label: `改为“${ownName}”`, replacement: ownName } : undefined,
  }
}

/** Without a profile nobody can tell which places are the office's own. */
const notChecked = (mention: Mention): Fault => ({
  rule: 'check-not-run',
  severity: 'should',
  says: '别处的地名没有对照单位资料：还没有填单位资料。',
  why: `文中有“${mention.name}”等地名，填了单位资料才知道是不是本地的。`,
})
