/** Longest title part of a file name: characters, and bytes of UTF-8, so that all of it fits NTFS, exFAT and ext4 (255 bytes). */
const LONGEST = 60
const LONGEST_BYTES = 200
/** Names that Windows keeps for devices, whatever follows their first dot. */
const RESERVED = /^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?=\.|$)/i

/**
 * A title as the beginning of a file name that is legal on NTFS, exFAT, ext4 and APFS, and no hidden or temporary file.
 */
export function portableTitle(title: string): string {
  const legal = title
    .toWellFormed()
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not get into a file name.
    .replace(/[\u0000-\u001f\u007f-\u009f<>:"/\\|?*\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g, '_')
    .replace(/^[. ~]+/, '')
  let short = ''
  for (const character of [...legal].slice(0, LONGEST)) {
    if (Buffer.byteLength(short + character) > LONGEST_BYTES) break
    short += character
  }
  short = short.replace(/[. ]+$/, '') || '未命名'
  return `${RESERVED.test(short) ? '_' : ''}${short}`
}

/**
 * A file name for a title, legal everywhere.
 * @param suffix comes after the title, however short that is cut
 * @param tag makes the name unique: it ends in `~tag.md`
 */
export const portableName = (title: string, suffix: string, tag: string): string =>
  `${portableTitle(title)}${suffix}~${tag}.md`
