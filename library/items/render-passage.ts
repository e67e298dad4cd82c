import type { Token } from 'markdown-it'
import sanitizeHtml from 'sanitize-html'
import { chineseNumber } from './chinese-number.ts'
import { markdownParser } from './markdown-parser.ts'
import type { Passage } from './passages.ts'

const SUBITEM = /^（([一二三四五六七八九十百]+)）/

/** Nothing that runs, loads or navigates outside survives; the rest is what documents are made of. */
const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: [
    ...[
      'p',
      'br',
      'h1',
      'h2',
      'h3',
      'h4',
      'h5',
      'h6',
      'ul',
      'ol',
      'li',
      'blockquote',
      'pre',
      'code',
      'hr',
      'strong',
      'em',
      's',
    ],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td', 'a', 'img'],
  ],
  allowedAttributes: {
    p: ['data-cite'],
    a: ['href'],
    img: ['data-blob', 'alt'],
    th: ['style'],
    td: ['style'],
    ol: ['start'],
  },
  allowedStyles: { '*': { 'text-align': [/^(left|right|center)$/] } },
  allowedSchemes: ['http', 'https', 'xinhuo', 'mailto'],
}

/**
 * A passage as sanitised HTML. In a provision every paragraph carries its place for citing:
 * `data-cite="第六十二条第二款第（三）项"`.
 */
export function renderPassage(passage: Passage): string {
  const tokens = markdownParser.parse(passage.markdown, {})
  if (passage.type === 'provision') markPlaces(tokens, passage.heading)
  return sanitizeHtml(markdownParser.renderer.render(tokens, markdownParser.options, {}), ALLOWED)
}

function markPlaces(tokens: readonly Token[], heading: string): void {
  const paragraphs = tokens.flatMap((token, index) => {
    if (token.type !== 'paragraph_open' || token.level !== 0) return []
    return [{ token, subitem: SUBITEM.exec(tokens[index + 1]?.content ?? '')?.[1] }]
  })
  const several = paragraphs.filter((paragraph) => paragraph.subitem === undefined).length > 1
  let clause = 0
  for (const { token, subitem } of paragraphs) {
    if (subitem === undefined) clause += 1
    const place = several && clause > 0 ? `第${chineseNumber(clause)}款` : ''
    token.attrSet('data-cite', `${heading}${place}${subitem === undefined ? '' : `第（${subitem}）项`}`)
  }
}
