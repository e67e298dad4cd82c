const KEPT = 'search.places'
/** Going back further than this finds the results without the place. */
const MOST = 30

/** Where one was in a list of results when a text was opened from it. */
export interface SearchPlace {
  /** Key of the result that was opened. */
  readonly hit: string
  /** Keys of the results chosen to be compared. */
  readonly pair: readonly string[]
}

/** The place left at that entry of the window's history. */
export function searchPlace(entry: string, kept: Pick<Storage, 'getItem'> = sessionStorage): SearchPlace | undefined {
  return readPlaces(kept).find(([known]) => known === entry)?.[1]
}

export function keepSearchPlace(
  entry: string,
  place: SearchPlace,
  kept: Pick<Storage, 'getItem' | 'setItem'> = sessionStorage,
): void {
  const others = readPlaces(kept).filter(([known]) => known !== entry)
  kept.setItem(KEPT, JSON.stringify([...others, [entry, place]].slice(-MOST)))
}

function readPlaces(kept: Pick<Storage, 'getItem'>): [entry: string, place: SearchPlace][] {
  try {
    const places: unknown = JSON.parse(kept.getItem(KEPT) ?? '[]')
    return Array.isArray(places) ? places.filter(isPlace) : []
  } catch {
    return []
  }
}

function isPlace(kept: unknown): kept is [string, SearchPlace] {
  if (!Array.isArray(kept) || typeof kept[0] !== 'string') return false
  const place: unknown = kept[1]
  if (typeof place !== 'object' || place === null) return false
  return 'hit' in place && typeof place.hit === 'string' && 'pair' in place && Array.isArray(place.pair)
}
