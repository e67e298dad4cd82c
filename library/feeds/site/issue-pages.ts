import type { FeedEntry } from '../feed-view.ts'
import { chineseDate } from './chinese-dates.ts'
import { type Html, html } from './html.ts'
import { page, rootOf } from './layout.ts'
import type { SiteFacts, SitePage } from './site-facts.ts'
import { ANSWERS_PATH, type SiteIssue, storyPath } from './site-story.ts'
import { storyCard } from './story-card.ts'

/** The first page: the newest issue, with large pictures. */
export function indexPage(facts: SiteFacts): SitePage {
  const [newest, former] = facts.issues
  const { subtitle } = facts.edition.definition
  const heading = newest
    ? html`<h1>第${newest.issue}期</h1><p class="kicker"><time datetime="${newest.at}">${chineseDate(newest.at)}</time></p>`
    : html`<h1>${facts.edition.definition.title}</h1>`
  const intro = html`<header class="opening">${heading}${subtitle && html`<p>${subtitle}</p>`}</header>`
  const main = newest
    ? html`${intro}
${issueBody(facts, '', newest)}
${former && html`<p class="more"><a href="${former.path}">上一期：第${former.issue}期</a><a href="issues/index.html">全部往期</a></p>`}`
    : html`${intro}<p class="empty">第一期正在准备。</p>`
  return page(facts, { path: 'index.html', place: 'index.html', type: 'front', main, description: subtitle })
}

export function issuePage(facts: SiteFacts, issue: SiteIssue, newer?: SiteIssue, older?: SiteIssue): SitePage {
  const root = rootOf(issue.path)
  const main = html`<header class="opening"><h1>第${issue.issue}期</h1><p class="kicker"><time datetime="${issue.at}">${chineseDate(issue.at)}</time></p></header>
${issueBody(facts, root, issue)}
<nav class="around" aria-label="前后各期">${older && html`<a class="before" href="${root}${older.path}"><small>上一期</small>第${older.issue}期</a>`}${newer && html`<a class="after" href="${root}${newer.path}"><small>下一期</small>第${newer.issue}期</a>`}</nav>`
  return page(facts, { path: issue.path, title: `第${issue.issue}期`, type: 'front', main })
}

export function archivePage(facts: SiteFacts): SitePage {
  const main = html`<header class="opening"><h1>往期</h1></header>
<ol class="issues" reversed>
${facts.issues.map(({ issue, path, at, stories, corrections, withdrawals, answers }) => {
  const also = [
    corrections.length > 0 && '有更正',
    withdrawals.length > 0 && '有撤回',
    answers.length > 0 && '有答复',
  ].filter(Boolean)
  return html`<li><h2><a href="../${path}">第${issue}期</a> <small><time datetime="${at}">${chineseDate(at)}</time>${also.map((word) => ` · ${word}`)}</small></h2>
${stories.length > 0 && html`<ul class="lines">${stories.map((story) => html`<li><a href="../${story.path}">${story.title}</a>${story.withdrawal && html` <span class="gone">已撤回</span>`}</li>`)}</ul>`}</li>
`
})}</ol>`
  return page(facts, { path: 'issues/index.html', title: '往期', place: 'issues/index.html', type: 'listing', main })
}

function issueBody(facts: SiteFacts, root: string, issue: SiteIssue): Html {
  const [lead, ...rest] = issue.stories
  const level = lead ? html`<h2>这一期还有</h2>` : undefined
  return html`${lead && storyCard(facts, root, lead, 'lead')}
${rest.length > 0 && html`<section class="cards" aria-label="这一期的故事">${rest.map((story) => storyCard(facts, root, story, 'card'))}</section>`}
${(issue.corrections.length > 0 || issue.withdrawals.length > 0) && html`<section class="changes" aria-label="更正与撤回">${level}${[...issue.corrections, ...issue.withdrawals].map((entry) => changeLine(root, entry))}</section>`}
${issue.answers.map((entry) => answers(facts, entry))}`
}

/** One line for what was corrected or withdrawn, where it can be read. */
export function changeLine(root: string, { type, title, note, storyId, publishedAt }: FeedEntry): Html {
  const name =
    storyId === undefined ? html`《${title}》` : html`<a href="${root}${storyPath(storyId)}">《${title}》</a>`
  return html`<p class="change"><strong>${type === 'correction' ? '更正' : '撤回'}</strong> ${name}${note && html`：${note}`} <small>${chineseDate(publishedAt)}</small></p>\n`
}

/** What readers asked, and what the office says. */
export function answers({ edition }: SiteFacts, entry: FeedEntry): Html {
  const said = edition.answers.get(entry.id) ?? []
  return html`<section class="answers" id="issue-${entry.issue}" aria-labelledby="answers-${entry.issue}"><h2 id="answers-${entry.issue}">${entry.title || '答读者'}</h2>
${said.map(({ question, answer }) => html`<div class="answer"><p class="question">${question}</p>${answer.split(/\n+/).map((line) => html`<p>${line}</p>`)}</div>\n`)}</section>
`
}

export function answersPage(facts: SiteFacts): SitePage {
  const entries = facts.edition.entries.filter(({ type }) => type === 'answers')
  const main = html`<header class="opening"><h1>答读者</h1></header>
${entries.length === 0 ? html`<p class="empty">还没有读者来信。每个故事的末尾写着怎样联系我们，来信会在下一期答复。</p>` : entries.map((entry) => html`<p class="kicker"><a href="issues/${entry.issue}.html">第${entry.issue}期</a><time datetime="${entry.publishedAt}">${chineseDate(entry.publishedAt)}</time></p>${answers(facts, entry)}`)}`
  return page(facts, { path: ANSWERS_PATH, title: '答读者', place: 'answers.html', type: 'listing', main })
}

export function changesPage(facts: SiteFacts): SitePage {
  const entries = facts.edition.entries.filter(({ type }) => type === 'correction' || type === 'withdrawal')
  const main = html`<header class="opening"><h1>更正与撤回</h1><p>发出去的故事有不对的地方，就在原来的位置写明，并记在这里。</p></header>
<section class="changes" aria-label="更正与撤回">${entries.length === 0 ? html`<p class="empty">到现在没有更正，也没有撤回。</p>` : entries.map((entry) => changeLine('', entry))}</section>`
  return page(facts, { path: 'changes.html', title: '更正与撤回', place: 'changes.html', type: 'listing', main })
}
