import { createHash } from 'node:crypto'
import { plainText as wordsOfMarkdown } from '../../items/plain-text.ts'
import type { DocumentPrinter } from '../../printing/document-printer.ts'
import { printUnavailable } from '../../printing/print-error.ts'
import type { EditionStory, FeedEdition } from '../feed-edition.ts'
import { chineseDate } from '../site/chinese-dates.ts'
import { coverOf } from '../site/cover-of.ts'
import { Html, html } from '../site/html.ts'
import { dataAddress, type FindPrintPicture, type PrintPicture } from './print-pictures.ts'
import { storyBlocks } from './story-blocks.ts'
import { storyCode } from './story-code.ts'

/** Pixels across for A3 at 150 dots an inch. */
const SHARP = 1760
/** What is told in a few sentences, under the words it is told by. */
const TOLD = [
  { heading: '什么情况', says: '什么情况' },
  { heading: '做了什么', says: '做了什么' },
  { heading: '结果怎么样，怎么知道的', says: '结果' },
  { heading: '什么情况下不要照搬', says: '不要照搬' },
] as const
const LONGEST = 76

/**
 * A story as a poster for the notice board: A3 upright, its picture large, what can be read from two metres.
 * @throws {PrintError} PRINT_UNAVAILABLE where no browser can print
 */
export async function poster(
  edition: FeedEdition,
  story: EditionStory,
  find: FindPrintPicture,
  printer: Pick<DocumentPrinter, 'pageToPdf'>,
): Promise<Uint8Array> {
  if (!printer.pageToPdf) throw printUnavailable()
  const cover = coverOf(story)
  const picture = cover === undefined ? undefined : await find(story, cover, SHARP)
  return printer.pageToPdf(posterPage(edition, story, picture), story.content.title)
}

/** The poster as a page that nothing outside is asked for, and nothing runs in but its own few lines. */
export function posterPage(
  { definition, issue }: FeedEdition,
  story: EditionStory,
  picture: PrintPicture | undefined,
): string {
  const { content, story: facts } = story
  const sections = sectionsOf(content.body)
  const told = TOLD.flatMap(({ heading, says }) => {
    const text = firstSentences(sections.get(heading) ?? '')
    return text === '' ? [] : [{ says, text, isCaution: says === '不要照搬' }]
  })
  const upright = picture !== undefined && picture.height > picture.width
  const quote = facts.quotes[0]
  return html`<!doctype html>
<html lang="zh-CN" translate="no"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${SCRIPT_POLICY}">
<title>${content.title}</title>
<style>${new Html(STYLE)}</style></head>
<body class="${picture ? (upright ? 'upright' : 'across') : 'words-only'}">
<header><span class="column">${definition.title}</span><span>${[content.label, `第${issue}期`].filter(Boolean).join(' · ')}</span></header>
${picture && html`<figure><img src="${dataAddress(picture)}" alt="${picture.alternative}"></figure>`}
<main><h1>${content.title}</h1>
${content.description && html`<p class="summary">${content.description}</p>`}
<dl>${told.map(({ says, text, isCaution }) => html`<div${isCaution && html` class="caution"`}><dt>${says}</dt><dd>${text}</dd></div>`)}</dl>
${quote && html`<blockquote>“${quote.text}”<small>——${quote.by}</small></blockquote>`}</main>
<footer><span>${[facts.themes.join('、'), (content.places ?? []).join(' ')].filter(Boolean).join('　')}</span><span>${definition.publisher}　${chineseDate(story.publishedOn)}</span><span>编号 ${storyCode(story.id)}</span></footer>
<script>${new Html(SCRIPT)}</script></body></html>
`.text
}

function sectionsOf(body: string): Map<string, string> {
  const sections = new Map<string, string>()
  let heading = ''
  for (const block of storyBlocks(body)) {
    if (block.type === 'heading' && block.level <= 2) heading = block.text
    else if (block.type === 'paragraph') {
      const mark = block.mark === undefined || block.mark === '·' ? '' : block.mark
      const text = `${mark}${block.runs.map((run) => run.text).join('')}`
      sections.set(heading, `${sections.get(heading) ?? ''}${text}`)
    }
  }
  return sections
}

/** As many whole sentences as are read in passing; a first one that is longer is cut where it pauses. */
function firstSentences(text: string): string {
  const sentences =
    wordsOfMarkdown(text)
      .replace(/\s+/g, ' ')
      .match(/[^。！？；]+[。！？；]?/g) ?? []
  let taken = ''
  for (const sentence of sentences) {
    if (taken !== '' && taken.length + sentence.length > LONGEST) break
    taken += sentence
  }
  if (taken.length <= LONGEST * 1.4) return taken.replace(/；$/, '。')
  const pause = Math.max(...['，', '、', '：', '；'].map((mark) => taken.lastIndexOf(mark, LONGEST)))
  return `${taken.slice(0, pause > 20 ? pause : LONGEST).toWellFormed()}……`
}

/**
 * Type is made smaller until everything stands on the sheet, but not below what is read from two metres: before that,
 * what matters least goes, the caution never.
 */
const SCRIPT = `window.documentReady = (async () => {
  await Promise.all([...document.images].map((image) => image.decode().catch(() => {})))
  await document.fonts.ready
  const main = document.querySelector('main')
  const fits = (from, to) => {
    for (let scale = from; scale >= to; scale -= 0.03) {
      document.documentElement.style.setProperty('--scale', scale)
      if (main.scrollHeight <= main.clientHeight + 1) return true
    }
    return false
  }
  for (const least of ['', 'blockquote', 'dl > div:nth-child(1):not(.caution)', '.summary']) {
    if (least !== '') document.querySelector(least)?.remove()
    if (fits(1.3, 0.88)) return
  }
  fits(0.88, 0.5)
})()`
const SCRIPT_POLICY = [
  "default-src 'none'",
  `script-src 'sha256-${createHash('sha256').update(SCRIPT).digest('base64')}'`,
  "style-src 'unsafe-inline'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

const STYLE = `
@page { size: 297mm 420mm; margin: 0; }
* { box-sizing: border-box; margin: 0; padding: 0; }
html { --scale: 1; }
body { width: 297mm; height: 420mm; overflow: hidden; display: grid; grid-template-columns: 100%; background: #faf7f1; color: #24211c;
  font-family: 'Noto Sans CJK SC', 'Source Han Sans SC', 'Microsoft YaHei', 'SimHei', sans-serif; line-break: strict; text-spacing-trim: trim-start;
  -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body.across { grid-template-rows: 22mm 168mm minmax(0, 1fr) 18mm; }
body.upright { grid-template-rows: 22mm 205mm minmax(0, 1fr) 18mm; }
body.words-only { grid-template-rows: 22mm minmax(0, 1fr) 18mm; }
header { display: flex; align-items: center; justify-content: space-between; padding: 0 18mm; background: #a5321e; color: #fdf6ea; font-size: 20pt; }
.column { font-family: 'Noto Serif CJK SC', 'Source Han Serif SC', 'STZhongsong', 'SimSun', serif; font-size: 30pt; font-weight: 700; letter-spacing: 0.08em; }
figure { overflow: hidden; background: #e2dbcd; }
img { display: block; width: 100%; height: 100%; object-fit: cover; object-position: 50% 35%; }
body.upright img { object-fit: contain; }
main { overflow: hidden; padding: 11mm 18mm 0; }
h1 { font-family: 'Noto Serif CJK SC', 'Source Han Serif SC', 'STZhongsong', 'SimSun', serif; font-size: calc(66pt * var(--scale)); line-height: 1.28; text-wrap: balance; }
body.words-only main { padding-top: 30mm; }
body.words-only h1 { font-size: calc(84pt * var(--scale)); }
.summary { margin-top: 5mm; font-size: calc(33pt * var(--scale)); line-height: 1.5; color: #5f594f; text-wrap: pretty; }
dl { margin-top: 8mm; }
dl div { display: grid; grid-template-columns: 6.2em 1fr; gap: 0 0.6em; padding: 3mm 0; border-top: 0.5mm solid #e2dbcd; font-size: calc(29pt * var(--scale)); line-height: 1.5; }
dt { font-weight: 700; color: #a5321e; }
.caution { margin-top: 3mm; padding: 3mm 5mm; border: 0; background: #f6e5de; }
blockquote { margin-top: 6mm; font-family: 'Noto Serif CJK SC', 'Source Han Serif SC', 'KaiTi', 'SimSun', serif; font-size: calc(34pt * var(--scale)); line-height: 1.5; color: #a5321e; }
blockquote small { display: block; text-align: right; font-size: 0.7em; color: #5f594f; }
footer { display: flex; align-items: center; justify-content: space-between; gap: 1em; padding: 0 18mm; border-top: 0.5mm solid #e2dbcd; font-size: 17pt; color: #5f594f; }
`
