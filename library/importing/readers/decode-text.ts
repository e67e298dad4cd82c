import type { ParseWarning } from './parsed-document.ts'
import { refuse } from './unreadable-file-error.ts'

/** The encodings that Chinese office texts come in. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5'

/** Text with the encoding it was read in; `doubtful` when that was a guess that may be wrong. */
export interface DecodedText {
  readonly text: string
  readonly encoding: TextEncoding
  readonly doubtful: boolean
}

const sampleBytes = 64 * 1024

/**
 * Decodes a text file: byte order mark, UTF-16 by its zero bytes, strict UTF-8, UTF-16 by its
 * characters, then GB18030 (which covers GBK and GB2312), and Big5 where that reads far better.
 * @param declared the encoding a document names for itself, tried after the byte order mark
 * @throws {UnreadableFileError} FILE_MISLABELLED when the bytes are no text at all
 */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText {
  const marked = decodeMarked(bytes)
  if (marked) return marked
  const wide = byZeroBytes(bytes)
  if (wide) return { text: decode(bytes, wide), encoding: wide, doubtful: false }
  if (declared !== undefined) {
    const named = decodeDeclared(bytes, declared)
    if (named) return named
  }
  const strict = decodeStrict(bytes, 'utf-8')
  if (strict !== undefined) return preferTwoByteGb(bytes, strict)
  return decodeUnmarked(bytes)
}

/** Warns when a text holds characters that no author typed: replacement characters and private-use ones. */
export function doubtfulCharacters(text: string, doubtful: boolean): ParseWarning[] {
  const found = text.match(/[\uFFFD\uE000-\uF8FF\u{F0000}-\u{10FFFD}]/gu)
  if (!found && !doubtful) return []
  const message = found
    ? `有 ${found.length} 个字没有认出来，可能显示成方框或问号，请对照原文件。`
    : '文件的文字编码是推测的，可能有错字，请对照原文件。'
  return [{ code: 'CHARACTERS_DOUBTFUL', message }]
}

function decode(bytes: Uint8Array, encoding: TextEncoding): string {
  return new TextDecoder(encoding).decode(bytes)
}

function decodeStrict(bytes: Uint8Array, encoding: TextEncoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function decodeMarked(bytes: Uint8Array): DecodedText | undefined {
  const [a, b, c, d] = bytes
  const isUtf32 = (a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff)
  if (isUtf32) throw refuse('FILE_UNSUPPORTED', { why: '文字编码是 UTF-32。', todo: '请用记事本另存为 UTF-8 再导入。' })
  let encoding: TextEncoding | undefined
  if (a === 0xef && b === 0xbb && c === 0xbf) encoding = 'utf-8'
  else if (a === 0xff && b === 0xfe) encoding = 'utf-16le'
  else if (a === 0xfe && b === 0xff) encoding = 'utf-16be'
  else if (a === 0x84 && b === 0x31 && c === 0x95 && d === 0x33) encoding = 'gb18030'
  if (!encoding) return undefined
  return { text: decode(bytes, encoding).replace(/^\uFEFF/, ''), encoding, doubtful: false }
}

function decodeDeclared(bytes: Uint8Array, declared: string): DecodedText | undefined {
  const label = declared.trim().toLowerCase()
  const encoding = /^(gb|x-gbk|cp936|hz)/.test(label)
    ? 'gb18030'
    : /^utf-?8$/.test(label)
      ? 'utf-8'
      : /^(big5|cp950)/.test(label)
        ? 'big5'
        : undefined
  if (!encoding) return undefined
  const text = decodeStrict(bytes, encoding)
  return text === undefined ? undefined : { text, encoding, doubtful: false }
}

/** ASCII in UTF-16 leaves a zero in every other byte; a text in any other encoding has none. */
function byZeroBytes(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const length = Math.min(bytes.length, sampleBytes)
  let zeros = 0
  for (let at = 0; at < length; at++) if (bytes[at] === 0) zeros++
  if (zeros === 0) return undefined
  if (bytes.length % 2 === 0) {
    // 一 (U+4E00) leaves its zero in the other byte, so counts alone cannot tell the order.
    const scores = (['utf-16le', 'utf-16be'] as const).map((encoding) => ({
      encoding,
      score: plausibility(decode(bytes.subarray(0, length & ~1), encoding)),
    }))
    const best = scores.reduce((one, other) => (other.score > one.score ? other : one))
    if (best.score > 0.7) return best.encoding
  }
  // A few zeros in an otherwise good text are dirt, not another encoding.
  if (zeros * 20 < length && isGoodBesideZeros(bytes.subarray(0, length))) return undefined
  throw refuse('FILE_MISLABELLED', { why: '里面不是文字。' })
}

function isGoodBesideZeros(sample: Uint8Array): boolean {
  const rest = sample.filter((byte) => byte !== 0)
  return (['utf-8', 'gb18030'] as const).some((encoding) => {
    try {
      // The sample may end within a character. Hardly any bytes but text are UTF-8; many pass for GB18030.
      const text = new TextDecoder(encoding, { fatal: true }).decode(rest, { stream: true })
      return plausibility(text) > (encoding === 'utf-8' ? 0.6 : 0.9)
    } catch {
      return false
    }
  })
}

/** Short GBK words such as 联通 can pass for two-byte UTF-8, which Chinese texts never consist of. */
function preferTwoByteGb(bytes: Uint8Array, strict: string): DecodedText {
  const asUtf8: DecodedText = { text: strict, encoding: 'utf-8', doubtful: false }
  if (bytes.length > 4096 || !/[\u0080-\u07FF]{2}|[\u0250-\u07FF]/.test(strict) || /[\u0800-\uFFFF]/.test(strict))
    return asUtf8
  const gb = decodeStrict(bytes, 'gb18030')
  if (gb === undefined || plausibility(gb) < 0.95) return asUtf8
  return { text: gb, encoding: 'gb18030', doubtful: true }
}

function decodeUnmarked(bytes: Uint8Array): DecodedText {
  const sample = bytes.subarray(0, Math.min(bytes.length, sampleBytes) & ~1)
  const gbScore = plausibility(decode(sample, 'gb18030'))
  if (bytes.length % 2 === 0) {
    for (const encoding of ['utf-16le', 'utf-16be'] as const) {
      const text =
        plausibility(decode(sample, encoding)) > Math.max(0.8, gbScore + 0.15) && decodeStrict(bytes, encoding)
      if (text) return { text, encoding, doubtful: false }
    }
  }
  if (gbScore < 0.8 && big5Plausibility(sample) > Math.max(0.9, gbScore + 0.15)) {
    const text = decodeStrict(bytes, 'big5')
    if (text !== undefined) return { text, encoding: 'big5', doubtful: true }
  }
  // UTF-8 with a few broken bytes (a cut end, a bad download) still reads better as UTF-8.
  const utf8 = decode(bytes, 'utf-8')
  const broken = utf8.match(/\uFFFD/g)?.length ?? 0
  const wide = utf8.match(/[\u0800-\uFFFC]/g)?.length ?? 0
  if (wide > 20 * broken && plausibility(utf8.slice(0, sampleBytes)) > gbScore) {
    return { text: utf8, encoding: 'utf-8', doubtful: true }
  }
  const gb = decode(bytes, 'gb18030')
  if (gbScore < 0.3 && !/\p{Script=Han}/u.test(gb.slice(0, 200)))
    throw refuse('FILE_MISLABELLED', { why: '里面不是文字。' })
  return { text: gb, encoding: 'gb18030', doubtful: gbScore < 0.75 }
}

/** As {@link plausibility}, for the 5,401 frequent characters of Big5: lead bytes A4 to C6; A1 to A3 are punctuation. */
function big5Plausibility(bytes: Uint8Array): number {
  let good = 0
  let all = 0
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0
    all++
    if (lead < 0x80) good += lead >= 0x20 || lead === 0x0a || lead === 0x0d || lead === 0x09 ? 1 : 0
    else {
      at++
      good += lead >= 0xa1 && lead <= 0xc6 ? 1 : 0
    }
  }
  return all === 0 ? 0 : good / all
}

/** The share, 0 to 1, of characters that ordinary Chinese documents are made of. */
function plausibility(text: string): number {
  let good = 0
  let all = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    all++
    if (code < 0x80) good += code >= 0x20 || code === 0x0a || code === 0x0d || code === 0x09 ? 1 : 0
    else if ((code >= 0x3000 && code <= 0x3011) || (code >= 0xff01 && code <= 0xff5e)) good++
    else if ((code >= 0x2014 && code <= 0x2026) || (code >= 0x2460 && code <= 0x2473)) good++
    else if (commonCharacters().has(code)) good++
  }
  return all === 0 ? 1 : good / all
}

let common: Set<number> | undefined

/** The 3,755 first-level characters of GB 2312-1980, rows 16 to 55: 99.7 % of running text. */
function commonCharacters(): Set<number> {
  if (common) return common
  const decoder = new TextDecoder('gb18030')
  const bytes = new Uint8Array(40 * 94 * 2)
  let at = 0
  for (let row = 0xb0; row <= 0xd7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      bytes[at++] = row
      bytes[at++] = cell
    }
  }
  common = new Set([...decoder.decode(bytes)].map((character) => character.codePointAt(0) ?? 0))
  return common
}
