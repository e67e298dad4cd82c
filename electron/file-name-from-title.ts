const reservedOnWindows = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/** A title as a file's name without extension, legal on NTFS, exFAT and ext4; empty when nothing is left of it. */
export function fileNameFromTitle(title: string): string {
  const name = title
    .normalize('NFC')
    .replaceAll(/[\p{Control}\p{Format}<>:"/\\|?*]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  const short = Array.from(name)
    .slice(0, 80)
    .join('')
    .replace(/[. ]+$/, '')
    .replace(/^[. ]+/, '')
  return reservedOnWindows.test(short) ? `${short}_` : short
}
