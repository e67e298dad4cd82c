import { recogniseDocument } from '../recognition/recognise-document.ts'
import { cleanTitle } from '../recognition/title.ts'
import { decodeText, doubtfulCharacters } from './decode-text.ts'
import { htmlToMarkdown } from './html-to-markdown.ts'
import { normaliseText } from './normalise-text.ts'
import type { DocumentInput, ParsedDocument, ParseWarning } from './parsed-document.ts'
import { refuse } from './unreadable-file-error.ts'

/** Reads a saved web page. Its encoding: byte order mark, then what it declares, then what fits. */
export function readHtml(input: DocumentInput): ParsedDocument {
  const decoded = decodeText(input.bytes, declaredCharset(input.bytes))
  return readHtmlText(input.name, decoded.text, doubtfulCharacters(decoded.text, decoded.doubtful))
}

/** Reads HTML that is text already. */
export function readHtmlText(name: string, html: string, warnings: readonly ParseWarning[]): ParsedDocument {
  const { markdown, blobs, picturesLost } = htmlToMarkdown(html)
  if (markdown === '')
    throw refuse('FILE_NO_TEXT', { why: '网页里没有正文。', todo: '请在浏览器里打开，把正文复制到 .docx 里再导入。' })
  const title = /^# /m.test(markdown) ? undefined : statedTitle(html)
  const found = recogniseDocument({ name, markdown, flat: true, title })
  return { ...found, native: false, attachments: [], blobs, warnings: [...warnings, ...picturesWarning(picturesLost)] }
}

/** The warning for pictures that a document shows and that were not taken in. */
export function picturesWarning(lost: number): ParseWarning[] {
  return lost === 0 ? [] : [{ code: 'PICTURES_LOST', message: `有 ${lost} 张图片没有导入，请对照原文件。` }]
}

function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096)).toString('latin1')
  return (
    /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,20})/i.exec(head)?.[1] ??
    /^<\?xml[^>]{0,100}encoding=["']([\w-]{2,20})/i.exec(head)?.[1]
  )
}

/** Government sites put a page's own title in `ArticleTitle`; `<title>` often carries the site's name behind it. */
function statedTitle(html: string): string | undefined {
  const head = normaliseText(html.slice(0, 100_000))
  const meta = /<meta\s[^>]{0,80}name=["']ArticleTitle["'][^>]{0,80}content=["']([^"']{2,300})["']/i.exec(head)?.[1]
  const title = meta ?? /<title[^>]{0,100}>([^<]{1,400})<\/title/i.exec(head)?.[1]
  if (title === undefined) return undefined
  const text = cleanTitle(
    title
      .replace(/&(?:nbsp|#160);/g, ' ')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&'),
  )
  const own = meta
    ? text
    : text.replace(/\s*[-_—|－＿]+\s*[^-_—|－＿]{2,30}(?:网|门户|网站|平台|政府|公报|频道|文库)[^-_—|－＿]{0,8}$/u, '')
  return own.length >= 2 ? own : undefined
}
