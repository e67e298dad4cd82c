import { identityTitle } from '../../items/item-identity.ts'
import { foldText } from '../../search/han-text.ts'
import type { ShownPolicy } from '../story.schema.ts'

/** A provision that is cited: of an item here, or of a title that this library may come to hold. */
export interface PolicyPlace {
  /** An item's id, or 《 and the title's key. */
  readonly item: string
  /** The provision's number; empty for the whole text. */
  readonly anchor: string
}

/** Where a cited title is found among the titles of items, whichever they are by then. */
export const titlePlace = (title: string): string => `《${identityTitle(foldText(title))}`

/** 第十七条第一款 is found at 第十七条. */
const PROVISION = /^第[^条]{1,12}条(?:之[一二三四五六七八九十]+)?/

/**
 * A policy is kept by its title: an item that the record names may be put away and come back, be replaced by a newer
 * copy, or come only later. Its id is kept beside it, for texts whose title changed.
 */
export function policyPlaces(policies: readonly ShownPolicy[]): PolicyPlace[] {
  const places = policies.flatMap(({ title, itemId, anchor, provision }) => {
    const at = anchor ?? (provision === undefined ? '' : (PROVISION.exec(provision)?.[0] ?? provision))
    const items = [...(title === '' ? [] : [titlePlace(title)]), ...(itemId === undefined ? [] : [itemId])]
    return items.map((item) => ({ item, anchor: at }))
  })
  return [...new Map(places.map((place) => [`${place.item} ${place.anchor}`, place])).values()]
}
