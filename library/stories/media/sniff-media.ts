/** What a file is by its first bytes, as stories can be told with it. */
export type SniffedMedia =
  | { readonly type: 'image' | 'video' | 'audio'; readonly mediaType: string; readonly extension: string }
  | { readonly type: 'refused'; readonly code: MediaRefusal }

/** Why a file is not taken as a picture, a film or sound. */
export type MediaRefusal =
  | 'MEDIA_HEIC'
  | 'MEDIA_SVG'
  | 'MEDIA_BMP'
  | 'MEDIA_DOCUMENT'
  | 'MEDIA_UNKNOWN'
  | 'MEDIA_EMPTY'
  | 'MEDIA_BROKEN'
  | 'MEDIA_TOO_LARGE'
  | 'MEDIA_TWICE'
  | 'MEDIA_FULL'

/** How many of the first bytes are enough. */
export const SNIFFED_BYTES = 512

const image = (mediaType: string, extension: string): SniffedMedia => ({ type: 'image', mediaType, extension })
const video = (mediaType: string, extension: string): SniffedMedia => ({ type: 'video', mediaType, extension })
const audio = (mediaType: string, extension: string): SniffedMedia => ({ type: 'audio', mediaType, extension })
const refused = (code: MediaRefusal): SniffedMedia => ({ type: 'refused', code })

/** PDF, zip and so .docx, OLE compound files and so .doc, RTF. */
const DOCUMENTS = ['%PDF-', 'PK\u0003\u0004', '\u00d0\u00cf\u0011\u00e0', '{\\rtf']

/** Decides by content; a name says nothing of what a file is. */
export function sniffMedia(first: Uint8Array): SniffedMedia {
  const head = Buffer.from(first.buffer, first.byteOffset, Math.min(first.byteLength, SNIFFED_BYTES)).toString('latin1')
  if (head === '') return refused('MEDIA_EMPTY')
  if (head.startsWith('\u00ff\u00d8\u00ff')) return image('image/jpeg', 'jpg')
  if (head.startsWith('\u0089PNG\r\n\u001a\n')) return image('image/png', 'png')
  if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) return image('image/gif', 'gif')
  if (head.startsWith('II*\0') || head.startsWith('MM\0*')) return image('image/tiff', 'tif')
  if (head.startsWith('BM') && head.slice(6, 10) === '\0\0\0\0') return refused('MEDIA_BMP')
  if (head.slice(4, 8) === 'ftyp') return sniffBoxes(head)
  if (head.startsWith('RIFF')) return sniffRiff(head.slice(8, 12))
  if (head.startsWith('\u001aE\u00df\u00a3')) return video('video/webm', 'webm')
  if (head.startsWith('OggS')) return audio('audio/ogg', 'ogg')
  if (head.startsWith('fLaC')) return audio('audio/flac', 'flac')
  if (head.startsWith('ID3')) return audio('audio/mpeg', 'mp3')
  const [one = 0, two = 0] = first
  if (one === 0xff && (two & 0xf6) === 0xf0) return audio('audio/aac', 'aac')
  if (one === 0xff && (two & 0xe0) === 0xe0 && (two & 0x06) !== 0) return audio('audio/mpeg', 'mp3')
  if (DOCUMENTS.some((mark) => head.startsWith(mark))) return refused('MEDIA_DOCUMENT')
  if (/<svg[\s>]/i.test(head)) return refused('MEDIA_SVG')
  return refused('MEDIA_UNKNOWN')
}

/** ISO base media files (ISO/IEC 14496-12) say what they are by their brands. */
function sniffBoxes(head: string): SniffedMedia {
  const length =
    head.charCodeAt(0) * 0x1000000 + head.charCodeAt(1) * 0x10000 + head.charCodeAt(2) * 0x100 + head.charCodeAt(3)
  const brands = head.slice(8, Math.min(Math.max(length, 16), SNIFFED_BYTES))
  if (/avif|avis/.test(brands)) return image('image/avif', 'avif')
  if (/heic|heix|hevc|hevx|heim|heis|mif1|msf1/.test(brands)) return refused('MEDIA_HEIC')
  const major = brands.slice(0, 4)
  if (/^M4[AB] $/.test(major)) return audio('audio/mp4', 'm4a')
  return major === 'qt  ' ? video('video/quicktime', 'mov') : video('video/mp4', 'mp4')
}

function sniffRiff(form: string): SniffedMedia {
  if (form === 'WEBP') return image('image/webp', 'webp')
  if (form === 'WAVE') return audio('audio/wav', 'wav')
  return form === 'AVI ' ? video('video/x-msvideo', 'avi') : refused('MEDIA_UNKNOWN')
}
