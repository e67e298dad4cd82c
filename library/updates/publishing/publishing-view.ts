import type { ItemKind } from '../../items/item-kind.ts'
import type { Tombstone } from '../repository-format.ts'
import type { Fingerprint, OfferedChange } from '../update-view.ts'

/** The roles of TUF whose keys a publisher holds. `release` signs snapshot and timestamp. */
export type KeyRole = 'root' | 'targets' | 'release'

/** One key as people speak of it; the secret part lies in a passphrase-protected file. */
export interface PublisherKey {
  /** `root-1`, `root-2`, `root-3`, `targets-1`, `release-1` */
  readonly name: string
  readonly role: KeyRole
  readonly keyId: string
  /** Who holds it. */
  readonly holder: string
  /** Where its file was last seen; absent when it is not here (kept apart). */
  readonly file?: string | undefined
}

/** What goes into a channel: everything that any of the queries finds and what was added by hand, without the excluded. */
export interface ChannelChoice {
  /** In the search grammar: `kind:policy topic:乡村振兴`. */
  readonly queries: readonly string[]
  readonly items: readonly string[]
  readonly excluded: readonly string[]
}

/** A channel that is published from here. */
export interface PublishedChannel {
  readonly id: string
  readonly title: string
  readonly publisher: string
  /** The publisher's folder: `channel.json`, `repository/`, `draft/`. */
  readonly directory: string
  readonly choice: ChannelChoice
  readonly withdrawn: readonly (Tombstone & { readonly itemId: string; readonly title: string })[]
  readonly keys: readonly PublisherKey[]
  readonly rootVersion: number
  readonly threshold: number
  readonly fingerprint: Fingerprint
  readonly released?: PublishedVersion | undefined
  readonly draft?: PublishedVersion | undefined
  readonly nextExpectedOn?: string | undefined
  /** Versions kept complete in the repository. */
  readonly keepVersions: number
  /**
   * Set when a change of keys broke off. With `readersWait` the newest root does not vouch for what is published:
   * readers keep what they have and take nothing newer until the change is finished.
   */
  readonly brokenChange?: { readonly readersWait: boolean } | undefined
}

export interface PublishedVersion {
  readonly version: number
  readonly publishedAt: string
  readonly items: number
  readonly notes: string
  readonly signaturesEndAt: string
}

/** What the next release would bring, as a reader would see it, with proposed notes. */
export interface ReleasePreview {
  readonly channel: string
  readonly stage: 'released' | 'draft'
  readonly nextVersion: number
  readonly items: number
  readonly changes: readonly OfferedChange[]
  readonly byKind: readonly {
    readonly kind: ItemKind
    readonly type: OfferedChange['type']
    readonly count: number
  }[]
  /** Proposed release notes, Markdown. */
  readonly notes: string
}

/** What `xinhuo channel publish --json` prints. Bytes as stored. */
export interface PublishResult {
  readonly channel: string
  readonly stage: 'released' | 'draft'
  readonly version: number
  readonly items: number
  readonly new: number
  readonly changed: number
  readonly withdrawn: number
  readonly objectsWritten: number
  readonly bytesWritten: number
  readonly repository: string
  readonly archive?: string | undefined
  /** Where it was copied to, when that was asked for. */
  readonly copiedTo?: string | undefined
  readonly seconds: number
}

/** What `xinhuo channel verify --json` prints. */
export interface RepositoryVerification {
  readonly channel: string
  readonly title: string
  readonly version: number
  readonly items: number
  readonly objects: number
  readonly fingerprint: Fingerprint
  /** Empty when every file is what the signatures say. */
  readonly damaged: readonly { readonly file: string; readonly reason: string }[]
  readonly seconds: number
}

/** What `xinhuo channel copy --json` prints: what was missing at the other place. */
export interface RepositoryCopy {
  readonly from: string
  readonly to: string
  readonly files: number
  readonly bytes: number
}
