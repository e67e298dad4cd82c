/** Longest title part of a file name, in UTF-16 units; with its suffix it fits NTFS, exFAT and ext4 (255 bytes). */
const LONGEST = 60
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/** A file name for a title that is legal on NTFS, exFAT, ext4 and APFS, ending in `~tag.md` so that it is unique. */
export function portableName(title: string, tag: string): string {
  const legal = title
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not get into a file name.
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '_')
    .replace(/^[. ]+/, '')
  const short =
    [...legal]
      .slice(0, LONGEST)
      .join('')
      .replace(/[. ]+$/, '') || '未命名'
  return `${RESERVED.test(short) ? `_${short}` : short}~${tag}.md`
}
