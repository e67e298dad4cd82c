const link = /^xinhuo:\/\/item\/([a-z0-9][a-z0-9-]{2,79})\/?(?:#(.{0,2000}))?$/
/** A heading as printed; nothing that could open a tag, hide or reorder text. */
const plainAnchor = /^(?:(?![<>`])[\p{Letter}\p{Mark}\p{Number}\p{Punctuation}\p{Symbol} ]){0,200}$/u

/**
 * Reads a link to an item or one of its passages, as other programs hand it over; undefined for anything else.
 * @example parseXinhuoLink('xinhuo://item/land-law#%E7%AC%AC%E4%B8%80%E6%9D%A1') // 'xinhuo://item/land-law#第一条'
 */
export function parseXinhuoLink(text: string): string | undefined {
  const found = link.exec(text)
  if (!found?.[1]) return undefined
  const anchor = decode(found[2] ?? '')
  if (anchor === undefined || !plainAnchor.test(anchor)) return undefined
  return anchor === '' ? `xinhuo://item/${found[1]}` : `xinhuo://item/${found[1]}#${anchor}`
}

/** The first link in a program's arguments, where Windows and Linux put the one that was opened. */
export function linkInArguments(argv: readonly string[]): string | undefined {
  return argv.map(parseXinhuoLink).find((found) => found !== undefined)
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
