/** Reads `xinhuo://item/ID#第六十二条`; nothing else is a place to go to. */
export function placeOfLink(link: string): { readonly itemId: string; readonly anchor: string } | undefined {
  const found = /^xinhuo:\/\/item\/([a-z0-9][a-z0-9-]{2,79})\/?(?:#(.*))?$/.exec(link)
  if (!found?.[1]) return undefined
  try {
    return { itemId: found[1], anchor: decodeURIComponent(found[2] ?? '') }
  } catch {
    return { itemId: found[1], anchor: '' }
  }
}
