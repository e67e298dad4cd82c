import type { FeedEntry } from '../../../library/feeds/feed-view.ts'
import type { ItemKind } from '../../../library/items/item-kind.ts'
import type { Validity } from '../../../library/items/validity.ts'
import type {
  MaterialProposal,
  MaterialSummary,
  PartReference,
} from '../../../library/meetings/materials/material-view.ts'
import type { Favourite } from '../../../library/reading/reading-view.ts'
import type { GroupedAnswer } from '../../../library/search/search-view.ts'
import { anchorText } from '../../design/anchor-text.ts'
import type { Range } from '../../design/marked-pieces.ts'
import { shortTitle } from '../../design/short-title.ts'

/** Something that may be put into a meeting, as it stands in the panel. */
export interface AddEntry {
  readonly key: string
  readonly reference: PartReference
  readonly title: string
  /** 第六十二条 */
  readonly place?: string | undefined
  readonly kind?: ItemKind | undefined
  readonly validity?: Validity | undefined
  readonly snippet?: string | undefined
  readonly marks?: readonly Range[] | undefined
  /** Why it fits. */
  readonly reasons?: readonly string[] | undefined
}

const keyOf = ({ itemId, anchor }: PartReference) => `${itemId}#${anchor ?? ''}`

/** Passages of policies each on their own; of everything else the item, with the words that were found. */
export function entriesOfAnswer(answer: GroupedAnswer): AddEntry[] {
  return answer.items.flatMap((item) => {
    const { itemId, revision, kind, validity } = item
    const title = shortTitle(item.title)
    const provisions = kind === 'policy' ? item.passages.filter(({ provision }) => provision) : []
    if (provisions.length === 0) {
      const [best] = item.passages
      const reference = { itemId, revision }
      return [{ key: keyOf(reference), reference, title, kind, validity, snippet: best?.snippet, marks: best?.marks }]
    }
    return provisions.map(({ anchor, provision, snippet, marks }) => {
      const reference = { itemId, revision, anchor }
      return { key: keyOf(reference), reference, title, place: provision, kind, validity, snippet, marks }
    })
  })
}

export function entriesOfFavourites(favourites: readonly Favourite[]): AddEntry[] {
  return favourites.map(({ itemId, anchor, title, kind, validity }) => {
    const reference = { itemId, ...(anchor !== '' && { anchor }) }
    return { key: keyOf(reference), reference, title: shortTitle(title), place: anchorText(anchor), kind, validity }
  })
}

/** The stories of a column that still stand in it, the newest first, each once. */
export function entriesOfFeed(entries: readonly FeedEntry[]): AddEntry[] {
  const withdrawn = new Set(entries.flatMap(({ type, of }) => (type === 'withdrawal' && of ? [of] : [])))
  const found = new Map<string, AddEntry>()
  for (const entry of entries.toSorted((a, b) => b.issue - a.issue)) {
    if (entry.type !== 'story' || !entry.storyId || withdrawn.has(entry.id) || found.has(entry.storyId)) continue
    const reference = { itemId: entry.storyId }
    found.set(entry.storyId, { key: keyOf(reference), reference, title: entry.title, kind: 'story' })
  }
  return [...found.values()]
}

export function entriesOfMaterials(materials: readonly MaterialSummary[]): AddEntry[] {
  return materials.map(({ id, title, summary }) => {
    const reference = { itemId: id }
    return { key: keyOf(reference), reference, title, kind: 'guide', snippet: summary }
  })
}

export function entriesOfProposals(proposals: readonly MaterialProposal[]): AddEntry[] {
  return proposals.map(({ reference, title, provision, snippet, reasons }) => ({
    key: keyOf(reference),
    reference,
    title: shortTitle(title),
    place: provision,
    snippet,
    reasons,
  }))
}
