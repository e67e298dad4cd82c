import { splitPassages } from '../items/passages.ts'
import { plainText } from '../items/plain-text.ts'
import type { RevisionContent } from '../items/revision.schema.ts'
import { findCitations } from '../templates/check/policies/find-citations.ts'
import { EVIDENCE_LABEL, QUOTES_HEADING } from './render-story.ts'
import { type EvidenceLevel, PublicStory, type ShownPolicy, STORY_SECTIONS } from './story.schema.ts'

/** The sections of a story's Markdown, by their headings; what stands before the first is under an empty one. */
export function storySections(body: string): Map<string, string> {
  const sections = new Map<string, string>()
  for (const passage of splitPassages(body)) {
    if (passage.type === 'heading') continue
    const heading = passage.path[0] ?? ''
    const text = passage.type === 'provision' ? `${passage.heading} ${passage.markdown}` : passage.markdown
    const before = sections.get(heading)
    sections.set(heading, before === undefined ? text : `${before}\n\n${text}`)
  }
  return sections
}

/** What other writers call the sections. */
const OTHER_HEADINGS: Readonly<Record<(typeof STORY_SECTIONS)[number]['field'], RegExp>> = {
  problem: /什么情况|问题|背景|难在哪|起因|困难/,
  done: /做了什么|做法|怎么做|举措|措施|过程/,
  cost: /花了多少|成本|投入|代价/,
  failed: /没做好|不足|教训|弯路|失败|遗憾/,
  result: /结果|成效|效果|变化/,
  caution: /不要照搬|照搬|注意|适用|提醒/,
}

export type StorySectionTexts = Readonly<Record<(typeof STORY_SECTIONS)[number]['field'], string>> & {
  readonly how: string
}

/** The six parts of a story from its Markdown, as far as its headings say them; empty otherwise. */
export function sectionTexts(body: string): StorySectionTexts {
  const sections = storySections(body)
  const known = new Set<string>(STORY_SECTIONS.map(({ heading }) => heading))
  const texts = STORY_SECTIONS.map(({ field, heading }) => {
    const exact = sections.get(heading)
    if (exact !== undefined) return [field, exact] as const
    const other = [...sections.keys()].find((one) => !known.has(one) && OTHER_HEADINGS[field].test(one))
    return [field, other === undefined ? '' : (sections.get(other) ?? '')] as const
  })
  const found = Object.fromEntries(texts) as Record<(typeof STORY_SECTIONS)[number]['field'], string>
  const at = found.result.search(new RegExp(`(?:^|\n)${EVIDENCE_LABEL}`))
  if (at === -1) return { ...found, how: '' }
  const how = found.result.slice(at).trimStart().slice(EVIDENCE_LABEL.length)
  return { ...found, result: found.result.slice(0, at).trimEnd(), how: how.trim() }
}

/** What the words of a result say about how it is known, the best first. */
const KNOWN_BY: readonly (readonly [EvidenceLevel, RegExp])[] = [
  [3, /台账|名册|登记|档案|统计|备案|记录|账目|存档|报表|文件|对账|名单|后台|系统里|数据/],
  [2, /照片|视频|现场|看到|看见|实地|查看/],
  [1, /据.{0,12}说|反映|他说|她说|都说|介绍|回忆/],
]

/** Characters that are looked through: a story is a page or two, whatever a file of this kind may hold. */
const LONGEST_BODY = 200_000

/** The structured part of a story that came without one, as its headings and its item's facts say it. */
export function deriveStory(
  content: Pick<RevisionContent, 'body' | 'attachments' | 'issuer' | 'issuedOn' | 'posts'>,
): PublicStory {
  const body = content.body.slice(0, LONGEST_BODY)
  const { result, how, problem } = sectionTexts(body)
  const known = plainText(`${result}\n${how}`)
  const derived = PublicStory.safeParse({
    format: 1,
    audience: content.posts ?? [],
    happenedFrom: /(?:^|[^\d])((?:19|20)\d{2})年/.exec(problem)?.[1],
    evidence: known === '' ? 0 : (KNOWN_BY.find(([, words]) => words.test(known))?.[0] ?? 1),
    policies: policiesIn(body),
    quotes: quotesIn(body),
    media: picturesIn({ ...content, body }),
    publishedOn: content.issuedOn,
    office: content.issuer,
  })
  // A text from elsewhere may be anything: one that says nothing understandable is a story all the same.
  return derived.data ?? PublicStory.parse({ format: 1 })
}

/** Each cited provision once, in the order of the text; a policy that is cited with provisions is not also listed whole. */
export function policiesIn(body: string): ShownPolicy[] {
  const found = new Map<string, ShownPolicy>()
  for (const { title, provisions } of findCitations(plainText(body))) {
    if (provisions.length === 0) found.set(title, { title })
    for (const { provision } of provisions) {
      if (provision.length <= 60) found.set(`${title} ${provision}`, { title, provision })
    }
  }
  const detailed = new Set(
    [...found.values()].flatMap(({ title, provision }) => (provision === undefined ? [] : title)),
  )
  return [...found.values()]
    .filter(({ title, provision }) => provision !== undefined || !detailed.has(title))
    .slice(0, 50)
}

/** Quotations with the one who said them, as this library writes them. */
function quotesIn(body: string): PublicStory['quotes'] {
  const section = storySections(body).get(QUOTES_HEADING) ?? ''
  return section.split(/\n{2,}/).flatMap((block) => {
    if (!block.startsWith('>')) return []
    const lines = plainText(block)
      .split('\n')
      .map((line) => line.trim())
    const by = lines.at(-1)?.startsWith('——') ? (lines.pop() ?? '').slice(2) : ''
    const text = lines.join('\n').trim()
    return text === '' ? [] : [{ text, by }]
  })
}

/** The pictures in the order they are shown, with what stands beside them. */
function picturesIn({ body, attachments = [] }: Pick<RevisionContent, 'body' | 'attachments'>): PublicStory['media'] {
  const types = new Map(attachments.map(({ sha256, mediaType }) => [sha256, mediaType]))
  const shown = [...body.matchAll(/!\[([^\]]*)\]\(sha256:([0-9a-f]{64})\)(?:\n图：([^\n]+))?/g)]
  const pictures = shown.map(([, alternative = '', sha256 = '', caption]) => ({
    sha256,
    mediaType: types.get(sha256) ?? 'image/jpeg',
    ...(alternative !== '' && { alternative }),
    ...(caption !== undefined && { caption: plainText(caption) }),
  }))
  return [...new Map(pictures.map((picture) => [picture.sha256, picture])).values()]
}
