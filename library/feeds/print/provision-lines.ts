import sanitizeHtml from 'sanitize-html'

/** A provision's paragraphs as plain lines. */
export function provisionLines(html: string | undefined): string[] {
  if (html === undefined) return []
  const broken = html.replace(/<\/(?:p|li|h[1-6]|tr|blockquote)>|<br\s*\/?>/gi, '$&\n')
  const words = sanitizeHtml(broken, { allowedTags: [], allowedAttributes: {} })
  return words
    .replace(/&(amp|lt|gt|quot|#39);/g, (_all, name: string) => ENTITIES[name] ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
