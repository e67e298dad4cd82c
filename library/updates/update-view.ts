import type { ItemKind } from '../items/item-kind.ts'
import type { PassageChange } from '../items/item-view.ts'
import type { Tombstone } from './repository-format.ts'

/** A root's fingerprint, to be compared with what the publisher reads out. */
export interface Fingerprint {
  /** SHA-256 of the root keys' ids and threshold, lower-case hexadecimal. */
  readonly hex: string
  /** Twelve two-character words that sound unlike each other; they stand for the first 96 bits. */
  readonly words: readonly string[]
}

/** What a source says before it is trusted: nothing of it is believed yet. */
export interface TrustOffer {
  readonly from: string
  readonly id: string
  readonly title: string
  readonly publisher: string
  readonly stage: 'released' | 'draft'
  readonly fingerprint: Fingerprint
  /** True when this channel is trusted already, by this very root or one that leads to it. */
  readonly known: boolean
  /** True when a channel of this id is trusted by a root that does not lead to this one: another may be speaking. */
  readonly replaces: boolean
  /** True when a root that came with the app leads to this one: there is nothing to compare. */
  readonly installed: boolean
}

/** A version of a channel whose items are in this library. */
export interface ChannelVersion {
  readonly version: number
  readonly publishedAt: string
  readonly appliedAt: string
  readonly notes: string
  /** In effect now. */
  readonly current: boolean
}

/** One channel as the updates desk shows it. Dates are ISO date-times unless they end in `On`. */
export interface ChannelView {
  readonly id: string
  readonly title: string
  readonly publisher: string
  readonly stage: 'released' | 'draft'
  /** 1 is the strongest: its text counts where several channels hold the same item. */
  readonly precedence: number
  /** Topics subscribed to; absent for all. */
  readonly topics?: readonly string[] | undefined
  /** Topics that the channel's items carry. */
  readonly topicsOffered: readonly string[]
  /** The version in effect; absent before the first update. */
  readonly version?: number | undefined
  /** The newest version that was ever in effect here; larger than `version` after going back. */
  readonly newestVersion?: number | undefined
  readonly versions: readonly ChannelVersion[]
  readonly items: number
  readonly publishedAt?: string | undefined
  /** The names or short ids of the keys that signed it. */
  readonly signedBy: readonly string[]
  /** Folder, archive or address of the last update. */
  readonly receivedFrom?: string | undefined
  readonly receivedAt?: string | undefined
  readonly nextExpectedOn?: string | undefined
  /** The day on which the signatures end; what is installed stays. */
  readonly signaturesEndAt?: string | undefined
  readonly verified?: { readonly at: string; readonly damaged: number } | undefined
  readonly fingerprint: Fingerprint
  readonly addedAt: string
}

/** What an update does to one item. `in-force`: its day has come or it is in force from now on. */
export type OfferedChangeType = 'new' | 'changed' | 'withdrawn' | 'returned'

export interface OfferedChange {
  readonly itemId: string
  readonly kind: ItemKind
  readonly title: string
  readonly topics: readonly string[]
  readonly type: OfferedChangeType
  /** Set where validity changes by this update. */
  readonly validity?: 'in-force' | 'not-yet' | 'repealed' | 'expired' | undefined
  readonly effectiveFrom?: string | undefined
  readonly repealedOn?: string | undefined
  readonly withdrawn?: Tombstone | undefined
  /** The person has a text of their own for this item, which stays until they choose. */
  readonly ownText: boolean
}

/** A piece of the person's own work that an update touches. */
export interface TouchedWork {
  /** Which kind of work: note, favourite, … Each kind registers itself, with a name in Chinese for people. */
  readonly work: string
  readonly workName: string
  /** The id of the work itself. */
  readonly id: string
  /** What it says or is called, short. */
  readonly title: string
  /** Where it is opened: a path of the window, e.g. `/item/ID#第六条`. */
  readonly open: string
  readonly itemId: string
  readonly itemTitle: string
  /** The passage that is cited; absent when it is the whole item. */
  readonly anchor?: string | undefined
  readonly change: OfferedChangeType
  /** The cited passage before and after; absent where there was or is none. */
  readonly before?: string | undefined
  readonly after?: string | undefined
}

/** What a source has for a channel, all of it verified; nothing is changed yet. */
export interface UpdateOffer {
  readonly channel: string
  readonly title: string
  readonly publisher: string
  readonly from: string
  readonly checkedAt: string
  readonly installedVersion?: number | undefined
  readonly version: number
  readonly publishedAt: string
  /** Notes of the versions between, newest first. */
  readonly notes: readonly { readonly version: number; readonly publishedAt: string; readonly notes: string }[]
  /** `current`: nothing to do. `older`: what is installed is newer. */
  readonly state: 'available' | 'current'
  readonly changes: readonly OfferedChange[]
  /** Counts by kind and type, and by topic. */
  readonly byKind: readonly { readonly kind: ItemKind; readonly type: OfferedChangeType; readonly count: number }[]
  readonly byTopic: readonly { readonly topic: string; readonly count: number }[]
  /** Bytes to fetch, as stored. */
  readonly bytes: number
  readonly touched: readonly TouchedWork[]
}

/** One item of an offer, older text to newer. */
export interface OfferedComparison {
  readonly itemId: string
  readonly title: string
  readonly change: OfferedChange
  readonly passages: readonly PassageChange[]
}

/** What `xinhuo update apply --json` prints. */
export interface AppliedUpdate {
  readonly channel: string
  readonly title: string
  readonly from: string
  readonly version: number
  readonly previousVersion?: number | undefined
  readonly new: number
  readonly changed: number
  readonly withdrawn: number
  /** Items whose own text stays until the person chooses. */
  readonly conflicts: number
  readonly touched: readonly TouchedWork[]
  readonly bytes: number
  readonly seconds: number
}

/** A person's own text of an item beside what a channel now says. */
export interface TextConflict {
  readonly itemId: string
  readonly title: string
  readonly kind: ItemKind
  readonly channel: string
  readonly channelTitle: string
  /** Revisions; `base` is what the channel said when the own text was made, if known. */
  readonly own: string
  readonly offered: string
  readonly base?: string | undefined
  readonly since: string
  readonly choice?: 'own' | 'channel' | undefined
}

/** The three texts of a conflict, compared passage by passage against the base (or the own text without one). */
export interface ConflictComparison extends TextConflict {
  /** Base to own; empty without a base. */
  readonly ownChanges: readonly PassageChange[]
  /** Base to offered; own to offered without a base. */
  readonly offeredChanges: readonly PassageChange[]
}

/** A stick or drive that holds a channel. */
export interface FoundStick {
  readonly from: string
  readonly channel: string
  readonly title: string
  readonly known: boolean
  /** The version it claims, not yet verified; shown to offer a check only. */
  readonly claims: number
  readonly newer: boolean
}

/** An item that an update brought or changed and that has not been read since. */
export interface NewSince {
  readonly itemId: string
  readonly kind: ItemKind
  readonly title: string
  readonly type: 'new' | 'changed'
  readonly channel: string
  readonly version: number
  readonly at: string
}
