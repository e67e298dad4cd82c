import type { Token } from 'markdown-it'
import sanitizeHtml from 'sanitize-html'
import { markdownParser, pictureBlob } from '../../items/markdown-parser.ts'
import { Html, plainText } from './html.ts'

/** A stretch of a story's text: a heading, words, or a picture on its own. */
export type Stretch =
  | { readonly type: 'heading'; readonly text: string; readonly level: number }
  | { readonly type: 'words'; readonly html: Html }
  | { readonly type: 'picture'; readonly sha256: string; readonly alt: string }

const PHRASING = ['strong', 'em', 's', 'code', 'br', 'a', 'span']
const BLOCKS = ['p', 'ul', 'ol', 'li', 'blockquote', 'pre', 'hr', 'table', 'thead', 'tbody', 'tr', 'th', 'td']

/** Nothing that runs or loads survives; links lead only to pages outside, and say nothing of where they were. */
const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: [...PHRASING, ...BLOCKS],
  allowedAttributes: { a: ['href', 'rel'], ol: ['start'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  transformTags: {
    // What leads nowhere outside, such as a link within the library, is left as its words.
    a: (_name, { href }) =>
      isOutside(href)
        ? { tagName: 'a', attribs: { href: href ?? '', rel: 'noreferrer noopener' } }
        : { tagName: 'span', attribs: {} },
  },
}
const isOutside = (href: string | undefined) => href !== undefined && /^(https?:\/\/|mailto:)/i.test(href)

/** Anybody's HTML, with only what texts are made of left. */
export const sanitized = (text: string): Html => new Html(sanitizeHtml(plainText(text), ALLOWED))

/** Between stretches, so that a whole story is sanitised at once; no text has it, since it is taken out before. */
const SEAM = '\ue000'
const SEAMS = /\ue000/g

/** A story's Markdown, cut at its headings and pictures, and sanitised. */
export function readStretches(markdown: string): Stretch[] {
  const tokens = markdownParser.parse(plainText(markdown).replace(SEAMS, ''), {})
  const cut: (Stretch | { readonly type: 'unsafe' })[] = []
  let rendered = ''
  let open: Token[] = []
  const close = () => {
    if (open.length === 0) return
    const text = markdownParser.renderer.render(open, markdownParser.options, {})
    open = []
    if (text.trim() === '' || text.trim() === '<p></p>') return
    rendered += `${text}${SEAM}`
    cut.push({ type: 'unsafe' })
  }
  let pictures: Stretch[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token
    if (token.type === 'heading_open' && token.level === 0) {
      close()
      cut.push({ type: 'heading', text: wordsOf(tokens[at + 1]), level: Number(token.tag.slice(1)) })
      at += 2
      continue
    }
    pictures.push(...takePictures(token))
    open.push(token)
    if (token.level > 0 || token.nesting > 0 || pictures.length === 0) continue
    close()
    cut.push(...pictures)
    pictures = []
  }
  close()
  const safe = sanitizeHtml(rendered, ALLOWED).split(SEAM)
  let next = 0
  return cut.map((one) =>
    one.type === 'unsafe' ? { type: 'words', html: new Html((safe[next++] ?? '').trim()) } : one,
  )
}

/** Takes the pictures out of a block: they stand after it, as figures. */
function takePictures(token: Token): Stretch[] {
  if (!token.children) return []
  const found: Stretch[] = []
  token.children = token.children.filter((child, index, all) => {
    if (child.type === 'image') {
      const sha256 = pictureBlob(child)
      if (sha256 === undefined) return true
      found.push({ type: 'picture', sha256, alt: child.content })
      return false
    }
    // The line end that only parted a picture from the words goes with it.
    const isBreak = child.type === 'softbreak' || child.type === 'hardbreak'
    return !(isBreak && (isPicture(all[index - 1]) || isPicture(all[index + 1])))
  })
  return found
}

const isPicture = (token: Token | undefined) => token?.type === 'image' && pictureBlob(token) !== undefined

const wordsOf = (inline: Token | undefined): string =>
  (inline?.children ?? [])
    .map((child) =>
      child.type === 'text' || child.type === 'code_inline' || child.type === 'image' ? child.content : ' ',
    )
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
