import { findDocumentNumbers } from '../../../importing/recognition/document-number.ts'
import type { Validity } from '../../../items/validity.ts'
import type { ListedTitle } from '../../../search/suggest/title-list.ts'
import { type Citation, findCitations } from '../policies/find-citations.ts'
import type { Policies } from '../policies/open-policies.ts'
import type { LocatedParagraph } from '../reading/located-paragraph.ts'
import type { Fault, Rule } from './rule.ts'

const ENDED: Partial<Record<Validity, string>> = { repealed: '已经废止', expired: '已经失效' }
/** So many policies make a library in which a statute's absence says something. */
const MANY = 300
const STATUTE = /^中华人民共和国.{2,40}法(?:典|实施条例|实施细则)?$/

/** Policies that a document cites although they no longer hold, or as they are not. */
export const policyCitation: Rule = {
  title: '引用的政策',
  async find({ document, surroundings: { policies } }) {
    const faults: Fault[] = []
    for (const paragraph of document.paragraphs) {
      const citations = findCitations(paragraph.text)
      for (const citation of citations) faults.push(...(await judge(citation, paragraph, policies)))
      faults.push(...judgeNumbers(paragraph, citations, policies))
    }
    return faults
  },
}

/** Numbers that stand without a title: 按照云政发〔2015〕3号文件. */
function judgeNumbers(paragraph: LocatedParagraph, citations: readonly Citation[], policies: Policies): Fault[] {
  const { text } = paragraph
  return findDocumentNumbers(text).flatMap(({ number, index, length }): Fault[] => {
    const named = policies.numbered(number)
    const [ended] = named
    const isCited = citations.some(({ start, end }) => index >= start && index < end)
    if (!ended || isCited || named.some((policy) => !(policy.validity in ENDED))) return []
    if (/(?:原|废止)$/.test(text.slice(0, index)) || /^[^。；]{0,60}废止/.test(text.slice(index + length))) return []
    // Running text before the agency's code counts as found with it.
    const start = Math.max(index, text.indexOf(number.split(/[〔第]/)[0] ?? '', index))
    return [
      {
        rule: 'superseded-policy',
        severity: 'must',
        says: `${number}（《${ended.title}》）${ENDED[ended.validity]}。`,
        paragraph,
        start,
        end: index + length,
        related: { itemId: ended.itemId, title: ended.title },
      },
    ]
  })
}

async function judge(citation: Citation, paragraph: LocatedParagraph, policies: Policies): Promise<Fault[]> {
  if (citation.historic) return []
  const at = { paragraph, start: citation.start, end: citation.end }
  const named = policies.named(citation.title)
  const holding = named.filter((policy) => !(policy.validity in ENDED))
  const [policy] = holding
  if (policy) return judgeHolding(policy, holding, citation, paragraph, policies)
  const [ended] = named
  const clause = await policies.endedBy(citation.title)
  const withdrawn = ended ? undefined : await policies.withdrawn(citation.title)
  const successor = clause ?? withdrawn?.replacedBy
  if (!ended && !clause && !withdrawn) return judgeUnknown(citation, paragraph, policies)
  const meant = successor && asCited(wholeWork(successor.title), citation.title)
  // A provision's number means another text in another law: only a bare title is exchanged.
  const bare = citation.provisions.length === 0 && citation.note === undefined
  return [
    {
      rule: 'superseded-policy',
      severity: ended || successor ? 'must' : 'should',
      says: `《${citation.title}》${(ended && ENDED[ended.validity]) ?? (clause ? '已经废止' : '已经撤回')}。`,
      why: clause
        ? `《${short(wholeWork(clause.title))}》${clause.anchor ?? ''}写明它同时废止。`
        : withdrawn && `${withdrawn.reason}${meant ? `现在是《${meant}》。` : ''}`,
      ...at,
      repair: meant && bare ? { label: `改为《${meant}》`, replacement: `《${meant}》` } : undefined,
      related: successor
        ? { itemId: successor.itemId, title: successor.title, anchor: clause?.anchor }
        : ended && { itemId: ended.itemId, title: ended.title },
    },
  ]
}

async function judgeHolding(
  policy: ListedTitle,
  holding: readonly ListedTitle[],
  citation: Citation,
  paragraph: LocatedParagraph,
  policies: Policies,
): Promise<Fault[]> {
  const faults: Fault[] = []
  const at = { paragraph, start: citation.start, end: citation.end }
  const related = { itemId: policy.itemId, title: policy.title }
  const versions = await policies.versionsOf(policy.itemId)
  const current = versions.find((version) => version.current)
  if (policy.validity === 'not-yet') {
    const from = current?.effectiveFrom
    const says = `《${citation.title}》还没有生效${from ? `，${from} 起施行` : ''}。`
    faults.push({ rule: 'superseded-policy', severity: 'should', says, ...at, related })
  }
  const year = citation.versionYear
  const yearsOf = (version: (typeof versions)[number]) =>
    [version.issuedOn, version.effectiveFrom].flatMap((date) => (date ? [Number(date.slice(0, 4))] : []))
  if (year !== undefined && current && holding.length === 1 && !yearsOf(current).includes(year)) {
    const older = versions.some((version) => !version.current && yearsOf(version).includes(year))
    const newest = yearsOf(current)[0]
    if (older || (newest !== undefined && newest > year))
      faults.push({
        rule: 'superseded-policy',
        severity: 'must',
        says: `《${citation.title}》引用的是${year}年的版本，已经修改。`,
        why: newest === undefined ? undefined : `资料库里现行的是${newest}年的版本。`,
        ...at,
        related,
      })
  }
  const number = citation.documentNumber
  const numbers = versions.flatMap((version) =>
    version.documentNumber ? findDocumentNumbers(version.documentNumber).map((found) => found.number) : [],
  )
  const currentNumber = current?.documentNumber && findDocumentNumbers(current.documentNumber)[0]?.number
  if (number && holding.length === 1 && currentNumber && number !== currentNumber)
    faults.push({
      rule: numbers.includes(number) ? 'superseded-policy' : 'unknown-policy',
      severity: numbers.includes(number) ? 'must' : 'should',
      says: numbers.includes(number)
        ? `${number} 是《${citation.title}》以前的版本，已经修改。`
        : `《${citation.title}》的文号与资料库里的不一样。`,
      why: `资料库里是 ${currentNumber}。`,
      ...at,
      related,
    })
  if (citation.provisions.length > 0 && holding.length === 1) {
    const present = await policies.provisionsOf(policy.itemId)
    const plain = new Set(present.map((heading) => heading.replace(/\s/g, '')))
    for (const { provision, start, end } of citation.provisions) {
      // A text without numbered provisions is no full text.
      if (present.length < 3 || plain.has(provision)) continue
      faults.push({
        rule: 'unknown-policy',
        severity: 'must',
        says: `《${citation.title}》现行文本里没有${provision}。`,
        why: `它的最后一条是${present.at(-1)}。`,
        paragraph,
        start,
        end,
        related,
      })
    }
  }
  return faults
}

function judgeUnknown(citation: Citation, paragraph: LocatedParagraph, policies: Policies): Fault[] {
  const at = { paragraph, start: citation.start, end: citation.end }
  const near = policies.nearest(citation.title)
  if (near) {
    const meant = asCited(near.title, citation.title)
    return [
      {
        rule: 'unknown-policy',
        severity: 'should',
        says: `资料库里没有《${citation.title}》，可能是《${meant}》。`,
        ...at,
        repair: { label: `改为《${meant}》`, replacement: citation.whole.replace(citation.title, meant) },
        related: { itemId: near.itemId, title: near.title },
      },
    ]
  }
  if (policies.count < MANY || !STATUTE.test(citation.title) || policies.inPieces(citation.title)) return []
  const says = `资料库里没有《${citation.title}》，没有核对它是否现行。`
  return [{ rule: 'unknown-policy', severity: 'should', says, ...at }]
}

const STATE = '中华人民共和国'
/** 民法典 for 民法典 附则, as libraries hold long codes in pieces. */
const wholeWork = (title: string) => title.split(/\s/)[0] ?? title
const short = (title: string) => (title.startsWith(STATE) ? title.slice(STATE.length) : title)
/** With the state's name where the document gives it. */
const asCited = (title: string, cited: string) =>
  cited.startsWith(STATE) ? (title.startsWith(STATE) ? title : STATE + title) : short(title)
