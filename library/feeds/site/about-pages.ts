import { createHash } from 'node:crypto'
import { chineseDate } from './chinese-dates.ts'
import { Html, html } from './html.ts'
import { page } from './layout.ts'
import type { SiteFacts, SitePage } from './site-facts.ts'

/** Who published it, when, and how anybody can make sure of that. */
export function aboutPage(facts: SiteFacts): SitePage {
  const { definition, issue, issuedAt, uri } = facts.edition
  const { signer } = facts
  const rows: [string, string | false][] = [
    ['专栏', definition.title],
    ['发布者', definition.publisher || '没有写明'],
    ['联系', definition.contact !== '' && definition.contact],
    ['给谁看', definition.audience.length > 0 && definition.audience.join('、')],
    ['期号', `第${issue}期`],
    ['日期', chineseDate(issuedAt)],
    ['专栏的编号', uri],
  ]
  const main = html`<header class="opening"><h1>关于这个专栏</h1>${definition.subtitle && html`<p>${definition.subtitle}</p>`}</header>
<section aria-label="发布"><dl class="facts wide">${rows.map(([name, value]) => value !== false && html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></section>
<section aria-labelledby="verify"><h2 id="verify">怎样核对</h2>
<p>这里的每个文件都记在清单 <a href="xinhuo-site.json">xinhuo-site.json</a> 里，清单由发布者的密钥签名。缺了、改过、多出来的文件，都能查出来：</p>
<ul>
<li>在薪火里打开“专栏”，选“核对”，再选这个文件夹；</li>
<li>或运行 <code>xinhuo feed verify 文件夹</code>。</li>
</ul>
<p>密钥的指纹应与发布者公布的一致，可以在电话里念这十二个词：</p>
<p class="fingerprint">${signer.words.join(' ')}</p>
<p>简称 <strong class="code">${signer.code}</strong>，公钥：</p>
<p class="key">${signer.publicKey}</p>
</section>
<section aria-labelledby="reading"><h2 id="reading">怎样使用</h2>
<p>整个文件夹可以拷到U盘，双击 index.html 就能看；也可以放到任何网站的任何目录下。看的时候不联网，不收集任何信息。搜索支持汉字、拼音和首字母。</p>
<p>用阅读器订阅：<a href="feed.rss">RSS</a>、<a href="feed.atom">Atom</a>、<a href="feed.json">JSON Feed</a>。</p>
</section>`
  return page(facts, { path: 'about.html', title: '关于', place: 'about.html', type: 'listing about', main })
}

/** In the page itself: whatever lies beside it, its own address may be in any folder. */
const NOT_FOUND_STYLE =
  'body{margin:15vh auto;max-width:36rem;padding:0 1.5rem;background:#faf7f1;color:#24211c;font:1.125rem/1.8 sans-serif}a{color:#a5321e}'
const NOT_FOUND_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(NOT_FOUND_STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`

/** What a web server shows for an address that leads nowhere; it may stand for a page in any folder. */
export function notFoundPage(facts: SiteFacts): SitePage {
  const { title, site } = facts.edition.definition
  const home = site.address === undefined ? 'index.html' : new URL('index.html', site.address.replace(/\/?$/, '/')).href
  const text = html`<!doctype html>
<html lang="zh-CN" translate="no">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${NOT_FOUND_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>没有这一页 · ${title}</title>
<style>${new Html(NOT_FOUND_STYLE)}</style>
</head>
<body>
<main>
<h1>没有这一页</h1>
<p>地址不对，或者这一页没有随专栏一起拷来。</p>
<p><a href="${home}">回到《${title}》的首页</a></p>
</main>
</body>
</html>
`
  return { path: '404.html', text: text.text }
}

/** Where search is; without scripts it says how else to find a story. */
export function searchPage(facts: SiteFacts, scripts: readonly string[]): SitePage {
  const main = html`<header class="opening"><h1>搜索</h1></header>
<form class="search large" role="search" aria-label="在这里搜索" action="search.html" method="get">
<input id="query" type="search" name="q" aria-label="搜索词" placeholder="汉字、拼音或首字母，例如 低保、dibao、db" maxlength="100" autocomplete="off" autofocus>
<button type="submit">搜索</button>
</form>
<p id="told" class="kicker" role="status"></p>
<ol id="found" class="found"></ol>
<noscript><p class="empty">这里的搜索要用浏览器的脚本。可以改从<a href="browse/index.html">主题、岗位、地方</a>或<a href="issues/index.html">往期</a>里找。</p></noscript>`
  return page(facts, { path: 'search.html', title: '搜索', type: 'listing searching', main, scripts })
}
