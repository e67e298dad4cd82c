import type { PartReference } from '../../../library/meetings/materials/material-view.ts'

const ITEM_ID = /^[a-z0-9][a-z0-9-]{2,79}$/

/**
 * The places of the library that were dropped in from another window or a text: links of the app
 * (`http://127.0.0.1:…/item/ID?revision=HEX#第六十二条`) and stable ones (`xinhuo://item/ID#第六十二条`), each once.
 * @param given `text/uri-list` (RFC 2483: a line each, comments begin with #) or plain text
 */
export function droppedReferences(given: string): PartReference[] {
  const found = new Map<string, PartReference>()
  for (const line of given.split(/\r\n|\n|\r/)) {
    if (line.startsWith('#')) continue
    for (const word of line.trim().split(/\s+/)) {
      const reference = referenceOf(word)
      if (reference) found.set(`${reference.itemId}#${reference.anchor ?? ''}`, reference)
    }
  }
  return [...found.values()]
}

function referenceOf(link: string): PartReference | undefined {
  const parts = /^(?:xinhuo:\/\/item\/|(?:https?|app):\/\/[^/?#]*\/item\/)([^/?#]+)\/?(?:\?([^#]*))?(?:#(.*))?$/i.exec(
    link,
  )
  const itemId = parts?.[1]?.toLowerCase()
  if (!itemId || !ITEM_ID.test(itemId)) return undefined
  const revision = new URLSearchParams(parts?.[2] ?? '').get('revision') ?? undefined
  const anchor = decoded(parts?.[3] ?? '')
  return {
    itemId,
    ...(revision && /^[0-9a-f]{64}$/.test(revision) && { revision }),
    ...(anchor !== '' && { anchor: anchor.slice(0, 200) }),
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text // a bare % in an anchor is the anchor's own
  }
}
