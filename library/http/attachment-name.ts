/**
 * A `Content-Disposition` that hands a file over under its name: plain ASCII for old clients, and the name
 * itself in UTF-8 (RFC 6266 with RFC 8187).
 */
export function attachmentName(name: string): string {
  const legal = name.toWellFormed().replace(/[\p{Cc}/\\]/gu, '_')
  const ascii = legal.replace(/[^\x20-\x7e]+|["%;]/g, '_')
  const encoded = encodeURIComponent(legal).replace(/['()*!]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`)
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
