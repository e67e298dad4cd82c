import { createHash } from 'node:crypto'
import { Html, html } from '../../feeds/site/html.ts'
import type { PictureOf } from '../pptx/pack-pictures.ts'
import { hangOf } from './block-atoms.ts'
import type { Block, BlockBox, Deck, DeckPicture, Line, Run, Slide, SlideBox } from './deck.ts'
import { marksSvg } from './marks-svg.ts'
import { slidesStyle } from './slides-style.ts'

/**
 * All slides as one page for a printer: 13.333 × 7.5 inches each, in reading order, with headings and alternative
 * texts. It asks for nothing outside, and nothing runs in it but the few lines that put the pictures in their places.
 * @param pictureOf cleaned copies; asked one after another, once for each picture
 */
export async function slidesPage(deck: Deck, pictureOf: PictureOf): Promise<string> {
  const pictures = await readPictures(deck, pictureOf)
  const slides = deck.slides.map((slide, index) => slideHtml(slide, index, deck, pictures))
  return html`<!doctype html>
<html lang="zh-CN" translate="no"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${deck.title}</title>
<style>${new Html(slidesStyle(deck.look, deck.spacing))}</style></head>
<body>${slides}
<script type="application/json" id="pictures">${new Html(JSON.stringify(pictures.sources))}</script>
<script>${new Html(SCRIPT)}</script></body></html>
`.text
}

interface PagePictures {
  /** `image/jpeg;base64,…`, each once. */
  readonly sources: readonly string[]
  readonly indexOf: (picture: DeckPicture) => number | undefined
}

const keyOf = ({ sha256, blurred }: DeckPicture) => `${sha256} ${JSON.stringify(blurred ?? [])}`

async function readPictures({ slides }: Deck, pictureOf: PictureOf): Promise<PagePictures> {
  const sources: string[] = []
  const known = new Map<string, number | undefined>()
  for (const { blocks } of slides) {
    for (const block of blocks) {
      if (block.type !== 'picture' || known.has(keyOf(block.picture))) continue
      const found = await pictureOf(block.picture)
      // Only pictures are shown; what says that it is something else is not.
      const type = found && /^image\/[a-z+.-]+$/.exec(found.mediaType)?.[0]
      known.set(keyOf(block.picture), found && type ? sources.length : undefined)
      if (found && type) sources.push(`${type};base64,${Buffer.from(found.bytes).toString('base64')}`)
    }
  }
  return { sources, indexOf: (picture) => known.get(keyOf(picture)) }
}

/** A picture that stands on several slides is held once, as one blob. */
const SCRIPT = `window.documentReady = (async () => {
  const sources = JSON.parse(document.getElementById('pictures').textContent)
  const addresses = sources.map((source) => {
    const [type, data] = source.split(';base64,')
    return URL.createObjectURL(new Blob([Uint8Array.from(atob(data), (one) => one.charCodeAt(0))], { type }))
  })
  for (const image of document.images) image.src = addresses[image.dataset.picture]
  await Promise.all([...document.images].map((image) => image.decode().catch(() => {})))
  await document.fonts.ready
})()`

const POLICY = [
  "default-src 'none'",
  `script-src 'sha256-${createHash('sha256').update(SCRIPT).digest('base64')}'`,
  "style-src 'unsafe-inline'",
  'img-src blob:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

const place = ({ x, y, width, height }: SlideBox) => `left:${x}pt;top:${y}pt;width:${width}pt;height:${height}pt`

function slideHtml(slide: Slide, index: number, deck: Deck, pictures: PagePictures): Html {
  const { layout, title, kicker, frame, blocks, citations } = slide
  const isOpening = layout === 'cover' || layout === 'part' || layout === 'end'
  const below = frame.title.y + frame.title.height + (isOpening ? 14 : 8)
  const heading = html`id="title-${index}" style="${place(frame.title)};font-size:${frame.titleSize}pt"`
  return html`
<section class="slide ${layout}${isOpening ? ' opening' : ''}" aria-labelledby="title-${index}">
${isOpening && deck.theme === 'festive' && html`<div class="frame" aria-hidden="true"></div>`}
${!isOpening && deck.look.band > 0 && html`<div class="band" aria-hidden="true"></div>`}
${layout === 'cover' ? html`<h1 ${heading}>${title}</h1>` : html`<h2 ${heading}>${title}</h2>`}
${kicker !== undefined && frame.kicker && html`<p class="kicker" style="${place(frame.kicker)}">${kicker}</p>`}
<div class="rule" style="${isOpening ? `left:${frame.title.x}pt;` : ''}top:${below}pt" aria-hidden="true"></div>
${blocks.map((block, at) => {
  const box = frame.blocks[at]
  return box && blockHtml(block, box, pictures)
})}
${frame.citations && html`<div class="citations" style="${place(frame.citations)}">${citations.map(({ says }) => html`<p>${says}</p>`)}</div>`}
${layout !== 'cover' && html`<span class="number" aria-hidden="true">${index + 1}</span>`}
</section>`
}

function blockHtml(block: Block, box: BlockBox, pictures: PagePictures): Html {
  const style = `${place(box)};font-size:${box.size}pt`
  switch (block.type) {
    case 'text':
      return html`<div class="text" data-box style="${style}">${linesHtml(block.lines)}</div>`
    case 'clause':
      return html`<div class="clause" data-box style="${style}">${block.heading !== '' && html`<h3>${block.heading}</h3>`}${linesHtml(block.lines)}</div>`
    case 'quote':
      return html`<figure class="quote" data-box style="${style}"><blockquote>${linesHtml(block.lines)}</blockquote>${block.by !== undefined && html`<figcaption>——${block.by}</figcaption>`}</figure>`
    case 'picture':
      return pictureHtml(block.picture, box, pictures)
    case 'choices':
      return html`<div class="choices" data-box role="list" style="${style}">${block.choices.map(
        ({ key, lines, right }) =>
          html`<div class="choice${right === true && ' right'}" role="listitem"><span class="key">${key}</span><div class="words">${linesHtml(lines)}</div>${right === true && html`<span class="key">✓</span>`}</div>`,
      )}</div>`
    case 'table':
      return tableHtml(block, box, style)
  }
}

function tableHtml({ head, rows }: Extract<Block, { type: 'table' }>, { columns = [] }: BlockBox, style: string): Html {
  return html`<div data-box style="${style}"><table>
<colgroup>${columns.map((width) => html`<col style="width:${width}pt">`)}</colgroup>
${head.some((cell) => cell !== '') && html`<thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>`}
<tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>`
}

function pictureHtml(picture: DeckPicture, box: BlockBox, pictures: PagePictures): Html {
  const index = pictures.indexOf(picture)
  if (index === undefined) {
    const name = picture.caption ?? picture.alternative
    return html`<div class="gone" data-box style="${place(box)};font-size:${box.size}pt">（图片${name !== '' && `“${name}”`}没有放上来）</div>`
  }
  const marks = picture.marks ?? []
  const { caption } = picture
  return html`<figure class="picture" style="${place(box)}"><img data-picture="${index}" alt="${picture.alternative}">${marks.length > 0 && marksSvg(marks, box)}</figure>${caption !== undefined && box.caption && html`<p class="caption" data-box style="${place(box.caption)}">${caption}</p>`}`
}

/** Entries of a list stand in lists, so that they are read as such. */
function linesHtml(lines: readonly Line[]): Html[] {
  const groups: { readonly isList: boolean; readonly lines: Line[] }[] = []
  for (const line of lines) {
    const isList = line.marker !== undefined || line.continues === true
    const last = groups.at(-1)
    if (last && last.isList === isList) last.lines.push(line)
    else groups.push({ isList, lines: [line] })
  }
  return groups.map((group) =>
    group.isList
      ? html`<div class="line" role="list">${group.lines.map(lineHtml)}</div>`
      : html`${group.lines.map(lineHtml)}`,
  )
}

function lineHtml(line: Line): Html {
  const { runs, level, marker } = line
  const words = runs.map(runHtml)
  const quiet = runs.every(({ emphasis }) => emphasis) ? ' quiet' : ''
  if (marker === undefined) {
    const indent = hangOf(line)
    return html`<p class="line${quiet}"${indent > 0 && html` style="padding-left:${indent}em"`}>${words}</p>`
  }
  const own = hangOf({ ...line, level: 0 })
  const shown =
    marker === 'bullet'
      ? html`<span class="marker bullet" style="width:${own}em"></span>`
      : html`<span class="marker" style="width:${own}em">${marker.number}</span>`
  const inset = hangOf({ runs: [], level })
  return html`<div class="line entry${quiet}" role="listitem"${inset > 0 && html` style="padding-left:${inset}em"`}>${shown}<span class="words">${words}</span></div>`
}

function runHtml({ text, strong, emphasis }: Run): Html {
  const shown = html`${text}`
  if (strong && emphasis) return html`<b><em>${shown}</em></b>`
  if (strong) return html`<b>${shown}</b>`
  return emphasis ? html`<em>${shown}</em>` : shown
}
