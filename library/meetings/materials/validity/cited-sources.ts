import { arrangeHistory } from '../../../items/arrange-history.ts'
import { findContent, findItem, findRevisions, findTombstone } from '../../../items/items.repository.ts'
import { localDate } from '../../../items/record-revision.ts'
import type { RevisionContent } from '../../../items/revision.schema.ts'
import type { Validity } from '../../../items/validity.ts'
import type { LibraryAccess } from '../../../store/library-access.ts'
import { openPolicies, type Policies } from '../../../templates/check/policies/open-policies.ts'
import type { KeptMaterial } from '../kept-material.ts'
import type { MaterialRecord } from '../material.schema.ts'
import { findMaterial } from '../materials.repository.ts'
import { readMaterialItem } from '../read-material-item.ts'

/** What is here of something cited. */
export type CitedSource =
  | HereSource
  | { readonly state: 'own'; readonly material: KeptMaterial }
  /** Its channel took it back, or it was put away here. */
  | {
      readonly state: 'gone'
      readonly title: string
      readonly on: string
      /** Absent for what was only put away. */
      readonly reason?: string | undefined
      readonly replacedBy?: HereSource | undefined
    }
  | { readonly state: 'missing' }

export interface HereSource {
  readonly state: 'here'
  readonly itemId: string
  readonly content: RevisionContent
  readonly revision: string
  readonly validity: Validity
  /** The day on which this library recorded the revision. */
  readonly recordedOn: string
}

/** What a record cites, looked up once each. */
export interface CitedSources {
  readonly of: (id: string) => Promise<CitedSource>
  /** The text in force of that title, when it is under another id than the one that was cited. */
  readonly titled: (title: string) => Promise<HereSource | undefined>
  /** The content of a former revision; undefined when it never was here. */
  readonly former: (revision: string) => Promise<RevisionContent | undefined>
  /** The drill or guide that came with an item. */
  readonly recordOf: (content: RevisionContent) => Promise<MaterialRecord | undefined>
}

/** @param today `YYYY-MM-DD`: what is in force is decided for this day */
export function openSources(library: Pick<LibraryAccess, 'db' | 'blobs' | 'clock'>, today: string): CitedSources {
  const { db } = library
  const sources = new Map<string, Promise<CitedSource>>()
  const formers = new Map<string, Promise<RevisionContent | undefined>>()
  let policies: Promise<Policies> | undefined

  const here = async (itemId: string): Promise<HereSource | undefined> => {
    const item = await findItem(db, itemId)
    if (!item || item.put_away_at !== null || item.revisions === 0) return undefined
    const revisions = await findRevisions(db, itemId)
    if (revisions.length === 0) return undefined
    const { revision, validity } = arrangeHistory(revisions, today).current
    const content = await findContent(db, revision.sha256)
    const recordedOn = localDate(new Date(revision.recordedAt))
    return content && { state: 'here', itemId, content, revision: revision.sha256, validity, recordedOn }
  }
  const titled = async (title: string) => {
    policies ??= openPolicies(library)
    const found = (await policies).named(title)
    const chosen = found.find(({ validity }) => validity === 'in-force') ?? found[0]
    return chosen && here(chosen.itemId)
  }
  const look = async (id: string): Promise<CitedSource> => {
    const own = await findMaterial(db, id)
    if (own && own.discardedAt === undefined) return { state: 'own', material: own }
    const found = await here(id)
    if (found) return found
    const item = await findItem(db, id)
    const tombstone = await findTombstone(db, id)
    if (tombstone) {
      const replacedBy = tombstone.replaced_by === null ? undefined : await here(tombstone.replaced_by)
      const { withdrawn_on: on, reason } = tombstone
      return { state: 'gone', title: item?.title ?? '', on, reason, replacedBy }
    }
    if (item?.put_away_at && item.revisions > 0) {
      const { title, put_away_at: at } = item
      return { state: 'gone', title, on: localDate(new Date(at)), replacedBy: await titled(title) }
    }
    return { state: 'missing' }
  }
  return {
    titled,
    recordOf: (content) => readMaterialItem(library.blobs, content),
    of: (id) => remember(sources, id, look),
    former: (revision) => remember(formers, revision, (sha256) => findContent(db, sha256)),
  }
}

function remember<T>(known: Map<string, Promise<T>>, key: string, look: (key: string) => Promise<T>): Promise<T> {
  const before = known.get(key)
  if (before) return before
  const found = look(key)
  known.set(key, found)
  return found
}
