import { extensionOf } from './extension-of.ts'

const byExtension = new Map([
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ['doc', 'application/msword'],
  ['pdf', 'application/pdf'],
  ['json', 'application/json'],
  ['csv', 'text/csv'],
  ['txt', 'text/plain'],
  ['md', 'text/markdown'],
  ['html', 'text/html'],
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['gif', 'image/gif'],
  ['webp', 'image/webp'],
  ['bmp', 'image/bmp'],
  ['svg', 'image/svg+xml'],
  ['mp4', 'video/mp4'],
  ['mp3', 'audio/mpeg'],
])

/** The media type that a file's extension stands for (RFC 6838); `application/octet-stream` when unknown. */
export function mediaTypeOf(name: string): string {
  return byExtension.get(extensionOf(name)) ?? 'application/octet-stream'
}

/** The kind of a bitmap by its first bytes, or undefined for anything that is not one. SVG is a document, not a bitmap. */
export function sniffPicture(
  bytes: Uint8Array,
): { readonly mediaType: string; readonly extension: string } | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 16)).toString('latin1')
  if (head.startsWith('\u0089PNG\r\n')) return { mediaType: 'image/png', extension: 'png' }
  if (head.startsWith('\u00ff\u00d8\u00ff')) return { mediaType: 'image/jpeg', extension: 'jpg' }
  if (head.startsWith('GIF8')) return { mediaType: 'image/gif', extension: 'gif' }
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return { mediaType: 'image/webp', extension: 'webp' }
  if (head.startsWith('BM') && head.slice(6, 10) === '\0\0\0\0') return { mediaType: 'image/bmp', extension: 'bmp' }
  return undefined
}
