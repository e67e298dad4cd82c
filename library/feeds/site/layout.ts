import { type Html, html, plainText } from './html.ts'
import type { SiteFacts, SitePage } from './site-facts.ts'

/**
 * Nothing runs, loads or is sent but what lies beside the page, from a folder opened by double-click as from a web
 * server. Chromium takes `'self'` for every file of a `file:` page; scripts and styles in the page itself stay forbidden.
 */
export const SITE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "media-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join('; ')

const places = [
  { path: 'index.html', says: '最新一期' },
  { path: 'issues/index.html', says: '往期' },
  { path: 'browse/index.html', says: '按主题、岗位、地方看' },
  { path: 'answers.html', says: '答读者' },
  { path: 'changes.html', says: '更正与撤回' },
  { path: 'about.html', says: '关于' },
] as const

export interface PageParts {
  readonly path: string
  /** Before the column's own title in the window's title. */
  readonly title?: string | undefined
  readonly description?: string | undefined
  /** The place of the masthead it belongs to. */
  readonly place?: (typeof places)[number]['path'] | undefined
  readonly main: Html
  /** Of `<main>`, for its styles. */
  readonly type: string
  /** Scripts of this page alone, from the root. */
  readonly scripts?: readonly string[] | undefined
}

/** The way from a page back to the site's root: empty, or `../`. */
export const rootOf = (path: string): string => '../'.repeat(path.split('/').length - 1)

/** A page of the site, whole. The same on every page but for its own words, so that a new issue changes few files. */
export function page({ edition, assets }: SiteFacts, parts: PageParts): SitePage {
  const { title, publisher, contact, site } = edition.definition
  const root = rootOf(parts.path)
  const description = parts.description && plainText(parts.description).replace(/\s+/g, ' ').slice(0, 200)
  const text = html`<!doctype html>
<html lang="zh-CN" class="theme-${site.theme}" translate="no">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${SITE_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${parts.title ? `${parts.title} · ${title}` : title}</title>
${description ? html`<meta name="description" content="${description}">\n` : ''}<link rel="icon" href="${root}${assets.icon}" type="image/svg+xml">
<link rel="stylesheet" href="${root}${assets.style}">
<link rel="alternate" type="application/rss+xml" title="${title}" href="${root}feed.rss">
<link rel="alternate" type="application/atom+xml" title="${title}" href="${root}feed.atom">
<link rel="alternate" type="application/feed+json" title="${title}" href="${root}feed.json">
<script src="${root}${assets.script}" defer></script>
${(parts.scripts ?? []).map((script) => html`<script src="${root}${script}" defer></script>\n`)}</head>
<body>
<a class="skip" href="#main">跳到正文</a>
<header class="masthead">
<div class="masthead-top">
<a class="column" href="${root}index.html">${title}</a>
<form class="search" role="search" aria-label="全部故事" action="${root}search.html" method="get">
<input type="search" name="q" aria-label="搜索故事" placeholder="搜索故事，可用拼音" maxlength="100" autocomplete="off">
<button type="submit">搜索</button>
</form>
</div>
<nav aria-label="专栏">
<ul>
${places.map(
  ({ path, says }) =>
    html`<li><a href="${root}${path}"${parts.place === path ? html` aria-current="page"` : ''}>${says}</a></li>\n`,
)}</ul>
</nav>
</header>
<main id="main" class="${parts.type}" tabindex="-1">
${parts.main}
</main>
<footer class="colophon">
<p>${publisher && html`<span>${publisher}</span>`}${contact && html`<span>${contact}</span>`}</p>
<p><a href="${root}about.html">发布者、日期与核对方法</a><a href="${root}feed.rss">RSS</a><a href="${root}feed.atom">Atom</a><a href="${root}feed.json">JSON Feed</a><a href="${root}columns.opml">全部专栏（OPML）</a></p>
</footer>
</body>
</html>
`
  return { path: parts.path, text: text.text }
}
