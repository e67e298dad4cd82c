import { STORY_SECTIONS } from '../../stories/story.schema.ts'
import type { EditionPolicy, EditionStory } from '../feed-edition.ts'
import type { FeedEntry } from '../feed-view.ts'
import { storyCode } from '../print/story-code.ts'
import { browsePath } from './browse-paths.ts'
import { chineseDate, chineseSpan } from './chinese-dates.ts'
import { coverOf } from './cover-of.ts'
import { figure, film } from './figure.ts'
import { type Html, html } from './html.ts'
import { page, rootOf } from './layout.ts'
import { policyName, VALIDITY_NAMES } from './policy-name.ts'
import { readStretches, type Stretch, sanitized } from './rich-text.ts'
import type { SiteFacts, SitePage } from './site-facts.ts'
import type { SiteStory } from './site-story.ts'

const fieldOf = new Map(STORY_SECTIONS.map(({ field, heading }) => [heading as string, field]))
const EVIDENCE = ['', '据讲述', '有人看到，或有照片', '有文件、台账或统计可查']

/** A story's page: whole, or with what is to be said of it since it was withdrawn. */
export function storyPage(facts: SiteFacts, shown: SiteStory, neighbours: Neighbours): SitePage {
  const root = rootOf(shown.path)
  const kicker = html`<p class="kicker"><a href="${root}issues/${shown.issue}.html">第${shown.issue}期</a><time datetime="${shown.publishedAt}">${chineseDate(shown.publishedAt)}</time></p>`
  const { story } = shown
  const main = story
    ? html`<article class="story">${wholeStory(facts, root, shown, story, kicker)}</article>${around(root, neighbours)}`
    : html`<article class="story withdrawn">
<header>${kicker}<h1>${shown.title}</h1></header>
${withdrawnNotice(shown.withdrawal)}
</article>${around(root, neighbours)}`
  return page(facts, {
    path: shown.path,
    title: shown.title,
    description: story?.content.description,
    type: 'reading',
    main,
  })
}

export interface Neighbours {
  readonly before?: SiteStory | undefined
  readonly after?: SiteStory | undefined
}

function wholeStory(facts: SiteFacts, root: string, shown: SiteStory, edition: EditionStory, kicker: Html): Html {
  const { content, story } = edition
  const mediumOf = new Map(story.media.map((medium) => [medium.sha256, medium]))
  const stretches = readStretches(content.body)
  const inText = new Set(stretches.flatMap((one) => (one.type === 'picture' ? [one.sha256] : [])))
  const cover = coverOf(edition)
  const show = (sha256: string, alt?: string) => figure(facts, root, { sha256, alt, medium: mediumOf.get(sha256) })
  const atEnd = edition.pictures.filter(({ sha256 }) => sha256 !== cover && !inText.has(sha256))
  const films = [...new Set([...story.media, ...(content.attachments ?? [])].map(({ sha256 }) => sha256))]
  return html`<header>
${kicker}<h1>${shown.title}</h1>
${content.description && html`<p class="summary">${content.description}</p>\n`}${whoWhereWhen(root, edition)}</header>
${correctionNotices(shown.corrections)}${cover && figure(facts, root, { sha256: cover, medium: mediumOf.get(cover) }, { eager: true, className: 'picture cover' })}<div class="text">
${writeText(stretches, cover, show, quotesOf(edition))}</div>
${atEnd.length > 0 && html`<section class="pictures" aria-label="更多图片">${atEnd.map(({ sha256 }) => show(sha256))}</section>\n`}${films.map((sha256) => film(facts, root, sha256, mediumOf.get(sha256)))}${policies(edition.policies)}${howItIsKnown(facts, edition)}${feedback(facts, edition.id)}`
}

/** The text under its headings; what was said stands after what was done. */
function writeText(
  stretches: readonly Stretch[],
  cover: string | undefined,
  show: (sha256: string, alt?: string) => Html | undefined,
  quotes: Html | undefined,
): Html {
  const parts: { field?: string | undefined; heading?: Stretch & { type: 'heading' }; body: (Html | undefined)[] }[] = [
    { body: [] },
  ]
  for (const stretch of stretches) {
    if (stretch.type === 'heading' && stretch.level <= 2) {
      parts.push({ field: fieldOf.get(stretch.text), heading: stretch, body: [] })
      continue
    }
    const last = parts.at(-1)
    if (stretch.type === 'heading') last?.body.push(html`<h3>${stretch.text}</h3>\n`)
    else if (stretch.type === 'words') last?.body.push(html`${stretch.html}\n`)
    else if (stretch.sha256 !== cover) last?.body.push(show(stretch.sha256, stretch.alt))
  }
  const after = parts.some(({ field }) => field === 'done') ? 'done' : undefined
  const written = parts
    .filter(({ heading, body }) => heading || body.length > 0)
    .map(
      (
        { field, heading, body },
        index,
      ) => html`<section${field && html` class="part-${field}"`}${heading && html` aria-labelledby="part-${index}"`}>
${heading && html`<h2 id="part-${index}">${heading.text}</h2>\n`}${body}${field !== undefined && field === after && quotes}</section>
`,
    )
  return html`${written}${after === undefined && quotes}`
}

function quotesOf({ story }: EditionStory): Html | undefined {
  if (story.quotes.length === 0) return undefined
  return html`${story.quotes.map(({ text, by }) => html`<figure class="quote"><blockquote><p>${text}</p></blockquote><figcaption>——${by}</figcaption></figure>\n`)}`
}

function whoWhereWhen(root: string, { content, story }: EditionStory): Html {
  const links = (type: 'theme' | 'post' | 'place', values: readonly string[]) =>
    values.map((value, index) => html`${index > 0 && '、'}<a href="${root}${browsePath(type, value)}">${value}</a>`)
  const heroes = story.people
    .filter(({ part }) => part === 'hero')
    .map(({ name, post }) => (post ? `${name}（${post}）` : name))
  const when = chineseSpan(story.happenedFrom, story.happenedTo)
  const rows: [string, Html | string | readonly Html[] | undefined][] = [
    ['主题', story.themes.length > 0 ? links('theme', story.themes) : undefined],
    ['地方', content.places?.length ? links('place', content.places) : undefined],
    ['岗位', content.posts?.length ? links('post', content.posts) : undefined],
    ['主人公', heroes.length > 0 ? heroes.join('、') : undefined],
    ['时间', when],
  ]
  const known = rows.filter(([, value]) => value !== undefined)
  return html`${content.label && html`<p class="label">${content.label}</p>\n`}${known.length > 0 && html`<dl class="facts">${known.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>\n`}`
}

const correctionNotices = (corrections: readonly FeedEntry[]) =>
  corrections.length > 0 &&
  html`<aside class="notice" aria-label="更正">${corrections.map(({ note, publishedAt }) => html`<p><strong>更正</strong>（${chineseDate(publishedAt)}）${note && html`：${note}`}</p>`)}</aside>\n`

function withdrawnNotice(withdrawal: FeedEntry | undefined): Html {
  if (!withdrawal) return html`<aside class="notice"><p>这个故事现在不能显示。</p></aside>`
  return html`<aside class="notice"><p><strong>已撤回</strong>（${chineseDate(withdrawal.publishedAt)}）。这里原来的故事不再提供，请不要再引用。</p>${withdrawal.note && html`<p>原因：${withdrawal.note}</p>`}</aside>`
}

function policies(shown: readonly EditionPolicy[]): Html | undefined {
  if (shown.length === 0) return undefined
  return html`<section class="policies" aria-labelledby="policies">
<h2 id="policies">这里用到的政策</h2>
${shown.map(
  (policy, index) => html`<section class="policy" aria-labelledby="policy-${index + 1}">
<h3 id="policy-${index + 1}">${policyName(policy)}${policy.validity && html` <span class="validity validity-${policy.validity}">${VALIDITY_NAMES[policy.validity]}</span>`}</h3>
${policy.effectiveFrom && html`<p class="since">${chineseDate(policy.effectiveFrom)}起施行</p>\n`}${policy.note && html`<p class="note">${policy.note}</p>\n`}${policy.html !== undefined && policy.html.trim() !== '' ? html`<blockquote class="provision">${provisionText(policy.html)}</blockquote>` : html`<p class="note">条文以发文机关公布的为准。</p>`}
</section>
`,
)}</section>
`
}

const provisions = new Map<string, Html>()
/** The same provisions stand in many stories. */
function provisionText(text: string): Html {
  let known = provisions.get(text)
  if (!known) {
    if (provisions.size > 2000) provisions.clear()
    known = sanitized(text)
    provisions.set(text, known)
  }
  return known
}

function howItIsKnown({ edition }: SiteFacts, { story, publishedOn }: EditionStory): Html {
  const { total, verified } = story.sources
  const lines = [
    EVIDENCE[story.evidence] && `结果：${EVIDENCE[story.evidence]}`,
    total > 0 && `来源 ${total} 处，${verified === total ? '都已核实' : `${verified} 处已核实`}`,
    `发布：${story.office || edition.definition.publisher || edition.definition.title}，${chineseDate(publishedOn)}`,
    story.reviewOn && `${chineseDate(story.reviewOn)}以前会再核对一次`,
  ]
  return html`<section class="known" aria-label="怎么知道的"><ul>${lines.map((line) => line && html`<li>${line}</li>`)}</ul></section>\n`
}

function feedback({ edition }: SiteFacts, storyId: string): Html {
  const { contact, publisher } = edition.definition
  const where = contact || (publisher ? `请告诉${publisher}` : '请告诉发给您的人')
  return html`<aside class="feedback" aria-label="反馈"><p>这个故事对您有用吗？哪里不对、还想知道什么，都欢迎说一声：${where}。来信请写故事编号 <strong class="code">${storyCode(storyId)}</strong>，提的问题会在下一期答复。</p></aside>\n`
}

function around(root: string, { before, after }: Neighbours): Html | undefined {
  if (!before && !after) return undefined
  const link = (to: SiteStory | undefined, says: string, className: string) =>
    to && html`<a class="${className}" href="${root}${to.path}"><small>${says}</small>${to.title}</a>`
  return html`
<nav class="around" aria-label="同一期的故事">${link(before, '上一篇', 'before')}${link(after, '下一篇', 'after')}</nav>`
}
