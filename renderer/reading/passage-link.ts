/** A place in the library that can be linked, kept and cited. */
export interface PassagePlace {
  readonly itemId: string
  /** Empty for the whole item. */
  readonly anchor: string
}

/** Where a link inside a text leads. */
export type LinkTarget =
  | { readonly kind: 'passage'; readonly anchor: string }
  | ({ readonly kind: 'item' } & PassagePlace)
  | { readonly kind: 'outside'; readonly address: string }

const ITEM_LINK = /^xinhuo:\/\/item\/([a-z0-9][a-z0-9-]{2,79})\/?(?:\?[^#]*)?(?:#(.*))?$/i
const OUTSIDE = /^(?:https?:|mailto:|tel:)/i

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text // a bare % in an anchor is the anchor's own
  }
}

/**
 * The stable link to an item or one of its passages. Chinese stays readable, since people paste it
 * into documents and messages; only what would break the link off is escaped.
 * @example passageLink({ itemId: 'land-law', anchor: '第六十二条' }) // xinhuo://item/land-law#第六十二条
 */
export function passageLink({ itemId, anchor }: PassagePlace): string {
  if (anchor === '') return `xinhuo://item/${itemId}`
  return `xinhuo://item/${itemId}#${anchor.replace(/[\s%<>"`]/g, encodeURIComponent)}`
}

/** Reads a link as it stands in a text; undefined for what leads nowhere, such as `javascript:`. */
export function parseLink(href: string): LinkTarget | undefined {
  const text = href.trim()
  if (text.startsWith('#')) return { kind: 'passage', anchor: decode(text.slice(1)) }
  const item = ITEM_LINK.exec(text)
  if (item?.[1]) return { kind: 'item', itemId: item[1].toLowerCase(), anchor: decode(item[2] ?? '') }
  if (OUTSIDE.test(text)) return { kind: 'outside', address: text }
  return undefined
}
