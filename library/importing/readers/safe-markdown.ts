const safeTarget = /^(?:https?:\/\/|mailto:|tel:|#|sha256:[0-9a-f]{64}$|xinhuo:\/\/)/i

/**
 * Makes Markdown from elsewhere harmless whatever renders it: links that run code or reach into this
 * machine become their text, and pictures that would be fetched become links.
 * Raw HTML stays, as text: the renderer does not interpret it.
 * @param own paths of pictures that come in with the document
 */
export function defuseMarkdown(markdown: string, own: ReadonlySet<string> = new Set()): string {
  if (!/[\]>]|&[#A-Za-z]/.test(markdown)) return markdown
  return markdown
    .replace(
      /(!?)\[([^[\]\n]{0,500})\]\(\s*(<[^<>\n]{0,2000}>|[^\s()]{0,2000}(?:\([^\s()]{0,500}\)[^\s()]{0,500})*)(\s+(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'))?\s*\)/g,
      (whole, mark: string, text: string, target: string) =>
        mark === '!' && own.has(target) ? whole : replaceLink(whole, mark, text, target),
    )
    .replace(
      /^( {0,3}\[[^\]\n]{1,300}\]:[ \t]*)(<[^<>\n]{0,2000}>|\S{1,2000})/gm,
      (whole, label: string, target: string) =>
        isSafe(target) || isRelative(bareTarget(target)) ? whole : `${label}#`,
    )
    .replace(/<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^<>\s]{0,2000})>/g, (whole, target: string) =>
      isSafe(target) ? whole : target.replace(/:/, '：'),
    )
}

function replaceLink(whole: string, mark: string, text: string, target: string): string {
  const bare = bareTarget(target)
  if (mark === '!') {
    if (/^sha256:[0-9a-f]{64}$/.test(bare)) return whole
    if (/^https?:\/\//i.test(bare)) return `[${text || '图片'}](${target})`
    return text ? `〔图片：${text}〕` : '〔图片〕'
  }
  return isSafe(target) || isRelative(bare) ? whole : text
}

function isSafe(target: string): boolean {
  return safeTarget.test(bareTarget(target))
}

/** A target without a scheme stays inside the documents; a back slash or `//` would leave them. */
function isRelative(target: string): boolean {
  return !/^[^/?#]*:|^\/\/|^\\|%3a/i.test(target)
}

/** Entities, escapes and control characters hide schemes from a simple look. */
function bareTarget(target: string): string {
  return target
    .replace(/^<|>$/g, '')
    .replace(/&#(\d{1,7});?/g, (_, code: string) => safeCharacter(Number(code)))
    .replace(/&#x([0-9a-f]{1,6});?/gi, (_, code: string) => safeCharacter(Number.parseInt(code, 16)))
    .replace(/&colon;/gi, ':')
    .replace(/&(?:tab|newline);/gi, '')
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '')
    .replace(/\p{Cc}|\s/gu, '')
}

function safeCharacter(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
}
