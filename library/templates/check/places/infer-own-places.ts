import type { PlaceLevel } from './known-places.ts'
import { type OwnPlaces, ownPlaces } from './own-places.ts'

/** A document speaks of its own place at least so often, and so many times as often as of any other. */
const LEAST = 3
const TIMES = 2

/** Whose document this seems to be, by the county and the town it names most; where that leaves doubt the level stays unknown. */
export function inferOwnPlaces(mentions: readonly { readonly level: PlaceLevel; readonly name: string }[]): OwnPlaces {
  const county = mostNamed(mentions.filter(({ level }) => level === 'county').map(({ name }) => name))
  const town = mostNamed(mentions.filter(({ level }) => level === 'town').map(({ name }) => name))
  const values = { ...(county && { 'county.name': county }), ...(town && { 'town.name': town }) }
  return ownPlaces({ values, villages: [] }, [], [])
}

function mostNamed(names: readonly string[]): string | undefined {
  const counts = [...Map.groupBy(names, (name) => name)].map(([name, same]) => ({ name, count: same.length }))
  const [first, second] = counts.sort((a, b) => b.count - a.count)
  return first && first.count >= LEAST && first.count >= TIMES * (second?.count ?? 0) ? first.name : undefined
}
