/** The words of a stretch of Markdown, for indexing, snippets and finding in the page. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(```|~~~).*$/gm, '')
    .replace(/^[ \t]*\|?[ \t]*:?-{3,}[-| :\t]*$/gm, '')
    .replace(/^[ \t]*(>|[-*+]|\d+\.)[ \t]+/gm, '')
    .replace(/^#{1,6}[ \t]+/gm, '')
    .replace(/(\*\*|__|~~|`)/g, '')
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>~])/g, '$1')
    .replace(/[ \t]*\|[ \t]*/g, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
