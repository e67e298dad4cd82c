import { decodeText, doubtfulCharacters } from './decode-text.ts'
import { readHtmlText } from './html-reader.ts'
import type { DocumentInput, ParsedDocument } from './parsed-document.ts'
import { refuse } from './unreadable-file-error.ts'

/** Reads a web page saved as one file (MHTML, RFC 2557): its first HTML part; its pictures stay behind. */
export function readMhtml(input: DocumentInput): ParsedDocument {
  const raw = Buffer.from(input.bytes.buffer, input.bytes.byteOffset, input.bytes.byteLength).toString('latin1')
  const boundary = /boundary="?([^"\r\n;]{1,200})"?/i.exec(raw.slice(0, 8192))?.[1]
  const parts = boundary === undefined ? [raw] : raw.split(`--${boundary}`)
  for (const part of parts) {
    const split = /\r?\n\r?\n/.exec(part)
    if (!split) continue
    const headers = part.slice(0, split.index)
    if (!/content-type:\s*text\/html/i.test(headers)) continue
    const bytes = decodeTransfer(part.slice(split.index + split[0].length), headers)
    const decoded = decodeText(bytes, /charset="?([\w-]{2,20})/i.exec(headers)?.[1])
    return readHtmlText(input.name, decoded.text, doubtfulCharacters(decoded.text, decoded.doubtful))
  }
  throw refuse('FILE_DAMAGED')
}

/** Undoes base64 and quoted-printable (RFC 2045 §6). */
function decodeTransfer(text: string, headers: string): Uint8Array {
  const encoding = /content-transfer-encoding:\s*([\w-]+)/i.exec(headers)?.[1]?.toLowerCase()
  if (encoding === 'base64') return Buffer.from(text, 'base64')
  if (encoding !== 'quoted-printable') return Buffer.from(text, 'latin1')
  const plain = text
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(plain, 'latin1')
}
