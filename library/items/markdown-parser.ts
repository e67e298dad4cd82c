import MarkdownIt, { type Token } from 'markdown-it'
import cjkFriendly from 'markdown-it-cjk-friendly'

/** The Markdown of this library: raw HTML is text, every line end shows, and 强调 works between Chinese characters. */
export const markdownParser = new MarkdownIt({ html: false, linkify: false, breaks: true }).use(cjkFriendly)

/** The blob that a picture shows, or undefined when its address leads elsewhere. */
export function pictureBlob(image: Token): string | undefined {
  return /^sha256:([0-9a-f]{64})$/.exec(String(image.attrGet('src')))?.[1]
}

markdownParser.renderer.rules.image = (tokens, index) => {
  const image = tokens[index] as Token
  const sha256 = pictureBlob(image)
  const alt = markdownParser.utils.escapeHtml(image.content)
  // A picture from anywhere but the library would be a request to the network: its words are kept, the address is not.
  return sha256 ? `<img data-blob="${sha256}" alt="${alt}">` : alt
}
