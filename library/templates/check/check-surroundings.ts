import { localDate } from '../../items/record-revision.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import { readUnitProfile } from '../known/unit-profile.ts'
import { listBookPlaces, listOwnPlaces } from './gazetteer.repository.ts'
import { type OwnPlaces, ownPlaces } from './places/own-places.ts'
import { noPolicies, openPolicies, type Policies } from './policies/open-policies.ts'

/** What a document is checked against. */
export interface CheckSurroundings {
  readonly own: OwnPlaces
  readonly policies: Policies
  /** `YYYY-MM-DD` */
  readonly today: string
}

/** Reads what checking needs of a library; the titles of its policies are kept until something in it changes. */
export async function openCheckSurroundings(library: Pick<LibraryAccess, 'db' | 'clock'>): Promise<CheckSurroundings> {
  const { db } = library
  const profile = await readUnitProfile(db)
  const added = await listOwnPlaces(db)
  const inBook = await listBookPlaces(db)
  return {
    own: ownPlaces(
      profile,
      added.map((place) => place.name),
      inBook,
    ),
    policies: await openPolicies(library),
    today: localDate(library.clock()),
  }
}

/** What a document can be checked against where there is no library: itself, and the day. */
export const bareSurroundings = (now: Date): CheckSurroundings => ({
  own: ownPlaces({ values: {}, villages: [] }, [], []),
  policies: noPolicies,
  today: localDate(now),
})
