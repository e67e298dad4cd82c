import sanitizeHtml from 'sanitize-html'
import TurndownService from 'turndown'
import { escapeMarkdown } from './escape-markdown.ts'
import { addTableRules } from './html-tables.ts'
import { normaliseMarkdown, normaliseText } from './normalise-text.ts'
import type { ParsedBlob } from './parsed-document.ts'
import { blobOf } from './picture-blob.ts'
import { defuseMarkdown } from './safe-markdown.ts'

/** Markdown made from HTML, and the pictures that were in it. */
export interface ConvertedHtml {
  readonly markdown: string
  readonly blobs: ParsedBlob[]
  /** How many pictures could not be taken in: of a kind we do not show, or outside the file. */
  readonly picturesLost: number
}

const allowedTags = [
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'div', 'section', 'article', 'main', 'header', 'center', 'br', 'hr'],
  ...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'blockquote', 'pre', 'code'],
  ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
  ...['strong', 'b', 'em', 'i', 'del', 's', 'sub', 'sup', 'span', 'a', 'img'],
]

/** Elements whose text is not the document's. */
const dropped = ['script', 'style', 'title', 'nav', 'footer', 'aside', 'form', 'button', 'select', 'option', 'textarea']
const foreign = ['noscript', 'svg', 'math', 'iframe', 'object', 'template', 'audio', 'video', 'canvas']

/**
 * Turns HTML into Markdown: first everything that could act is taken out, then structure becomes marks.
 * Nothing is fetched; bitmaps written into the HTML become blobs, all others are counted as lost.
 */
export function htmlToMarkdown(html: string): ConvertedHtml {
  const clean = sanitizeHtml(normaliseText(html), {
    allowedTags,
    allowedAttributes: {
      a: ['href'],
      img: ['src', 'alt'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan'],
      ol: ['start'],
    },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['data'] },
    allowProtocolRelative: false,
    nonTextTags: [...dropped, ...foreign],
    nestingLimit: 200,
    exclusiveFilter: ({ attribs, text }) => isAround(attribs, text),
  })
  const blobs = new Map<string, ParsedBlob>()
  let picturesLost = 0
  const service = new TurndownService({
    headingStyle: 'atx',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
    emDelimiter: '*',
    br: '\\',
  })
  service.escape = escapeMarkdown
  addTableRules(service)
  service.addRule('struck', {
    filter: ['del', 's'],
    replacement: (content) => (content.trim() ? `~~${content}~~` : ''),
  })
  service.addRule('inner link', {
    // Links within the document are footnote marks and bookmarks of the program that wrote it.
    filter: (node) => node.nodeName === 'A' && !/^(?:https?|mailto|tel):/i.test(node.getAttribute('href') ?? ''),
    replacement: (content) => (content.trim() === '↑' ? '' : content),
  })
  service.addRule('picture', {
    filter: 'img',
    replacement: (_, node) => {
      const element = node instanceof Object && 'getAttribute' in node ? node : undefined
      const alt = (element?.getAttribute('alt') ?? '')
        .replace(/[[\]\n\\]/g, ' ')
        .trim()
        .slice(0, 200)
      const data = /^data:image\/[a-z+.-]{2,20};base64,(.+)$/s.exec(element?.getAttribute('src') ?? '')?.[1]
      const blob = data === undefined ? undefined : blobOf(Buffer.from(data, 'base64'), alt || `图片${blobs.size + 1}`)
      if (!blob) {
        picturesLost++
        return alt ? `〔图片：${escapeMarkdown(alt)}〕` : ''
      }
      blobs.set(blob.sha256, blob)
      return `![${alt}](sha256:${blob.sha256})`
    },
  })
  const markdown = defuseMarkdown(normaliseMarkdown(unindent(service.turndown(clean))))
  return { markdown, blobs: [...blobs.values()], picturesLost }
}

const around =
  /(?:^|[-_\s])(?:nav|navbar|menu|foot|footer|breadcrumbs?|crumbs?|sidebar|share|copyright|toolbar|friendlinks?|pagination)(?:$|[-_\s\d])/i

/** Menus, trails and footers by the names that sites give them, as long as they are short. */
function isAround(
  { id = '', class: names = '' }: { readonly id?: string; readonly class?: string },
  text: string,
): boolean {
  return text.length < 2000 && around.test(`${id} ${names}`)
}

/** Paragraphs are indented by style, not by spaces typed before them; those would be code in Markdown. */
function unindent(markdown: string): string {
  return markdown.replace(/^[\u3000\u00A0]+/gm, '')
}
