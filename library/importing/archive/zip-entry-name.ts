/** How one archive writes the names that it does not mark as UTF-8. */
export type NameEncoding = 'utf-8' | 'gb18030' | 'cp437'

/**
 * Decides an archive's encoding from all its unmarked names at once, for one short name alone may pass for several.
 * Archives made on Chinese Windows write GBK, those from macOS UTF-8, both without saying so.
 */
export function detectNameEncoding(names: readonly Uint8Array[]): NameEncoding {
  if (names.every((name) => isStrict(name, 'utf-8'))) return 'utf-8'
  return names.every((name) => isStrict(name, 'gb18030')) ? 'gb18030' : 'cp437'
}

/** One name: bit 11 of the flags means UTF-8 (APPNOTE 6.3.10 §4.4.4), and so does an Info-ZIP Unicode Path field (0x7075). */
export function decodeEntryName(
  name: Uint8Array,
  flags: number,
  extraFields: readonly { readonly id: number; readonly data: Uint8Array }[],
  encoding: NameEncoding,
): string {
  if (isMarkedUtf8(flags)) return new TextDecoder('utf-8').decode(name)
  const unicode = extraFields.find((field) => field.id === 0x7075)?.data
  if (unicode && unicode.length > 5 && unicode[0] === 1 && isStrict(unicode.subarray(5), 'utf-8'))
    return new TextDecoder('utf-8').decode(unicode.subarray(5))
  return encoding === 'cp437' ? decodeCp437(name) : new TextDecoder(encoding).decode(name)
}

/** True when an entry's flags say that its name is UTF-8. */
export function isMarkedUtf8(flags: number): boolean {
  return (flags & 0x800) !== 0
}

function isStrict(bytes: Uint8Array, encoding: 'utf-8' | 'gb18030'): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

const cp437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■ '

function decodeCp437(bytes: Uint8Array): string {
  return [...bytes].map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : (cp437[byte - 0x80] ?? '?'))).join('')
}
