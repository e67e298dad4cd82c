import type { StorySummary } from '../stories/story-view.ts'
import type { FeedDefinition, MixDimension } from './feed.schema.ts'

export interface FeedSummary {
  readonly id: string
  readonly title: string
  readonly publisher: string
  /** Stories that stand in it now. */
  readonly entries: number
  /** The number of the newest issue; 0 before the first. */
  readonly issue: number
  readonly issuedAt?: string | undefined
  /** Stories that fit and are not in it yet. */
  readonly waiting: number
  /** Entries whose story was corrected, retired or changed since the last issue. */
  readonly changed: number
  readonly updatedAt: string
}

export interface FeedView extends FeedSummary {
  /** `tag:` URI (RFC 4151), the same for ever. */
  readonly uri: string
  readonly definition: FeedDefinition
  readonly choices: readonly FeedChoice[]
  readonly builds: readonly FeedBuildRecord[]
}

/** A definition to begin a column with. */
export interface ReadyColumn {
  readonly id: string
  /** 给全镇干部的. */
  readonly name: string
  readonly description: string
  readonly definition: FeedDefinition
}

/** A story that a person put in or kept out, whatever the criteria say. */
export interface FeedChoice {
  readonly storyId: string
  readonly title: string
  readonly choice: 'pin' | 'exclude'
  readonly reason: string
  readonly by: string
  readonly at: string
}

/** A story proposed for the next issue, or kept out, with what spoke for and against it in plain words. */
export interface FeedCandidate {
  readonly story: StorySummary
  readonly chosen: boolean
  readonly pinned: boolean
  /** 主题相符，三个月内，结果有台账可查 … */
  readonly speaksFor: readonly string[]
  /** 同一主人公两个月前讲过 … */
  readonly speaksAgainst: readonly string[]
}

/** The next issue as it would be now. */
export interface FeedPreview {
  readonly issue: number
  readonly candidates: readonly FeedCandidate[]
  /** Entries that change or go. */
  readonly corrections: readonly FeedEntry[]
  readonly withdrawals: readonly FeedEntry[]
  readonly answers: readonly FeedEntry[]
  /** What must not leave with it; while there is any, the issue cannot be made. */
  readonly stops: readonly FeedStop[]
}

/** Something that must not leave with a column. */
export interface FeedStop {
  /** The story it is in; absent for what the column says itself. */
  readonly storyId?: string | undefined
  /** 《标题》的“做了什么”, 专栏的“联系方式”. */
  readonly place: string
  /** What it is; the middle of long numbers is hidden. */
  readonly says: string
  /** The way out. */
  readonly todo: string
}

/** What was published when. Ids are for ever: a correction changes an entry, a withdrawal leaves its place. */
export interface FeedEntry {
  /** `tag:` or `urn:uuid:` URI. */
  readonly id: string
  readonly feedId: string
  readonly type: 'story' | 'correction' | 'withdrawal' | 'answers'
  readonly storyId?: string | undefined
  readonly revision?: string | undefined
  readonly title: string
  readonly issue: number
  readonly publishedAt: string
  readonly updatedAt: string
  /** What changed, or why it was withdrawn. */
  readonly note?: string | undefined
  /** For corrections and withdrawals: the entry meant. */
  readonly of?: string | undefined
}

/** How the published stories are spread over one dimension, in the order of the vocabulary: nobody is ranked. */
export interface BalanceShare {
  readonly value: string
  readonly stories: number
  /** Of all that have this dimension; 0 to 100. */
  readonly share: number
  readonly target?: number | undefined
}
export interface BalanceView {
  readonly stories: number
  readonly dimensions: Readonly<Record<MixDimension, readonly BalanceShare[]>>
  readonly months: readonly { readonly month: string; readonly stories: number }[]
  /** Told about more than once within the rest the office set. */
  readonly repeatedHeroes: readonly {
    readonly name: string
    readonly stories: readonly { readonly id: string; readonly title: string; readonly publishedOn: string }[]
  }[]
  /** Who is not told about, with a way to begin: 老年人：一年没有讲过。 */
  readonly missing: readonly {
    readonly dimension: MixDimension
    readonly value: string
    readonly says: string
    /** Approved or waiting stories that would help. */
    readonly stories: readonly { readonly id: string; readonly title: string }[]
  }[]
}

/** What `xinhuo feed build --json` prints. */
export interface FeedBuild {
  readonly feed: string
  readonly issue: number
  readonly out: string
  readonly entries: number
  readonly files: number
  readonly written: number
  readonly unchanged: number
  readonly removed: number
  readonly bytes: number
  readonly seconds: number
  /** Pictures that could not be read, videos left out, links without a target: told, and the build is whole without them. */
  readonly warnings: readonly string[]
  /** SHA-256 of the manifest, and the key it was signed with. */
  readonly manifest: string
  readonly signedBy: string
}
export interface FeedBuildRecord {
  readonly out: string
  readonly at: string
  readonly issue: number
  readonly manifest: string
  readonly files: number
}

/** What `xinhuo feed verify --json` prints. */
export interface SiteVerification {
  readonly feed: string
  readonly title: string
  readonly publisher: string
  readonly issuedAt: string
  readonly issue: number
  readonly signedBy: string
  /** This library signed it itself, or its key was seen before. */
  readonly known: boolean
  readonly files: number
  /** Missing, changed or foreign files; empty when every byte is as it was published. */
  readonly wrong: readonly { readonly file: string; readonly why: 'missing' | 'changed' | 'foreign' | 'signature' }[]
}
