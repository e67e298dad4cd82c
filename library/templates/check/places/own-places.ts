import type { UnitProfile } from '../../known/known-view.ts'
import { type KnownPlace, knownPlaces, type PlaceLevel } from './known-places.ts'

/** The places that belong into an office's documents. */
export interface OwnPlaces {
  /** The one name of a level, where the profile gives exactly one. */
  readonly nameOf: (level: PlaceLevel) => string | undefined
  /** Whether the profile says anything about this level, so that another name can be told apart. */
  readonly knows: (level: PlaceLevel) => boolean
  /** Whether this name is right here: the profile's own, what lies above it, or what the office added. */
  readonly has: (name: string, level: PlaceLevel) => boolean
  /** All own names of the levels below this one: what may follow a name of it. */
  readonly below: (level: PlaceLevel) => readonly string[]
}

const LEVELS: readonly PlaceLevel[] = ['province', 'city', 'county', 'town', 'village']

/** 溪口村 and 溪口社区 are the same place as 溪口. */
const stem = (name: string) => name.replace(/(?:行政村|村|社区|居委会|村委会)$/, '')

/**
 * @param additions names that the office added to its gazetteer
 * @param others names that the office's book holds
 */
export function ownPlaces(profile: UnitProfile, additions: readonly string[], others: readonly string[]): OwnPlaces {
  const names = new Map<PlaceLevel, string[]>(LEVELS.map((level) => [level, []]))
  const add = (level: PlaceLevel, name: string | undefined) => {
    const bare = name?.normalize('NFC').replace(/\s/g, '')
    if (bare && !names.get(level)?.includes(bare)) names.get(level)?.push(bare)
  }
  const { values, villages } = profile
  add('province', values['province.name'])
  add('city', values['city.name'])
  add('county', values['county.name'])
  add('town', values['town.name'])
  for (const village of villages) add('village', village.name)
  if (villages.length === 0) add('village', values['village.name'])
  for (const place of above(names.get('county')?.[0], names.get('city')?.[0], names.get('province')?.[0])) {
    if (names.get('city')?.length === 0) add('city', place.city)
    if (names.get('province')?.length === 0) add('province', place.province)
  }
  const free = new Set([...additions, ...others].map((name) => name.replace(/\s/g, '')))
  const stems = new Set([...(names.get('village') ?? []), ...free].map(stem))
  const groups = new Set(villages.flatMap((village) => village.groups))
  return {
    nameOf: (level) => (names.get(level)?.length === 1 ? names.get(level)?.[0] : undefined),
    knows: (level) => (names.get(level)?.length ?? 0) > 0,
    has: (name, level) =>
      free.has(name) ||
      (names.get(level) ?? []).some((own) => own.endsWith(name) || name.endsWith(own)) ||
      (level === 'village' && (stems.has(stem(name)) || groups.has(name))),
    below: (level) => LEVELS.slice(LEVELS.indexOf(level) + 1).flatMap((lower) => names.get(lower) ?? []),
  }
}

/** What the gazetteer knows above a county or city, where its name leaves no doubt. */
function above(county: string | undefined, city: string | undefined, province: string | undefined): KnownPlace[] {
  const fitting = (knownPlaces().get(county ?? city ?? '') ?? []).filter(
    (place) => (!city || place.city === city || place.name === city) && (!province || place.province === province),
  )
  return fitting.length === 1 ? fitting : []
}
