import sanitizeHtml from 'sanitize-html'
import type { EditionStory } from '../feed-edition.ts'
import { chineseDate } from '../site/chinese-dates.ts'
import { coverOf } from '../site/cover-of.ts'
import { Html, html } from '../site/html.ts'
import { policyName, VALIDITY_NAMES } from '../site/policy-name.ts'
import { readStretches, type Stretch } from '../site/rich-text.ts'
import { dataAddress, type FindPrintPicture } from './print-pictures.ts'
import type { PrintedIssue } from './printed-issue.ts'
import { storyCode } from './story-code.ts'

/** Editors of official accounts keep inline styles of these kinds, and no classes. */
const STYLES: Readonly<Record<string, string>> = {
  p: 'margin:0 0 1em;line-height:1.9;text-align:justify;',
  ul: 'margin:0 0 1em;padding-left:1.6em;',
  ol: 'margin:0 0 1em;padding-left:1.6em;',
  li: 'line-height:1.9;',
  blockquote: 'margin:0 0 1em;padding:0 0 0 1em;border-left:3px solid #e2dbcd;color:#5f594f;',
  table: 'border-collapse:collapse;margin:0 0 1em;',
  th: 'border:1px solid #e2dbcd;padding:4px 8px;text-align:left;',
  td: 'border:1px solid #e2dbcd;padding:4px 8px;',
  strong: 'color:#a5321e;',
}
const TITLE = 'margin:2.2em 0 0.8em;font-size:20px;line-height:1.5;font-weight:bold;color:#24211c;'
const HEADING =
  'margin:1.6em 0 0.7em;padding-left:10px;border-left:4px solid #a5321e;font-size:17px;line-height:1.5;font-weight:bold;'
const SMALL = 'margin:0 0 1em;font-size:13px;line-height:1.7;color:#5f594f;'

/** How pictures come with the text: in it, or as a word in brackets where to put each by hand. */
export type AccountPictures = 'data' | 'named'

/**
 * An issue as one fragment of HTML with inline styles, to be copied into the editor of an official account: no scripts,
 * classes or addresses of its own.
 */
export async function accountHtml(
  printed: PrintedIssue,
  find: FindPrintPicture,
  pictures: AccountPictures,
): Promise<string> {
  const { edition, issue, at, stories, corrections, withdrawals, answers } = printed
  const { title, subtitle, publisher, contact } = edition.definition
  const parts: Html[] = []
  let number = 0
  for (const story of stories) {
    const show = async (sha256: string): Promise<Html | undefined> => {
      const picture = await find(story, sha256, 1080)
      if (!picture) return undefined
      number += 1
      const name = picture.caption || picture.alternative
      const caption =
        picture.caption === '' ? undefined : html`<p style="${SMALL}text-align:center;">${picture.caption}</p>`
      if (pictures === 'named') {
        return html`<p style="margin:0 0 1em;padding:1.5em 1em;border:1px dashed #8a8275;text-align:center;color:#5f594f;">〔此处放第${number}张图${name && `：${name}`}〕</p>${caption}`
      }
      return html`<p style="margin:0 0 0.4em;text-align:center;"><img src="${dataAddress(picture)}" alt="${picture.alternative}" style="max-width:100%;height:auto;"></p>${caption}`
    }
    parts.push(await accountStory(story, show))
  }
  return html`<section style="font-family:-apple-system,'PingFang SC','Microsoft YaHei',sans-serif;font-size:16px;color:#24211c;">
<p style="${SMALL}text-align:center;">${title} · 第${issue}期 · ${chineseDate(at)}${subtitle && html`<br>${subtitle}`}</p>
${parts}${[...corrections, ...withdrawals].map(
  ({
    type,
    title: of,
    note,
  }) => html`<p style="margin:0 0 1em;padding:0.8em 1em;background:#f8ebcf;line-height:1.8;"><strong>${type === 'correction' ? '更正' : '撤回'}</strong> 《${of}》${note && `：${note}`}</p>
`,
)}${
  answers.length > 0 &&
  html`<p style="${TITLE}">答读者</p>
${answers.map(
  ({
    question,
    answer,
  }) => html`<p style="margin:0 0 0.4em;font-weight:bold;line-height:1.8;">问：${question}</p><p style="${STYLES.p}">${answer}</p>
`,
)}`
}<p style="${SMALL}border-top:1px solid #e2dbcd;padding-top:1em;">${publisher}${contact && html`<br>${contact}`}</p>
</section>
`.text
}

async function accountStory(story: EditionStory, show: (sha256: string) => Promise<Html | undefined>): Promise<Html> {
  const { content, story: facts } = story
  const cover = coverOf(story)
  const shown = new Set<string>(cover === undefined ? [] : [cover])
  const body: (Html | undefined)[] = [cover === undefined ? undefined : await show(cover)]
  for (const stretch of readStretches(content.body)) {
    if (stretch.type === 'picture') {
      if (shown.has(stretch.sha256)) continue
      shown.add(stretch.sha256)
      body.push(await show(stretch.sha256))
    } else body.push(wordsOf(stretch))
  }
  for (const { sha256 } of story.pictures) if (!shown.has(sha256)) body.push(await show(sha256))
  const facts_ = [facts.themes.join('、'), (content.places ?? []).join(' '), content.label].filter(Boolean).join(' · ')
  return html`<p style="${TITLE}">${content.title}</p>
${
  facts_ !== '' &&
  html`<p style="${SMALL}">${facts_}</p>
`
}${
  content.description &&
  html`<p style="${STYLES.p}color:#5f594f;">${content.description}</p>
`
}${body}${facts.quotes.map(
  ({
    text,
    by,
  }) => html`<p style="margin:1em 0;padding:0 1em;font-size:17px;line-height:1.8;color:#a5321e;">“${text}”<br><span style="font-size:13px;color:#5f594f;">——${by}</span></p>
`,
)}${
  story.policies.length > 0 &&
  html`<p style="${HEADING}">这里用到的政策</p>
${story.policies.map(
  (
    policy,
  ) => html`<p style="${STYLES.p}">${policyName(policy)}${policy.validity && `（${VALIDITY_NAMES[policy.validity]}）`}${policy.note && `：${policy.note}`}</p>
`,
)}`
}<p style="${SMALL}">故事编号 ${storyCode(story.id)}，来信请写上它。</p>
`
}

function wordsOf(stretch: Exclude<Stretch, { type: 'picture' }>): Html {
  if (stretch.type === 'heading')
    return html`<p style="${HEADING}">${stretch.text}</p>
`
  return new Html(styled(stretch.html.text))
}

/** Sanitised once more while each tag gets its style, so that nothing else can come with it. */
const styled = (text: string): string =>
  sanitizeHtml(text, {
    allowedTags: [...Object.keys(STYLES), 'em', 's', 'br', 'tr', 'tbody', 'thead'],
    allowedAttributes: { '*': ['style'] },
    transformTags: {
      '*': (tagName) => ({ tagName, attribs: STYLES[tagName] === undefined ? {} : { style: STYLES[tagName] } }),
    },
  })
